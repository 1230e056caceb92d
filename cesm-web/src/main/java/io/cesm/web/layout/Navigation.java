package io.cesm.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.cesm.domain.people.Right;

/** The sidebar: what a person with certain rights can go to, in groups. */
public final class Navigation {

    /**
     * One entry of the sidebar.
     *
     * @param key name of the entry, as pages say which one is theirs
     */
    public record Entry(String key, String href, String icon, Right right) {
    }

    /**
     * What is set up once and looked at now and then; folded away until one of it is
     * open.
     */
    private static final Set<String> SELDOM = Set.of("rules", "admin");

    /** Entries under one heading. */
    public record Group(String key, List<Entry> entries) {

        public boolean isOpen(String active) {
            return !SELDOM.contains(key) || entries.stream().anyMatch(it -> it.key().equals(active));
        }

    }

    private static final String DEMO = "demo";

    private static final List<Group> ALL = List.of(
            new Group("mine",
                    List.of(new Entry("work", "/work", "ti-home", Right.VIEW),
                            new Entry("dashboard", "/dashboard", "ti-dashboard", Right.VIEW),
                            new Entry("notices", "/notices", "ti-bell", Right.VIEW))),
            new Group("expectation",
                    List.of(new Entry("expectations", "/expectations", "ti-list", Right.VIEW),
                            new Entry("board", "/expectations/board", "ti-layout-kanban", Right.VIEW),
                            new Entry("calendar", "/expectations/calendar", "ti-calendar", Right.VIEW),
                            new Entry("conflicts", "/expectations/conflicts", "ti-arrows-exchange", Right.VIEW),
                            new Entry("requirements", "/expectations/requirements", "ti-bulb", Right.VIEW))),
            new Group("complaint",
                    List.of(new Entry("complaints", "/complaints", "ti-message-report", Right.VIEW),
                            new Entry("complaintboard", "/complaints/board", "ti-layout-kanban", Right.VIEW),
                            new Entry("complaintcalendar", "/complaints/calendar", "ti-calendar-due", Right.VIEW),
                            new Entry("attainment", "/complaints/analysis", "ti-chart-histogram", Right.VIEW),
                            new Entry("incidents", "/complaints/incidents", "ti-topology-star", Right.VIEW),
                            new Entry("workorders", "/work-orders", "ti-truck", Right.VIEW),
                            new Entry("mails", "/complaints/mails", "ti-mailbox", Right.COMPLAINT_EDIT),
                            new Entry("casemails", "/complaints/outbox", "ti-mail-forward", Right.COMPLAINT_EDIT),
                            new Entry("scores", "/complaints/scores", "ti-star", Right.VIEW))),
            new Group("topissue",
                    List.of(new Entry("topissues", "/top-issues", "ti-flame", Right.VIEW),
                            new Entry("candidates", "/top-issues/candidates", "ti-zoom-question", Right.VIEW),
                            new Entry("topranking", "/top-issues/ranking", "ti-list-numbers", Right.VIEW))),
            new Group("knowledge", List.of(new Entry("lessons", "/lessons", "ti-school", Right.VIEW))),
            new Group("customer",
                    List.of(new Entry("customers", "/customers", "ti-building", Right.VIEW),
                            new Entry("contacts", "/contacts", "ti-address-book", Right.VIEW),
                            new Entry("duplicates", "/duplicates", "ti-copy", Right.MERGE))),
            new Group("satisfaction",
                    List.of(new Entry("surveys", "/surveys", "ti-clipboard-list", Right.VIEW),
                            new Entry("followups", "/follow-ups", "ti-phone-call", Right.VIEW),
                            new Entry("voices", "/voices", "ti-message-2", Right.VIEW),
                            new Entry("questionnaires", "/questionnaires", "ti-forms", Right.VIEW),
                            new Entry("outbox", "/outbox", "ti-mail-forward", Right.SURVEY_EDIT),
                            new Entry("waves", "/surveys/waves", "ti-database-import", Right.VIEW),
                            new Entry("scorecards", "/scorecards", "ti-report-analytics", Right.VIEW),
                            new Entry("indices", "/indices", "ti-trophy", Right.VIEW))),
            new Group("insight",
                    List.of(new Entry("reports", "/reports", "ti-report", Right.VIEW),
                            new Entry("levels", "/levels", "ti-stairs", Right.VIEW),
                            new Entry("insights", "/insights/expectations", "ti-chart-bar", Right.VIEW),
                            new Entry("gaps", "/insights/gaps", "ti-zoom-question", Right.VIEW),
                            new Entry("cost", "/insights/cost", "ti-coins", Right.VIEW))),
            new Group("rules",
                    List.of(new Entry("grading", "/complaints/grading", "ti-scale", Right.VIEW),
                            new Entry("policies", "/complaints/policies", "ti-clock-check", Right.VIEW),
                            new Entry("escalation", "/complaints/escalation", "ti-stairs-up", Right.VIEW),
                            new Entry("history", "/complaints/history", "ti-history", Right.IMPORT),
                            new Entry("playbooks", "/playbooks", "ti-list-check", Right.VIEW),
                            new Entry("triggers", "/surveys/triggers", "ti-bolt", Right.VIEW),
                            new Entry("guard", "/admin/guard", "ti-shield-half", Right.SETTINGS),
                            new Entry("calendars", "/admin/calendars", "ti-calendar-cog", Right.SETTINGS))),
            new Group("admin",
                    List.of(new Entry("imports", "/imports", "ti-upload", Right.IMPORT),
                            new Entry("exports", "/exports", "ti-download", Right.EXPORT),
                            new Entry("people", "/admin/people", "ti-users", Right.PEOPLE_ADMIN),
                            new Entry("settings", "/admin/settings", "ti-settings", Right.SETTINGS),
                            new Entry("mailbox", "/admin/mailbox", "ti-mailbox", Right.SETTINGS),
                            new Entry("health", "/admin/health", "ti-heartbeat", Right.SETTINGS),
                            new Entry("audit", "/audit", "ti-shield-search", Right.AUDIT_READ),
                            new Entry(DEMO, "/admin/demo", "ti-flask", Right.PEOPLE_ADMIN))));

    private static final Map<Reader, List<Group>> BY_RIGHTS = new ConcurrentHashMap<>();

    private Navigation() {
    }

    /**
     * The entries somebody may open.
     * @param demo whether there is a demo company to remove
     */
    static List<Group> of(Set<Right> rights, boolean demo) {
        return BY_RIGHTS.computeIfAbsent(new Reader(Set.copyOf(rights), demo), Navigation::choose);
    }

    private record Reader(Set<Right> rights, boolean demo) {

        boolean mayOpen(Entry entry) {
            return rights.contains(entry.right()) && (demo || !entry.key().equals(DEMO));
        }

    }

    private static List<Group> choose(Reader reader) {
        List<Group> groups = new ArrayList<>();
        for (var group : ALL) {
            var entries = group.entries().stream().filter(reader::mayOpen).toList();
            if (!entries.isEmpty()) {
                groups.add(new Group(group.key(), entries));
            }
        }
        return List.copyOf(groups);
    }

}
