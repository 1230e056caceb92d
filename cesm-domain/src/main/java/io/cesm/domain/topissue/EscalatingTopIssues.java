package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customers of TOP issues are silent, and what can be noted and told about it.
 * Whether somebody has to hear of it is said by policies elsewhere.
 */
@Service
@Transactional
public class EscalatingTopIssues {

    /**
     * Asked whether we understood: no link about today's words was answered. Asked for
     * approval: the round waits. Told how far it is: of the latest report nobody opened
     * the page, and none of it was said in person. Only what reached them counts.
     */
    private static final String SILENT = """
            select t.id, t.owner_id, l.customer_id, 'STATEMENT' as about, min(l.reached_at) as since
              from top_issue t join (%1$s) l on l.issue_id = t.id and l.purpose = 'STATEMENT' and l.statement = t.statement
             where t.state = 'NOMINATED' group by t.id, l.customer_id having bool_and(l.used_at is null)
            union all
            select t.id, t.owner_id, a.customer_id, 'APPROVAL', min(l.reached_at)
              from top_issue t
              join top_issue_approval a on a.issue_id = t.id and a.round = t.round and a.state = 'WAITING'
              join (%1$s) l on l.issue_id = t.id and l.purpose = 'APPROVAL' and l.round = a.round and l.customer_id = a.customer_id
             where t.state = 'SUBMITTED' group by t.id, a.customer_id
            union all
            select t.id, t.owner_id, l.customer_id, 'REPORT', min(l.reached_at)
              from top_issue t join (%1$s) l on l.issue_id = t.id and l.purpose = 'REPORT'
               and l.report_id = (select n.report_id from top_issue_link n where n.issue_id = t.id and n.purpose = 'REPORT'
                                   and n.customer_id = l.customer_id order by n.made_at desc, n.id desc limit 1)
             where t.state in ('PLANNED', 'IMPROVING', 'VERIFIED') group by t.id, l.customer_id
            having bool_and(l.opened_at is null and l.used_at is null and l.channel is null)"""
        .formatted(IssueLinkRows.REACHED);

    private static final String STILL_HERE = """
            select * from (%s) s where exists (select 1 from top_issue_customer x
                    where x.issue_id = s.id and x.customer_id = s.customer_id and x.left_at is null) order by s.since, s.id"""
        .formatted(SILENT);

    private final TopIssueDesk desk;

    private final TopIssueHistory history;

    private final Notices notices;

    private final JdbcClient jdbc;

    EscalatingTopIssues(TopIssueDesk desk, TopIssueHistory history, Notices notices, JdbcClient jdbc) {
        this.desk = desk;
        this.history = history;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** Every customer who owes us an answer about a TOP issue, longest first. */
    @Transactional(readOnly = true)
    public List<Silence> silences() {
        return jdbc.sql(STILL_HERE).query((rs, i) -> {
            var owner = rs.getObject("owner_id", UUID.class);
            return new Silence(new TopIssueId(rs.getObject("id", UUID.class)),
                    new CustomerId(rs.getObject("customer_id", UUID.class)), owner == null ? null : new StaffId(owner),
                    IssueLinkPurpose.valueOf(rs.getString("about")), requireNonNull(TopIssueRegister.at(rs, "since")));
        }).list();
    }

    /**
     * Holds an issue until the transaction ends, so that nobody escalates it meanwhile.
     */
    public void hold(TopIssueId id) {
        jdbc.sql("select 1 from top_issue where id = :id for no key update")
            .param("id", id.id())
            .query(Integer.class)
            .optional();
    }

    /** Writes a line on its timeline. */
    public void note(TopIssueId id, String action, @Nullable String words) {
        history.note(desk.anywhere(id), action, words);
    }

    /** Tells somebody of it; the same key is told once. */
    public void tell(TopIssueId id, StaffId staff, String kind, Map<String, String> details, String key) {
        notices.tell(staff, kind, TopIssueHistory.subject(desk.anywhere(id)), details, key);
    }

}
