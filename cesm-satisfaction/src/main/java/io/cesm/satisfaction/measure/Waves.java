package io.cesm.satisfaction.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.VersionBook;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The surveys that hold the answers of a series, wave by wave. */
@Component
class Waves {

    private final JdbcClient jdbc;

    private final SeriesBook book;

    private final QuestionnaireBook questionnaires;

    private final PublishingQuestionnaires publishing;

    private final VersionBook versions;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    Waves(JdbcClient jdbc, SeriesBook book, QuestionnaireBook questionnaires, PublishingQuestionnaires publishing,
            VersionBook versions, RecordNumbers numbers, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.questionnaires = questionnaires;
        this.publishing = publishing;
        this.versions = versions;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A wave that files are taken into. */
    record Wish(String label, @Nullable LocalDate from, LocalDate to, Map<String, String> headers) {
    }

    /**
     * The wave if it is there.
     * @throws FieldRefusal if its codebook was another one
     */
    Optional<AnsweredSurvey> find(SeriesDetails series, String label) {
        var found = there(series, label);
        if (found.isPresent() && !found.get().codebook().equals(series.codebook())) {
            if (found.get().answered()) {
                throw new FieldRefusal("wave", "measure.codebook_changed", label);
            }
            return Optional.empty();
        }
        return found.map(There::survey);
    }

    /** The survey that holds a wave, whatever its codebook was. */
    Optional<UUID> survey(SeriesDetails series, String label) {
        return there(series, label).map(it -> it.survey().id());
    }

    /** A wave with the codebook its answers were read with. */
    private record There(AnsweredSurvey survey, Codebook codebook, boolean answered) {
    }

    private Optional<There> there(SeriesDetails series, String label) {
        return jdbc.sql("""
                select v.id, v.version_id, v.anonymity, w.codebook,
                       exists (select from survey_response_key k where k.survey_id = v.id)
                  from agency_wave w join survey v on v.id = w.survey_id
                 where w.series_id = ? and w.label = ?""")
            .params(series.id().id(), label)
            .query((rs, i) -> new There(new AnsweredSurvey(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
                    rs.getString(3).equals("ANONYMOUS")), book.codebook(rs.getString(4)), rs.getBoolean(5)))
            .optional();
    }

    /**
     * The wave, opened if it is not there yet; remembers under which headings its items
     * stood.
     */
    AnsweredSurvey open(SeriesDetails known, Wish wish) {
        var there = find(known, wish.label());
        if (there.isPresent()) {
            return there.get();
        }
        var series = book.lock(known.id());
        var version = version(new QuestionnaireId(series.questionnaire()));
        var emptied = there(series, wish.label());
        var survey = new AnsweredSurvey(emptied.map(it -> it.survey().id()).orElseGet(Uuid7::next), version,
                series.about().anonymity() == Anonymity.ANONYMOUS);
        if (emptied.isPresent()) {
            jdbc.sql("update survey set version_id = ?, anonymity = ? where id = ?")
                .params(version, series.about().anonymity().name(), survey.id())
                .update();
        }
        else {
            insert(series, survey, wish);
        }
        jdbc.sql("""
                insert into agency_wave (survey_id, series_id, label, codebook) values (?, ?, ?, cast(? as jsonb))
                on conflict (survey_id) do update set codebook = excluded.codebook""")
            .params(survey.id(), series.id().id(), wish.label(), book.text(series.codebook().columns()))
            .update();
        jdbc.sql("update agency_series set headers = headers || cast(? as jsonb), changed_at = ? where id = ?")
            .params(book.text(wish.headers()), clock.instant().atOffset(ZoneOffset.UTC), series.id().id())
            .update();
        timeline.record(Change.of(KeepingSeries.subject(series), "WAVE_OPENED").with("wave", null, wish.label()));
        return survey;
    }

    private UUID version(QuestionnaireId id) {
        var it = questionnaires.require(id);
        int number = it.changed() || it.published() == 0
                ? publishing.publish(id, it.version(), new PublishQuestionnaire(Map.of(), null)) : it.published();
        return versions.require(id, number).id();
    }

    private void insert(SeriesDetails series, AnsweredSurvey survey, Wish wish) {
        var about = series.about();
        var staff = current.actor().staff();
        var title = about.name().endsWith(wish.label()) ? about.name() : about.name() + " · " + wish.label();
        jdbc.sql(
                """
                        insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state, wave,
                               opens_on, closes_on, owner_id, use_for_appraisal, demo, created_at, created_by, changed_at, version)
                        select :id, :number, cast(:title as jsonb), 'AGENCY', s.kind, s.questionnaire_id, :version, s.anonymity,
                               'CLOSED', :wave, cast(:from as date), :to, s.owner_id, s.use_for_appraisal, s.demo, :at, :by, :at, 0
                          from agency_series s where s.id = :series""")
            .param("id", survey.id())
            .param("number", numbers.next("S"))
            .param("title", book.text(Map.of(about.language(), title)))
            .param("version", survey.version())
            .param("wave", wish.label())
            .param("from", wish.from())
            .param("to", wish.to())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", staff == null ? null : staff.id())
            .param("series", series.id().id())
            .update();
    }

}
