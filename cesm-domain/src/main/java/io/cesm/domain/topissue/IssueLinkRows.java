package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links of issues as they lie in the database, and what has become of them. */
@Component
class IssueLinkRows {

    static final Duration LIFETIME = Duration.ofDays(30);

    /**
     * Links that reached somebody, and when: handed over by whoever made them, or on
     * their way by mail. One whose mail still waits, came back or failed did not.
     */
    static final String REACHED = """
            select l.*, coalesce((select min(m.sent_at) from top_issue_mail m where m.link_id = l.id
                                     and m.state in ('SENT', 'SHOWN')), l.made_at) as reached_at
              from top_issue_link l
             where l.revoked_at is null
               and (not exists (select from top_issue_mail m where m.link_id = l.id)
                    or exists (select from top_issue_mail m where m.link_id = l.id and m.state in ('SENT', 'SHOWN')))""";

    private static final String SELECT = """
            select l.*, u.name as customer_name, u.name_en as customer_name_en, k.name as contact_name, k.language,
                   (k.active and k.merged_into is null) as there, t.state as issue_state, t.statement as statement_now,
                   t.round as round_now, a.state as asked,
                   (select m.state from top_issue_mail m where m.link_id = l.id order by m.created_at desc limit 1) as mail
              from top_issue_link l
              join top_issue t on t.id = l.issue_id
              join customer u on u.id = l.customer_id
              join contact k on k.id = l.contact_id
              left join top_issue_approval a on a.issue_id = l.issue_id and a.customer_id = l.customer_id and a.round = l.round
             where\s""";

    private final IssueTokens tokens;

    private final JdbcClient jdbc;

    private final Clock clock;

    IssueLinkRows(IssueTokens tokens, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A link with what it is about. */
    record Row(IssueLink link, TopIssueId issue, int round, @Nullable String statement) {
    }

    List<IssueLink> of(TopIssueId issue, Scope scope) {
        return jdbc
            .sql(SELECT + "l.issue_id = :issue and " + scope.sql("l.customer_id")
                    + " order by l.made_at desc, l.id desc limit 200")
            .param("issue", issue.id())
            .params(scope.params())
            .query(this::row)
            .list()
            .stream()
            .map(Row::link)
            .toList();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "l.id = :id").param("id", id).query(this::row).optional();
    }

    Optional<Row> find(@Nullable String token) {
        if (token == null || !IssueTokens.couldBe(token)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + "l.token_hash = :hash")
            .param("hash", IssueTokens.digest(token))
            .query(this::row)
            .optional();
    }

    /** Keeps a link; its token follows from its id. */
    UUID keep(TopIssue issue, IssueLinkPurpose purpose, CustomerId customer, ContactId contact, @Nullable UUID report,
            @Nullable IssueChannel channel, Moment now) {
        var id = Uuid7.at(now.at().toEpochMilli());
        jdbc.sql(
                """
                        insert into top_issue_link (id, issue_id, purpose, customer_id, contact_id, report_id, statement, round, channel,
                                                    token_hash, made_at, made_by, expires_at)
                        values (:id, :issue, :purpose, :customer, :contact, :report, :statement, :round, :channel, :hash, :at, :by, :expires)""")
            .param("id", id)
            .param("issue", issue.id().id())
            .param("purpose", purpose.name())
            .param("customer", customer.id())
            .param("contact", contact.id())
            .param("report", report, java.sql.Types.OTHER)
            .param("statement", purpose == IssueLinkPurpose.STATEMENT ? issue.statement() : null)
            .param("round", issue.round())
            .param("channel", channel == null ? null : channel.name())
            .param("hash", tokens.digestOf(id))
            .param("at", now.at().atOffset(ZoneOffset.UTC))
            .param("by", now.by() == null ? null : now.by().id(), java.sql.Types.OTHER)
            .param("expires", now.at().plus(LIFETIME).atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

    /** Marks a link as used, once: false if somebody was faster. */
    boolean use(UUID id, @Nullable String answer) {
        return jdbc
            .sql("update top_issue_link set used_at = :at, answer = :answer, opened_at = coalesce(opened_at, :at)"
                    + " where id = :id and used_at is null and revoked_at is null")
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("answer", answer)
            .param("id", id)
            .update() == 1;
    }

    void open(UUID id) {
        jdbc.sql(
                "update top_issue_link set opened_at = :at where id = :id and opened_at is null and revoked_at is null")
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update();
    }

    private Row row(ResultSet rs, int i) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var channel = rs.getString("channel");
        var purpose = IssueLinkPurpose.valueOf(rs.getString("purpose"));
        var link = new IssueLink(id, purpose, new CustomerId(rs.getObject("customer_id", UUID.class)),
                rs.getString("customer_name"), rs.getString("customer_name_en"),
                new ContactId(rs.getObject("contact_id", UUID.class)), rs.getString("contact_name"),
                rs.getString("language"), rs.getObject("report_id", UUID.class),
                channel == null ? null : IssueChannel.valueOf(channel), state(rs, purpose),
                requireNonNull(TopIssueRegister.at(rs, "made_at")),
                requireNonNull(TopIssueRegister.at(rs, "expires_at")), rs.getString("mail"),
                TopIssueRegister.at(rs, "opened_at"), TopIssueRegister.at(rs, "used_at"), rs.getString("answer"));
        return new Row(link, new TopIssueId(rs.getObject("issue_id", UUID.class)), rs.getInt("round"),
                rs.getString("statement"));
    }

    private IssueLinkState state(ResultSet rs, IssueLinkPurpose purpose) throws SQLException {
        if (rs.getObject("used_at") != null) {
            return IssueLinkState.USED;
        }
        if (rs.getObject("revoked_at") != null) {
            return IssueLinkState.REVOKED;
        }
        Instant expires = requireNonNull(TopIssueRegister.at(rs, "expires_at"));
        if (!clock.instant().isBefore(expires)) {
            return IssueLinkState.EXPIRED;
        }
        var issue = TopIssueState.valueOf(rs.getString("issue_state"));
        boolean same = rs.getBoolean("there") && switch (purpose) {
            case STATEMENT ->
                issue == TopIssueState.NOMINATED && rs.getString("statement").equals(rs.getString("statement_now"));
            case APPROVAL -> issue == TopIssueState.SUBMITTED && rs.getInt("round") == rs.getInt("round_now")
                    && "WAITING".equals(rs.getString("asked"));
            case REPORT -> true;
        };
        return same ? IssueLinkState.OPEN : IssueLinkState.CHANGED;
    }

}
