package io.cesm.web.topissue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TopIssueDetails.Affected;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.web.people.PeopleChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about TOP issues let a person choose from. */
@Component
class TopIssueChoices {

    private static final int MOST = 300;

    private final DimensionBook dimensions;

    private final CurrentActor current;

    private final PeopleChoices people;

    TopIssueChoices(DimensionBook dimensions, CurrentActor current, PeopleChoices people) {
        this.dimensions = dimensions;
        this.current = current;
        this.people = people;
    }

    void addVocabulary(Model model, Locale locale) {
        Map<String, String> places = new LinkedHashMap<>();
        dimensions.active().forEach(it -> places.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", places);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("channels", IssueChannel.RECORDED);
        model.addAttribute("states", TopIssueState.values());
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("measureKinds", MeasureKind.values());
        model.addAttribute("terms", TaskTerm.values());
    }

    /** The people at the affected customers the reader sees, each with the customer. */
    Map<String, String> contacts(TopIssueId issue) {
        var scope = current.actor().scope();
        Map<String, Object> params = new LinkedHashMap<>(scope.params());
        params.put("issue", issue.id());
        params.put("most", MOST);
        return people
            .read("""
                    select k.id, k.name || coalesce(' · ' || k.title, '') as name, %s as role
                      from contact k join customer u on u.id = k.customer_id
                     where k.active and k.merged_into is null
                       and k.customer_id in (select x.customer_id from top_issue_customer x where x.issue_id = :issue) and\s"""
                .formatted(CustomerName.sql("u")) + scope.sql("k.customer_id")
                    + " order by u.name, k.name, k.id limit :most", params);
    }

    /**
     * Who of us may lead it or a task: the teams of the affected customers, oneself, the
     * customers' units.
     */
    Map<String, String> staff(@Nullable TopIssueId issue) {
        var me = current.actor().staff();
        var nobody = new UUID(0, 0);
        return people.read(
                """
                        select * from (select s.id, s.name,
                               (select string_agg(distinct t.role, '/') from account_team t
                                 where t.staff_id = s.id and t.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                   and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date))
                                   and t.customer_id in (select x.customer_id from top_issue_customer x where x.issue_id = :issue)) as role
                          from staff s where s.status = 'ACTIVE') choice
                         order by role is null, id <> :me, name, id limit :most""",
                Map.of("issue", issue == null ? nobody : issue.id(), "me", me == null ? nobody : me.id(), "most",
                        MOST));
    }

    Map<String, String> owners() {
        return people
            .read("select s.id, s.name, null as role from staff s where s.id in (select owner_id from top_issue)"
                    + " order by s.name, s.id limit :most", Map.of("most", MOST));
    }

    Map<String, String> units() {
        return people.units();
    }

    /** The affected customers who are still there to ask. */
    static Map<String, String> customers(List<Affected> affected, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        var zh = locale.getLanguage().equals("zh");
        affected.stream()
            .filter(it -> it.leftAt() == null)
            .forEach(it -> choices.put(it.customer().toString(), zh || it.nameEn() == null ? it.name() : it.nameEn()));
        return choices;
    }

}
