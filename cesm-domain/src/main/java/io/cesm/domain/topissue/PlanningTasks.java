package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Planning what is done about a TOP issue, by whom, until when, and after what. */
@Service
@Transactional
public class PlanningTasks {

    private static final int MOST = 100;

    private final TopIssueDesk desk;

    private final TopIssueAccount account;

    private final TaskRows rows;

    private final Notices notices;

    private final JdbcClient jdbc;

    PlanningTasks(TopIssueDesk desk, TopIssueAccount account, TaskRows rows, Notices notices, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.rows = rows;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    public UUID add(TopIssueId id, WriteTask wish) {
        var issue = open(id);
        var all = rows.of(id);
        if (all.size() >= MOST) {
            throw new Refusal("topissue.tasks.too_many", MOST);
        }
        var task = Uuid7.next();
        var judged = judge(task, wish, all);
        jdbc.sql(
                """
                        insert into top_issue_task (id, issue_id, title, term, owner_id, starts_on, due_on, planned_cost, actual_cost, added_at)
                        values (:id, :issue, :title, :term, :owner, :starts, :due, :planned, :actual, :at)""")
            .param("id", task)
            .param("issue", id.id())
            .param("at", desk.at())
            .params(judged)
            .update();
        order(task, wish.after());
        desk.note(issue, "TASK_ADDED", wish.title());
        tell(issue, requireNonNull(wish.owner()), task);
        return task;
    }

    public void change(TopIssueId id, UUID task, @Nullable Long version, WriteTask wish) {
        var issue = open(id);
        var all = rows.of(id);
        var before = find(all, task);
        if (version != null) {
            StaleVersion.check(version, before.version());
        }
        jdbc.sql(
                """
                        update top_issue_task set title = :title, term = :term, owner_id = :owner, starts_on = :starts, due_on = :due,
                               planned_cost = :planned, actual_cost = :actual, version = version + 1 where id = :id""")
            .param("id", task)
            .params(judge(task, wish, all))
            .update();
        jdbc.sql("delete from top_issue_task_after where task_id = ?").param(task).update();
        order(task, wish.after());
        desk.note(issue, "TASK_CHANGED",
                before.dueOn().equals(wish.dueOn()) ? wish.title() : wish.title() + " → " + wish.dueOn());
        if (!before.owner().equals(wish.owner())) {
            tell(issue, requireNonNull(wish.owner()), task);
        }
    }

    /** It is done; what it waits for has to be done, too. */
    public void done(TopIssueId id, UUID task, @Nullable LocalDate on, @Nullable String result) {
        var issue = open(id);
        var all = rows.of(id);
        var it = find(all, task);
        if (it.isDone()) {
            throw new Refusal("topissue.task.done_already");
        }
        var day = on == null ? desk.now().today() : on;
        if (day.isAfter(desk.now().today())) {
            throw new FieldRefusal("on", "topissue.day_future");
        }
        all.stream().filter(each -> it.after().contains(each.id()) && !each.isDone()).findFirst().ifPresent(first -> {
            throw new Refusal("topissue.task.waits", first.title());
        });
        jdbc.sql("update top_issue_task set done_on = ?, result = ?, version = version + 1 where id = ?")
            .params(java.util.Arrays.asList(day, Texts.optional(result, 2000, "result"), task))
            .update();
        desk.note(issue, "TASK_DONE", it.title());
    }

    /** It is not done after all. */
    public void again(TopIssueId id, UUID task) {
        var issue = open(id);
        var it = find(rows.of(id), task);
        if (!it.isDone()) {
            throw new Refusal("topissue.task.not_done");
        }
        jdbc.sql("update top_issue_task set done_on = null, version = version + 1 where id = ?").param(task).update();
        desk.note(issue, "TASK_AGAIN", it.title());
    }

    public void remove(TopIssueId id, UUID task) {
        var issue = open(id);
        var all = rows.of(id);
        var it = find(all, task);
        if (all.size() == 1 && issue.state().isAtLeast(TopIssueState.IMPROVING)) {
            throw new Refusal("topissue.task.last");
        }
        jdbc.sql("delete from top_issue_task where id = ?").param(task).update();
        desk.note(issue, "TASK_REMOVED", it.title());
    }

    private TopIssue open(TopIssueId id) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        return issue;
    }

    private static IssueTask find(List<IssueTask> all, UUID task) {
        return all.stream().filter(it -> it.id().equals(task)).findFirst().orElseThrow(UnknownThing::new);
    }

    private Map<String, @Nullable Object> judge(UUID task, WriteTask wish, List<IssueTask> all) {
        if (wish.owner() == null) {
            throw new FieldRefusal("owner", "topissue.task.owner_missing");
        }
        account.requireStaff(wish.owner());
        if (wish.startsOn() == null || wish.dueOn() == null) {
            throw new FieldRefusal(wish.startsOn() == null ? "startsOn" : "dueOn", "topissue.task.day_missing");
        }
        if (wish.dueOn().isBefore(wish.startsOn())) {
            throw new FieldRefusal("dueOn", "topissue.task.due_before_start");
        }
        judgeOrder(task, wish, all);
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("title", Texts.required(wish.title(), 200, "title"));
        values.put("term", (wish.term() == null ? TaskTerm.SHORT : wish.term()).name());
        values.put("owner", wish.owner().id());
        values.put("starts", wish.startsOn());
        values.put("due", wish.dueOn());
        values.put("planned", cost(wish.plannedCost(), "plannedCost"));
        values.put("actual", cost(wish.actualCost(), "actualCost"));
        return values;
    }

    private static void judgeOrder(UUID task, WriteTask wish, List<IssueTask> all) {
        Map<UUID, Set<UUID>> after = all.stream().collect(Collectors.toMap(IssueTask::id, IssueTask::after));
        if (!after.keySet().containsAll(wish.after())) {
            throw new UnknownThing();
        }
        if (TaskOrder.circles(task, new HashSet<>(wish.after()), after)) {
            throw new FieldRefusal("after", "topissue.task.circle");
        }
        all.stream()
            .filter(each -> wish.after().contains(each.id())
                    && requireNonNull(wish.startsOn()).isBefore(each.startsOn()))
            .findFirst()
            .ifPresent(first -> {
                throw new FieldRefusal("startsOn", "topissue.task.before_first", first.title(), first.startsOn());
            });
    }

    private void order(UUID task, Set<UUID> after) {
        for (var each : after) {
            jdbc.sql("insert into top_issue_task_after (task_id, after_id) values (?, ?)").params(task, each).update();
        }
    }

    private static @Nullable BigDecimal cost(@Nullable BigDecimal given, String field) {
        if (given != null && (given.signum() < 0 || given.precision() - given.scale() > 12)) {
            throw new FieldRefusal(field, "topissue.amount");
        }
        return given;
    }

    private void tell(TopIssue issue, StaffId owner, UUID task) {
        if (!owner.equals(desk.now().by())) {
            notices.tell(owner, "TOP_ISSUE_TASK", TopIssueHistory.subject(issue), Map.of(), task + "/" + owner);
        }
    }

}
