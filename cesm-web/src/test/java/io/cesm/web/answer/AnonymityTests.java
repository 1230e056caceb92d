package io.cesm.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.answer.AnswerDraft;
import io.cesm.satisfaction.answer.AnswerDrafts;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.ReleasingAnswers;
import io.cesm.satisfaction.answer.TakingAnswers;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody has the whole database, with everything in it that no program shows. */
@WebTest
class AnonymityTests {

    @Autowired
    private AnswerLinks links;

    @Autowired
    private TakingAnswers taking;

    @Autowired
    private AnswerDrafts drafts;

    @Autowired
    private ReleasingAnswers releasing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    private AskedWorld world;

    private UUID survey;

    private final List<AskedWorld.Asked> asked = new ArrayList<>();

    @BeforeEach
    void twelveAnswerOneAfterTheOther() {
        world = new AskedWorld(context);
        survey = world.survey("transactional", Anonymity.ANONYMOUS);
        world.contacts(12).forEach(it -> asked.add(world.invite(survey, it, "zh")));
    }

    private Answers said(int who) {
        return new Answers(Map.of("q1", List.of(String.valueOf(1 + who % 5)), "q2", List.of("6"), "q4", List.of("no"),
                "q5", List.of("密语" + who + "号")));
    }

    private void answer(int who) {
        var link = links.find(asked.get(who).token(), "");
        drafts.keep(link, asked.get(who).token(), new AnswerDraft(said(who), "p2", "zh"));
        taking.take(link, Given.now(said(who), "zh"));
    }

    /** Every row of every table as text, with the transaction that wrote it. */
    private List<String> dump() {
        var rows = new ArrayList<String>();
        jdbc.sql("select quote_ident(table_name) from information_schema.tables where table_schema = current_schema()"
                + " and table_type = 'BASE TABLE'")
            .query(String.class)
            .list()
            .forEach(table -> jdbc
                .sql("select '%s ' || t.xmin::text || ' ' || t::text from %s t".formatted(table, table))
                .query(String.class)
                .list()
                .forEach(rows::add));
        return rows;
    }

    @Test
    void canBeReadByNobodyWhileItIsWrittenAndWaits() {
        var link = links.find(asked.getFirst().token(), "");
        drafts.keep(link, asked.getFirst().token(), new AnswerDraft(said(0), "p2", "zh"));
        assertThat(drafts.of(link, asked.getFirst().token()).answers()).isEqualTo(said(0));
        assertThat(drafts.of(link, asked.get(1).token()).answers()).isEqualTo(Answers.none());
        assertThat(dump()).noneMatch(it -> it.contains("密语"));
        for (int i = 0; i < 9; i++) {
            answer(i);
        }
        releasing.release();
        assertThat(dump()).as("nine are too few to let five go and keep five").noneMatch(it -> it.contains("密语"));
        assertThat(jdbc.sql("select count(distinct length(sealed)) from answer_held where survey_id = ?")
            .param(survey)
            .query(Integer.class)
            .single()).as("their sizes tell nothing").isOne();
    }

    @Test
    void cannotBeJoinedToWhoWasAskedByAnythingInTheDatabase() {
        for (int i = 0; i < 12; i++) {
            answer(i);
        }
        releasing.release();
        jdbc.sql("update survey set state = 'CLOSED' where id = ?").param(survey).update();
        releasing.release();
        var rows = jdbc.sql(
                "select id, xmin::text as xmin, words ->> 'q5' as said, answered_on, answered_at, contact_id, customer_id,"
                        + " segments::text as segments from survey_response where survey_id = ? order by ctid")
            .param(survey)
            .query((rs, i) -> new Found(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3),
                    rs.getDate(4).toLocalDate().getDayOfMonth(),
                    rs.getObject(5) == null && rs.getObject(6) == null && rs.getObject(7) == null, rs.getString(8)))
            .list();
        assertThat(rows).hasSize(12).allSatisfy(it -> {
            assertThat(it.id().version()).as("a number without a time").isEqualTo(4);
            assertThat(it.day()).isOne();
            assertThat(it.nobody()).isTrue();
            assertThat(it.segments()).doesNotContain("ITR-7");
        });
        assertThat(rows.stream().map(Found::xmin).distinct().count()).as("transactions that wrote them")
            .isLessThanOrEqualTo(2);
        assertThat(jdbc.sql("select xmin::text from survey_invitation where survey_id = ?")
            .param(survey)
            .query(String.class)
            .list()).doesNotContainAnyElementsOf(rows.stream().map(Found::xmin).toList());
        int guessed = 0;
        for (int i = 0; i < 12; i++) {
            guessed += rows.get(i).said().equals("密语" + i + "号") ? 1 : 0;
        }
        assertThat(guessed).as("guesses by order that are right").isLessThan(7);
        assertThat(jdbc
            .sql("select count(*) from survey_invitation where survey_id = ? and state = 'ANSWERED'"
                    + " and answered_at is null")
            .param(survey)
            .query(Integer.class)
            .single()).isEqualTo(12);
        nothingNamesBoth(rows);
        assertThat(world.count("answer_held", survey) + world.count("answer_draft", survey)).isZero();
    }

    private record Found(UUID id, String xmin, String said, int day, boolean nobody, String segments) {
    }

    /**
     * No row anywhere names an answer together with somebody, or somebody's answer at
     * all.
     */
    private void nothingNamesBoth(List<Found> rows) {
        var answers = rows.stream().map(it -> it.id().toString()).toList();
        var dump = dump();
        // the two queues of what is not yet counted or read know the answer's own id, its
        // survey and its day, which the answer itself carries, and nothing else
        assertThat(dump.stream().filter(it -> answers.stream().anyMatch(it::contains)).map(it -> it.split(" ")[0]))
            .isSubsetOf("survey_response", "survey_pending", "answer_unread");
        assertThat(jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = current_schema() and table_name in ('survey_pending', 'answer_unread')""")
            .query(String.class)
            .list()).as("a new column could be a moment or a person")
            .containsExactlyInAnyOrder("survey_pending.survey_id", "survey_pending.answered_on",
                    "survey_pending.response_id", "answer_unread.response_id", "answer_unread.survey_id",
                    "answer_unread.answered_on", "answer_unread.tries");
        assertThat(dump.stream().filter(it -> it.startsWith("survey_response_key") && it.contains(survey.toString())))
            .hasSize(12)
            .allMatch(it -> it.endsWith(",,)"));
        assertThat(dump.stream()
            .filter(it -> it.startsWith("timeline_entry ") || it.startsWith("event_publication ")
                    || it.startsWith("notice "))
            .filter(it -> asked.stream().anyMatch(one -> it.contains(one.invitation().toString())))).isEmpty();
    }

    @Test
    void isGivenOnceAndAcknowledgedAgain() {
        var link = links.find(asked.getFirst().token(), "");
        var first = taking.take(link, Given.now(said(0), "zh"));
        var again = taking.take(link, Given.now(said(3), "zh"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(world.count("answer_held", survey)).isOne();
    }

}
