package io.cesm.satisfaction.measure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.analysis.RollingUp;
import io.cesm.satisfaction.answer.LettingAnswersGo;
import io.cesm.satisfaction.questionnaire.Profile;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People say what an agency measures for us and what its files mean. */
@Service
@Transactional
public class KeepingSeries {

    private final JdbcClient jdbc;

    private final SeriesBook book;

    private final WritingQuestionnaires writing;

    private final QuestionnaireBook questionnaires;

    private final DimensionBook dimensions;

    private final RollingUp rolling;

    private final LettingAnswersGo letting;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    KeepingSeries(JdbcClient jdbc, SeriesBook book, WritingQuestionnaires writing, QuestionnaireBook questionnaires,
            DimensionBook dimensions, RollingUp rolling, LettingAnswersGo letting, RecordNumbers numbers,
            CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.writing = writing;
        this.questionnaires = questionnaires;
        this.dimensions = dimensions;
        this.rolling = rolling;
        this.letting = letting;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Begins a series with the codebook of its files. */
    public SeriesId begin(SeriesWish wish, Codebook codebook) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        codebook.judge(codes());
        var questionnaire = writing.begin(new Profile(wish.kind(), wish.anonymity(), null),
                CodebookQuestions.of(codebook, wish.name(), wish.language()));
        var id = SeriesId.next();
        var number = numbers.next("W");
        var staff = current.actor().staff();
        jdbc.sql("""
                insert into agency_series (id, number, name, agency, language, kind, anonymity, use_for_appraisal,
                       questionnaire_id, codebook, owner_id, created_at, changed_at, version)
                values (:id, :number, :name, :agency, :language, :kind, :anonymity, :appraisal, :questionnaire,
                       cast(:codebook as jsonb), :owner, :at, :at, 0)""")
            .param("id", id.id())
            .param("number", number)
            .param("name", wish.name())
            .param("agency", wish.agency())
            .param("language", wish.language())
            .param("kind", wish.kind().name())
            .param("anonymity", wish.anonymity().name())
            .param("appraisal", wish.useForAppraisal())
            .param("questionnaire", questionnaire.id())
            .param("codebook", book.text(codebook.columns()))
            .param("owner", staff == null ? null : staff.id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        timeline.record(Change.of(new Subject("SERIES", id.id(), number, null), "CREATED")
            .with("columns", null, codebook.columns().size()));
        return id;
    }

    /** Says anew what the series is; language and promise stay once a wave is in. */
    public void describe(SeriesId id, long seen, SeriesWish wish) {
        var it = require(id, seen);
        var was = it.about();
        if (!book.waves(id).isEmpty()
                && (wish.anonymity() != was.anonymity() || !wish.language().equals(was.language()))) {
            throw new Refusal("measure.has_waves");
        }
        var change = Change.of(subject(it), "DESCRIBED")
            .with("name", was.name(), wish.name())
            .with("agency", was.agency(), wish.agency())
            .with("kind", was.kind(), wish.kind())
            .with("anonymity", was.anonymity(), wish.anonymity())
            .with("appraisal", was.useForAppraisal(), wish.useForAppraisal());
        jdbc.sql("""
                update agency_series set name = ?, agency = ?, language = ?, kind = ?, anonymity = ?,
                       use_for_appraisal = ?, changed_at = ?, version = version + 1 where id = ?""")
            .params(wish.name(), wish.agency(), wish.language(), wish.kind().name(), wish.anonymity().name(),
                    wish.useForAppraisal(), clock.instant().atOffset(ZoneOffset.UTC), id.id())
            .update();
        var questionnaire = new QuestionnaireId(it.questionnaire());
        var draft = questionnaires.require(questionnaire);
        var version = writing.describe(questionnaire, draft.version(),
                new Profile(wish.kind(), wish.anonymity(), draft.profile().purpose()));
        writing.edit(questionnaire, version, old -> CodebookQuestions.of(it.codebook(), wish.name(), wish.language()));
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    /**
     * Says anew what the columns mean; waves that are in keep what they were read with.
     */
    public void explain(SeriesId id, long seen, Codebook codebook) {
        var it = require(id, seen);
        codebook.judge(codes());
        if (codebook.equals(it.codebook())) {
            return;
        }
        jdbc.sql(
                "update agency_series set codebook = cast(? as jsonb), changed_at = ?, version = version + 1 where id = ?")
            .params(book.text(codebook.columns()), clock.instant().atOffset(ZoneOffset.UTC), id.id())
            .update();
        var questionnaire = new QuestionnaireId(it.questionnaire());
        writing.edit(questionnaire, questionnaires.require(questionnaire).version(),
                old -> CodebookQuestions.of(codebook, it.about().name(), it.about().language()));
        timeline.record(Change.of(subject(it), "EXPLAINED")
            .with("columns", it.codebook().columns().size(), codebook.columns().size())
            .note(CodebookChanges.between(it.codebook(), codebook)));
    }

    /**
     * Takes a wave back that was read wrongly: its answers are gone with what was written
     * beside them, and its file can be taken in anew.
     */
    public void takeBack(SeriesId id, UUID survey) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = book.lock(id);
        var wave = book.waves(id)
            .stream()
            .filter(each -> each.survey().equals(survey))
            .findFirst()
            .orElseThrow(io.cesm.domain.kernel.UnknownThing::new);
        letting.during(() -> {
            // who reads an answer in this moment is waited for, then what was read goes
            // too
            for (var table : List.of("survey_pending", "answer_unread", "survey_comment", "answer_left_out",
                    "survey_response_key", "survey_response")) {
                jdbc.sql("delete from " + table + " where survey_id = ?").param(survey).update();
            }
        });
        Acting.as(Actor.system("roll-up"), () -> rolling.rebuild(survey));
        timeline.record(Change.of(subject(it), "TAKEN_BACK")
            .with("wave", wave.label(), null)
            .with("answers", wave.answers(), 0));
    }

    private SeriesDetails require(SeriesId id, long seen) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = book.lock(id);
        StaleVersion.check(seen, it.version());
        return it;
    }

    private Set<String> codes() {
        return dimensions.active().stream().map(DimensionBook.Dimension::code).collect(Collectors.toSet());
    }

    static Subject subject(SeriesDetails it) {
        return new Subject("SERIES", it.id().id(), it.number(), null);
    }

}
