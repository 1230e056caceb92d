package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.NotAllowed;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.answer.LeavingOut;
import io.cesm.satisfaction.answer.LeftOutReason;
import io.cesm.satisfaction.answer.TellingAnswers;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.voice.VoiceBook;
import io.cesm.satisfaction.voice.VoiceFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.cesm.satisfaction.analysis.Rolled.as;
import static io.cesm.satisfaction.analysis.Rolled.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An answer that does not count: the figures are as if it had never been given. */
@PostgresSlice
class LeavingOutTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    private static final String WORDS = "answered a second time by phone";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    ReadingFigures figures;

    @Autowired
    LeavingOut leaving;

    @Autowired
    TellingAnswers telling;

    @Autowired
    AnswersBehind behind;

    @Autowired
    VoiceBook voices;

    @Autowired
    Templates templates;

    private StaffId office = StaffId.next();

    private UUID customer = new UUID(0, 0);

    @BeforeEach
    void peopleAndACustomer() {
        office = Rolled.staff(jdbc);
        customer = Rolled.customer(jdbc, "Firm");
    }

    @Test
    void theFiguresAreAsIfItHadNeverBeenGivenAndAsBeforeOnceItCountsAgain() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        var without = asked.field("W1", MAY, "NAMED");
        var with = asked.field("W2", MAY, "NAMED");
        for (var survey : List.of(without, with)) {
            for (int i = 0; i < 12; i++) {
                asked.answer(survey, MAY, customer, "1", "{\"tier\":\"1\"}", "{\"nps\":" + (i % 11) + "}");
            }
        }
        asked.answer(with, MAY, customer, "2.5", "{\"tier\":\"2\"}", "{\"nps\":0}");
        rolling.advance();
        var before = cells(jdbc, with);
        var answer = answer(with, "2");

        act(Role.OFFICE, () -> leaving.leaveOut(with, answer, LeftOutReason.TWICE, WORDS));
        rolling.advance();

        assertThat(cells(jdbc, with)).isEqualTo(cells(jdbc, without)).isNotEqualTo(before);
        assertThat(as(() -> rolling.compare(with)).equal()).as("counted anew says the same").isTrue();
        assertThat(respondents(with, Filter.NONE)).isEqualTo(12);
        assertThat(raw(with)).as("combinations read answer by answer").isEqualTo(raw(without));
        assertThat(as(() -> behind.slice(with, Filter.NONE, null, null, null, 50)).items())
            .as("it stays in the list, marked")
            .hasSize(13)
            .filteredOn(AnswersBehind.Row::leftOut)
            .extracting(AnswersBehind.Row::id)
            .containsExactly(answer);

        act(Role.OFFICE, () -> leaving.takeIn(with, answer, "it was another person after all"));
        rolling.advance();
        assertThat(cells(jdbc, with)).isEqualTo(before);
    }

    @Test
    void anAnswerLeftOutBeforeItWasCountedIsNeverCounted() {
        var survey = survey("NAMED");
        act(Role.OFFICE, () -> leaving.leaveOut(survey, answer(survey, "1"), LeftOutReason.TRIAL, WORDS));
        rolling.advance();

        assertThat(cells(jdbc, survey)).isEmpty();
        assertThat(as(() -> rolling.compare(survey)).equal()).isTrue();
    }

    @Test
    void whatItSaidAboutLevelsIsTakenBackAndComesAgain() {
        var asked = Asked.template(jdbc, templates, "relationship", "NAMED");
        var survey = asked.field("W1", MAY, "NAMED");
        asked.answer(survey, MAY, customer, "1", "{\"tier\":\"1\"}", "{\"perceived.delivery\":6}");
        var answer = answer(survey, "1");
        jdbc.sql("insert into answer_untold (survey_id, answered_on, response_id) values (?, ?, ?)")
            .params(survey, MAY, answer)
            .update();
        telling.tell();
        var before = readings(answer);
        assertThat(before).isPositive();

        act(Role.OFFICE, () -> leaving.leaveOut(survey, answer, LeftOutReason.OWN_STAFF, WORDS));
        assertThat(readings(answer)).isZero();
        act(Role.OFFICE, () -> leaving.takeIn(survey, answer, WORDS));
        assertThat(readings(answer)).isEqualTo(before);
    }

    @Test
    void itsCommentsAreNotAmongTheVoices() {
        var survey = survey("NAMED");
        var answer = answer(survey, "1");
        jdbc.sql("""
                insert into survey_comment (id, survey_id, response_id, answered_on, key, customer_id, named, anonymous,
                       language, body, search, sentiment, themes, revision)
                values (?, ?, ?, ?, 'why', ?, true, false, 'en', 'late', ''::tsvector, -1, '{}', 1)""")
            .params(Uuid7.next(), survey, answer, MAY, customer)
            .update();
        var here = VoiceFilter.ALL.in(survey);
        assertThat(as(() -> voices.count(here, 10))).isOne();

        act(Role.OFFICE, () -> leaving.leaveOut(survey, answer, LeftOutReason.WRONG_PERSON, WORDS));
        assertThat(as(() -> voices.count(here, 10))).isZero();
    }

    @Test
    void neitherWithoutWordsNorTwice() {
        var survey = survey("NAMED");
        var answer = answer(survey, "1");
        refused("answer.say_why", () -> leaving.leaveOut(survey, answer, LeftOutReason.OTHER, " no  "));
        refused("answer.not_left_out", () -> leaving.takeIn(survey, answer, WORDS));
        act(Role.OFFICE, () -> leaving.leaveOut(survey, answer, LeftOutReason.OTHER, WORDS));
        refused("answer.left_out_already", () -> leaving.leaveOut(survey, answer, LeftOutReason.OTHER, WORDS));
        refused("answer.say_why", () -> leaving.takeIn(survey, answer, null));
    }

    @Test
    void nobodyLeavesOutAnAnswerOfACustomerTheyLookAfter() {
        var survey = survey("NAMED");
        jdbc.sql("insert into account_team (id, customer_id, staff_id, role, valid_from) values (?, ?, ?, 'CSR', ?)")
            .params(Uuid7.next(), customer, office.id(), MAY.minusYears(1))
            .update();
        refused("answer.about_you", () -> leaving.leaveOut(survey, answer(survey, "1"), LeftOutReason.TRIAL, WORDS));
    }

    @Test
    void anonymousAnswersAndConfidencesStayClosed() {
        var nameless = survey("ANONYMOUS");
        refused("figures.raw_anonymous",
                () -> leaving.leaveOut(nameless, answer(nameless, "1"), LeftOutReason.TRIAL, WORDS));
        var confidential = survey("CONFIDENTIAL");
        var answer = answer(confidential, "1");
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(
                    () -> act(Role.MANAGER, () -> leaving.leaveOut(confidential, answer, LeftOutReason.TRIAL, WORDS)))
            .satisfies(it -> assertThat(it.code()).isEqualTo("figures.raw_confidential"));
    }

    @Test
    void auditorsLookAndDoNotTouch() {
        var survey = survey("NAMED");
        var answer = answer(survey, "1");
        assertThatExceptionOfType(NotAllowed.class)
            .isThrownBy(() -> act(Role.AUDITOR, () -> leaving.leaveOut(survey, answer, LeftOutReason.TRIAL, WORDS)));
    }

    private UUID survey(String anonymity) {
        var asked = Asked.questions(jdbc, anonymity, Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, anonymity);
        asked.answer(survey, MAY, customer, "1", "{\"tier\":\"1\"}", "{\"nps\":2}");
        return survey;
    }

    private UUID answer(UUID survey, String tier) {
        return jdbc.sql("select id from survey_response where survey_id = ? and segments ->> 'tier' = ?")
            .params(survey, tier)
            .query(UUID.class)
            .single();
    }

    private void refused(String code, Runnable work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> act(Role.OFFICE, work))
            .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private void act(Role role, Runnable work) {
        Acting.as(Actor.staff(office, "Office", EnumSet.of(role), Scope.all(), "page", null), () -> {
            work.run();
            return true;
        });
    }

    private long readings(UUID answer) {
        return jdbc.sql("select count(*) from level_reading where source_id = ?")
            .param(answer)
            .query(Long.class)
            .single();
    }

    private @Nullable Long respondents(UUID survey, Filter filter) {
        return as(() -> figures.overview(figures.open(survey, filter), CustomerAggregation.EVERY_RESPONSE))
            .respondents();
    }

    private @Nullable Long raw(UUID survey) {
        return respondents(survey, new Filter(java.util.Map.of("tier", "1", "language", "en"), null));
    }

}
