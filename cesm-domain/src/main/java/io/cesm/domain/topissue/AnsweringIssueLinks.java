package io.cesm.domain.topissue;

import java.time.LocalDate;
import java.util.Map;

import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person of a customer sees and says by their link. Everything they may touch
 * follows from the token alone; looking changes nothing, and each link answers once.
 */
@Service
@Transactional
public class AnsweringIssueLinks {

    private final IssueLinkRows rows;

    private final TopIssueDesk desk;

    private final IssueApprovals approvals;

    private final Notices notices;

    private final JdbcClient jdbc;

    AnsweringIssueLinks(IssueLinkRows rows, TopIssueDesk desk, IssueApprovals approvals, Notices notices,
            JdbcClient jdbc) {
        this.rows = rows;
        this.desk = desk;
        this.approvals = approvals;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /**
     * What a link shows.
     *
     * @param about null unless there is something to answer or to read
     */
    public record Seen(IssueLinkState state, @Nullable IssueLinkPurpose purpose, @Nullable CustomerIssue about,
            @Nullable String language) {
    }

    @Transactional(readOnly = true)
    public Seen look(@Nullable String token) {
        var row = rows.find(token).orElse(null);
        if (row == null) {
            return new Seen(IssueLinkState.UNKNOWN, null, null, null);
        }
        var link = row.link();
        var readable = link.state() == IssueLinkState.OPEN
                || (link.state() == IssueLinkState.USED && link.purpose() == IssueLinkPurpose.REPORT);
        return new Seen(link.state(), link.purpose(), readable ? about(row) : null, link.contactLanguage());
    }

    private CustomerIssue about(IssueLinkRows.Row row) {
        var link = row.link();
        return jdbc.sql("""
                select t.*, o.name as owner_name, r.subject, r.words as report_words, r.told_at,
                       (select n.note from timeline_entry n where n.subject_type = 'TOP_ISSUE' and n.subject_id = t.id
                           and n.action = 'SUBMISSION' order by n.at desc limit 1) as submission
                  from top_issue t left join staff o on o.id = t.owner_id left join top_issue_report r on r.id = :report
                 where t.id = :issue""")
            .param("issue", row.issue().id())
            .param("report", link.report(), java.sql.Types.OTHER)
            .query((rs, i) -> {
                var told = TopIssueRegister.at(rs, "told_at");
                return new CustomerIssue(link.purpose(), rs.getString("number"), rs.getString("title"),
                        rs.getString("statement"), link.contactName(), link.customerName(), link.customerNameEn(),
                        link.contactLanguage(), rs.getString("owner_name"), rs.getString("measure_name"),
                        rs.getString("measure_unit"), rs.getBigDecimal("baseline"), rs.getBigDecimal("target"),
                        rs.getObject("target_on", LocalDate.class), rs.getBigDecimal("effect_value"),
                        rs.getObject("effect_on", LocalDate.class), rs.getString("effect_words"),
                        rs.getString("subject"),
                        link.purpose() == IssueLinkPurpose.REPORT ? rs.getString("report_words")
                                : link.purpose() == IssueLinkPurpose.APPROVAL ? rs.getString("submission") : null,
                        told == null ? null : CompanyTime.dayOf(told));
            })
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /**
     * Takes the person's answer, once.
     * @param agreed whether the statement is right, or the issue is solved
     * @param address network address they came from
     * @return whether it was taken
     */
    public boolean answer(@Nullable String token, boolean agreed, @Nullable String words, @Nullable String address) {
        var row = rows.find(token).orElse(null);
        if (row == null || row.link().state() != IssueLinkState.OPEN
                || row.link().purpose() == IssueLinkPurpose.REPORT) {
            return false;
        }
        var said = agreed ? Texts.optional(words, 2000, "words") : Texts.required(words, 2000, "words");
        return Acting.as(Actor.customer(row.link().contactName(), address), () -> {
            if (!rows.use(row.link().id(), said)) {
                return false;
            }
            var issue = desk.anywhere(row.issue());
            if (row.link().purpose() == IssueLinkPurpose.STATEMENT) {
                statement(issue, row, agreed, said);
            }
            else {
                approval(issue, row, agreed, said);
            }
            return true;
        });
    }

    private void statement(TopIssue issue, IssueLinkRows.Row row, boolean agreed, @Nullable String said) {
        if (agreed) {
            desk.change(issue, "UNDERSTAND", null, (it, now) -> it.understand(new TakeIssueStep(said, row.statement(),
                    null, row.link().contact(), IssueChannel.LINK, now.today(), null, null), now));
        }
        else {
            desk.note(issue, "STATEMENT_REFUSED", said);
        }
        tell(issue, agreed ? "TOP_ISSUE_UNDERSTAND" : "TOP_ISSUE_STATEMENT_REFUSED", row);
    }

    private void approval(TopIssue issue, IssueLinkRows.Row row, boolean agreed, @Nullable String said) {
        desk.change(issue, agreed ? "APPROVE" : "REJECT", agreed ? said : null, (it, now) -> {
            var wish = TakeIssueStep.answer(row.link().customer(), row.link().contact(), IssueChannel.LINK, now.today(),
                    said);
            if (agreed) {
                approvals.approve(it, wish, now);
            }
            else {
                approvals.reject(it, wish, now);
            }
        });
        tell(issue, agreed ? "TOP_ISSUE_APPROVE" : "TOP_ISSUE_REJECT", row);
    }

    /**
     * Notes that a report was opened; a page that is shown says so, a mail scanner does
     * not.
     */
    public void opened(@Nullable String token) {
        rows.find(token)
            .map(IssueLinkRows.Row::link)
            .filter(it -> it.purpose() == IssueLinkPurpose.REPORT && it.state() == IssueLinkState.OPEN)
            .ifPresent(it -> rows.open(it.id()));
    }

    /** The person writes back to a report, once. */
    public boolean reply(@Nullable String token, @Nullable String words, @Nullable String address) {
        var row = rows.find(token).orElse(null);
        if (row == null || row.link().state() != IssueLinkState.OPEN
                || row.link().purpose() != IssueLinkPurpose.REPORT) {
            return false;
        }
        var said = Texts.required(words, 2000, "words");
        return Acting.as(Actor.customer(row.link().contactName(), address), () -> {
            if (!rows.use(row.link().id(), said)) {
                return false;
            }
            var issue = desk.anywhere(row.issue());
            desk.note(issue, "REPORT_ANSWERED", said);
            tell(issue, "TOP_ISSUE_ANSWERED", row);
            return true;
        });
    }

    private void tell(TopIssue issue, String kind, IssueLinkRows.Row row) {
        var owner = issue.owner();
        if (owner != null) {
            notices.tell(owner, kind, TopIssueHistory.subject(issue), Map.of(), row.link().id().toString());
        }
    }

}
