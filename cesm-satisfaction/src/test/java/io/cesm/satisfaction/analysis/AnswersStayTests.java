package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.MergeFollower;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.answer.LettingAnswersGo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was answered cannot be rewritten, whoever holds the program's connection. */
@PostgresSlice
class AnswersStayTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LettingAnswersGo letting;

    @Autowired
    List<MergeFollower> followers;

    private UUID survey = Uuid7.next();

    private final UUID customer = Uuid7.next();

    @BeforeEach
    void oneAnswer() {
        customer(customer);
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        survey = asked.field("W1", MAY, "NAMED");
        asked.answer(survey, MAY, customer, "1", "{\"tier\":\"1\"}", "{\"nps\":2}");
        jdbc.sql("insert into survey_response_key (survey_id, key, response_id) values (?, 'LINK', ?)")
            .params(survey, Uuid7.next())
            .update();
    }

    @Test
    void noStatementChangesWhatWasAnswered() {
        for (var change : List.of("items = '{\"nps\":10}'", "words = '{\"why\":\"fine\"}'", "weight = 0.01",
                "answered_on = answered_on + 1", "complete = false", "segments = '{}'", "channel = 'PHONE'",
                "survey_id = survey_id, version_id = gen_random_uuid()", "id = gen_random_uuid()",
                "customer_id = null")) {
            refused("update survey_response set " + change);
        }
        refused("update survey_response_key set key = 'ANOTHER'");
        assertThat(count("survey_response where items ->> 'nps' = '2'")).isOne();
    }

    @Test
    void noStatementDeletesAnAnswerOrTheKeyThatMakesItOne() {
        refused("delete from survey_response");
        refused("delete from survey_response_key");
        refused("truncate survey_response", "permission denied");
        refused("truncate survey_response_key", "permission denied");
        assertThat(count("survey_response")).isOne();
        assertThat(count("survey_response_key")).isOne();
    }

    @Test
    void anAnswerIsGivenToNobodyWhoDidNotGiveIt() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        asked.answer(asked.field("W2", MAY, "NAMED"), MAY, "{}", "{\"nps\":10}");

        refused("update survey_response set customer_id = (select id from customer limit 1) where customer_id is null");
    }

    @Test
    void anAnswerFollowsItsCustomerIntoAMergeAndBack() {
        var survivor = Uuid7.next();
        customer(survivor);
        var following = followers.stream().filter(it -> it.part().equals("survey_answers")).findFirst().orElseThrow();

        var followed = following.follow(customer, survivor);
        assertThat(count("survey_response where customer_id = '" + survivor + "'")).isOne();
        following.comeBack(followed, customer);
        assertThat(count("survey_response where customer_id = '" + customer + "'")).isOne();
    }

    @Test
    void theDoorForDeletersClosesBehindThem() {
        letting.during(() -> jdbc.sql("delete from survey_response_key").update());

        assertThat(count("survey_response_key")).isZero();
        refused("delete from survey_response");
    }

    @Test
    void theDoorNeedsATransactionSoThatItCannotStayOpen() {
        TestTransaction.end();
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> letting.during(() -> {
        }));
    }

    private void refused(String sql) {
        refused(sql, "stays as it was given");
    }

    private void refused(String sql, String why) {
        jdbc.sql("savepoint before_it").update();
        assertThatExceptionOfType(DataAccessException.class).as(sql)
            .isThrownBy(() -> jdbc.sql(sql).update())
            .withStackTraceContaining(why);
        jdbc.sql("rollback to savepoint before_it").update();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private void customer(UUID id) {
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ''::tsvector, now(), now(), 0)
                """).params(id, "K-" + id, "Firm " + id, "firm " + id).update();
    }

}
