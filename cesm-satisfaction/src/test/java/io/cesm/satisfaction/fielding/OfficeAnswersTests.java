package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.LocalDate;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.questionnaire.Anonymity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that our own people may have given. */
@PostgresSlice
class OfficeAnswersTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ContactGuard guards;

    @Autowired
    CurrentActor current;

    @Test
    void fiftyAnswersFromTheOfficeStandOnTheQualityPage() {
        jdbc.sql("update contact_guard set own_networks = array['10.20.0.0/16']").update();
        var quality = new QualityBook(guards, jdbc, current, new Within(), Clock.systemUTC());
        var world = new SurveyWorld(context);
        var survey = world.fielded("transactional", Anonymity.NAMED);
        for (int i = 0; i < 50; i++) {
            quality.noteOrigin(survey, "10.20.30." + i);
        }
        quality.noteOrigin(survey, "192.0.2.7");
        quality.noteOrigin(survey, null);

        var of = Acting.as(Actor.system("test"), () -> quality.of(survey));
        assertThat(of.ownNetwork()).as("only those out of our own network").isEqualTo(50);
    }

    /** Stays in the transaction of the test, which is rolled back. */
    private static final class Within implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            // the test rolls back
        }

        @Override
        public void rollback(TransactionStatus status) {
            // the test rolls back
        }

    }

}
