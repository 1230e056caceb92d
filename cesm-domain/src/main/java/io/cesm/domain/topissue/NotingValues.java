package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entering what a measure shows, day by day, and naming the survey items that should
 * move.
 */
@Service
@Transactional
public class NotingValues {

    private static final int MOST_ITEMS = 12;

    private final TopIssueDesk desk;

    private final JdbcClient jdbc;

    NotingValues(TopIssueDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Notes the value of a day; the same day again corrects it. */
    public void note(TopIssueId id, @Nullable LocalDate on, @Nullable BigDecimal value, @Nullable String note) {
        var issue = desk.requireForWork(id);
        if (issue.state() == TopIssueState.WITHDRAWN) {
            throw new Refusal("topissue.ended", issue.state());
        }
        if (issue.facts().measureKind() != MeasureKind.KPI) {
            throw new Refusal("topissue.value.by_itself");
        }
        if (value == null) {
            throw new FieldRefusal("value", "topissue.value_missing");
        }
        var day = on == null ? desk.now().today() : on;
        if (day.isAfter(desk.now().today()) || day.isBefore(desk.now().today().minusYears(3))) {
            throw new FieldRefusal("on", "topissue.value.day");
        }
        keep(issue, day, value, note);
        desk.note(issue, "VALUE_NOTED",
                day + ": " + requireNonNull(IssuePlan.number(value, "value")).stripTrailingZeros().toPlainString());
    }

    void keep(TopIssue issue, LocalDate day, BigDecimal value, @Nullable String note) {
        var by = desk.now().by();
        jdbc.sql("""
                insert into top_issue_value (id, issue_id, on_day, value, note, entered_at, entered_by)
                values (:id, :issue, :on, :value, :note, :at, :by)
                on conflict (issue_id, on_day) do update set value = excluded.value, note = excluded.note,
                    entered_at = excluded.entered_at, entered_by = excluded.entered_by""")
            .param("id", Uuid7.next())
            .param("issue", issue.id().id())
            .param("on", day)
            .param("value", IssuePlan.number(value, "value"))
            .param("note", Texts.optional(note, 400, "note"))
            .param("at", desk.at())
            .param("by", by == null ? null : by.id(), java.sql.Types.OTHER)
            .update();
    }

    /** Takes a value away that was wrong. */
    public void remove(TopIssueId id, UUID value) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        var day = jdbc.sql("delete from top_issue_value where id = ? and issue_id = ? returning on_day")
            .params(value, id.id())
            .query(LocalDate.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        desk.note(issue, "VALUE_REMOVED", day.toString());
    }

    /** The values somebody entered, first day first. */
    @Transactional(readOnly = true)
    public List<NotedValue> of(TopIssueId id) {
        return jdbc.sql("""
                select v.*, s.name from top_issue_value v left join staff s on s.id = v.entered_by
                 where v.issue_id = ? order by v.on_day limit 500""")
            .param(id.id())
            .query((rs, i) -> new NotedValue(rs.getObject("id", UUID.class), rs.getObject("on_day", LocalDate.class),
                    rs.getBigDecimal("value"), rs.getString("note"), rs.getString("name")))
            .list();
    }

    /** Names a survey item that should move. */
    public void expect(TopIssueId id, @Nullable String item) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        var key = Texts.required(item, 120, "item");
        if (items(id).size() >= MOST_ITEMS) {
            throw new FieldRefusal("item", "topissue.items.too_many", MOST_ITEMS);
        }
        jdbc.sql("insert into top_issue_item (issue_id, item, added_at) values (?, ?, ?) on conflict do nothing")
            .params(id.id(), key, desk.at())
            .update();
        desk.note(issue, "ITEM_ADDED", key);
    }

    public void expectNoMore(TopIssueId id, String item) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        int gone = jdbc.sql("delete from top_issue_item where issue_id = ? and item = ?")
            .params(id.id(), item)
            .update();
        if (gone == 0) {
            throw new UnknownThing();
        }
        desk.note(issue, "ITEM_REMOVED", item);
    }

    /** The survey items that should move. */
    @Transactional(readOnly = true)
    public List<String> items(TopIssueId id) {
        return jdbc.sql("select item from top_issue_item where issue_id = ? order by added_at, item")
            .param(id.id())
            .query((rs, i) -> requireNonNull(rs.getString(1)))
            .list();
    }

}
