package io.cesm.satisfaction.fielding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.cesm.domain.support.Beside;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.questionnaire.Anonymity;

/** Two people at two desks hand over the link of the same person. */
@PostgresSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@DirtiesContext
class HandingOverLinksTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private InvitingByHand handing;

    @Autowired
    private BuildingFrames frames;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Timeout(60)
    void twoWhoHandOverOneLinkAtTheSameMomentInviteOnce() throws Exception {
        var world = new SurveyWorld(context);
        var survey = world.fielded("relationship", Anonymity.NAMED);
        var contact = world.people(1, 1).getFirst();
        var mail = jdbc.sql("select value from contact_point where contact_id = ?")
            .param(contact.id())
            .query(String.class)
            .single();
        SurveyWorld.as(() -> frames.add(survey, List.of(mail), FrameSource.HAND));
        var person = jdbc.sql("select id from survey_frame where survey_id = ?")
            .param(survey.id())
            .query(UUID.class)
            .single();

        try (var desk = Executors.newSingleThreadExecutor()) {
            var both = transaction.execute(it -> {
                var mine = SurveyWorld.as(() -> handing.link(survey, person));
                return new Both(mine,
                        Beside.begin(desk, jdbc, () -> SurveyWorld.as(() -> handing.link(survey, person))));
            });

            assertThat(Objects.requireNonNull(both).other().get()).isEqualTo(both.mine());
        }
        assertThat(jdbc.sql("select count(*) from survey_invitation where survey_id = ?")
            .param(survey.id())
            .query(Long.class)
            .single()).isOne();
    }

    private record Both(String mine, Future<String> other) {
    }

}
