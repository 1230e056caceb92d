package io.cesm.domain.topissue;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the affected customers say to what was submitted, each for itself. */
@Component
class IssueApprovals {

    private static final String ROUND = " where issue_id = :issue and round = :round and ";

    private final TopIssueDesk desk;

    private final JdbcClient jdbc;

    IssueApprovals(TopIssueDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /**
     * Opens a round: one question for each customer; those who left are noted as such.
     */
    void ask(TopIssue it) {
        jdbc.sql("""
                select distinct on (customer_id) customer_id, left_at is not null as gone from top_issue_customer
                 where issue_id = ? order by customer_id, left_at nulls first""").param(it.id().id()).query((rs, i) -> {
            var gone = rs.getBoolean(2);
            jdbc.sql("""
                    insert into top_issue_approval (id, issue_id, customer_id, round, state, asked_at, answered_at)
                    values (:id, :issue, :customer, :round, :state, :at, :answered)""")
                .param("id", Uuid7.next())
                .param("issue", it.id().id())
                .param("customer", rs.getObject(1))
                .param("round", it.round())
                .param("state", gone ? "LEFT" : "WAITING")
                .param("at", desk.at())
                .param("answered", gone ? desk.at() : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
            return gone;
        }).list();
    }

    private void answer(TopIssue it, CustomerId customer, String state, Answer said, @Nullable String words) {
        int rows = jdbc
            .sql("update top_issue_approval set state = :state, contact_id = :contact, channel = :channel,"
                    + " answered_on = :on, words = :words, proxy_id = :proxy, answered_at = :at" + ROUND
                    + "customer_id = :customer and state = 'WAITING'")
            .param("state", state)
            .param("contact", said.contact().id())
            .param("channel", said.channel().name())
            .param("on", said.on())
            .param("words", words)
            .param("proxy", said.proxy() == null ? null : said.proxy().id(), java.sql.Types.OTHER)
            .param("at", desk.at())
            .param("issue", it.id().id())
            .param("round", it.round())
            .param("customer", customer.id())
            .update();
        if (rows == 0) {
            throw new FieldRefusal("customer", "topissue.approve.not_waiting");
        }
    }

    /** One customer agrees. */
    void approve(TopIssue it, TakeIssueStep wish, Moment now) {
        IssueStep.APPROVE.check(it.state());
        answer(it, customer(wish), "APPROVED", it.answered(wish, now), Texts.optional(wish.words(), 2000, "words"));
        settle(it, now);
    }

    /** One customer does not agree: work goes on. */
    void reject(TopIssue it, TakeIssueStep wish, Moment now) {
        IssueStep.REJECT.check(it.state());
        var words = Texts.required(wish.words(), 2000, "words");
        answer(it, customer(wish), "REJECTED", it.answered(wish, now), words);
        desk.note(it, "REJECTION", words);
        it.rejected(now);
    }

    /** Approved as soon as nobody is left who was not heard. */
    void settle(TopIssue it, Moment now) {
        if (count(it, "WAITING") == 0) {
            it.approved(count(it, "LEFT"), now);
        }
    }

    static CustomerId customer(TakeIssueStep wish) {
        if (wish.customer() == null) {
            throw new FieldRefusal("customer", "topissue.customer_missing");
        }
        return wish.customer();
    }

    void left(TopIssue it, CustomerId customer) {
        jdbc.sql("update top_issue_approval set state = 'LEFT', answered_at = :at" + ROUND
                + "customer_id = :customer and state = 'WAITING'")
            .param("at", desk.at())
            .param("issue", it.id().id())
            .param("round", it.round())
            .param("customer", customer.id())
            .update();
    }

    private int count(TopIssue it, String state) {
        return jdbc.sql("select count(*) from top_issue_approval" + ROUND + "state = :state")
            .param("issue", it.id().id())
            .param("round", it.round())
            .param("state", state)
            .query(Integer.class)
            .single();
    }

}
