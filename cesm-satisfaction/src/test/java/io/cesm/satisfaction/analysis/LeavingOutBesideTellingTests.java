package io.cesm.satisfaction.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.Executors;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Beside;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.answer.LeavingOut;
import io.cesm.satisfaction.answer.LeftOutReason;
import io.cesm.satisfaction.answer.TellingAnswers;
import io.cesm.satisfaction.questionnaire.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer is left out at the very moment in which its levels are noted. */
@PostgresSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@DirtiesContext
class LeavingOutBesideTellingTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LeavingOut leaving;

    @Autowired
    TellingAnswers telling;

    @Autowired
    Templates templates;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @Timeout(60)
    void leavesNoLevelsBehind() throws Exception {
        var office = Rolled.staff(jdbc);
        var asked = Asked.template(jdbc, templates, "relationship", "NAMED");
        var survey = asked.field("W1", MAY, "NAMED");
        asked.answer(survey, MAY, Rolled.customer(jdbc, "Firm"), "1", "{}", "{\"perceived.delivery\":6}");
        var answer = jdbc.sql("""
                insert into answer_untold (survey_id, answered_on, response_id)
                select survey_id, answered_on, id from survey_response where survey_id = ? returning response_id""")
            .param(survey)
            .query(UUID.class)
            .single();

        try (var desk = Executors.newSingleThreadExecutor()) {
            var judged = transaction.execute(it -> {
                assertThat(telling.tell()).isPositive();
                return Beside.begin(desk, jdbc, () -> leave(office, survey, answer));
            });
            assertThat(requireNonNull(judged).get()).isTrue();
        }

        assertThat(jdbc.sql("select count(*) from level_reading where source_id = ?")
            .param(answer)
            .query(Long.class)
            .single()).isZero();
    }

    private boolean leave(StaffId office, UUID survey, UUID answer) {
        Acting.as(Actor.staff(office, "Office", EnumSet.of(Role.OFFICE), Scope.all(), "page", null),
                () -> leaving.leaveOut(survey, answer, LeftOutReason.TRIAL, "a trial of our own"));
        return true;
    }

}
