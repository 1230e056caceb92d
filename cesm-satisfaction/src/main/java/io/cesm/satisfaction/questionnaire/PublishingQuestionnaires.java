package io.cesm.satisfaction.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.JsonNodeFactory;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;

/** Freezing a draft into a version that never changes again. */
@Service
@Transactional
public class PublishingQuestionnaires {

    private final Questionnaires questionnaires;

    private final VersionBook versions;

    private final DimensionBook dimensions;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    PublishingQuestionnaires(Questionnaires questionnaires, VersionBook versions, DimensionBook dimensions,
            CurrentActor current, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.dimensions = dimensions;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What stands in the way. */
    @Transactional(readOnly = true)
    public List<PublishCheck> checks(QuestionnaireDetails it) {
        return PublishCheck.of(it.draft(), it.profile().anonymity(),
                dimensions.active().stream().map(DimensionBook.Dimension::code).collect(Collectors.toSet()));
    }

    /** Publishes the draft; returns the number of the version. */
    public int publish(QuestionnaireId id, long version, PublishQuestionnaire wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = questionnaires.require(id);
        StaleVersion.check(version, it.version());
        var draft = it.draft();
        var codes = dimensions.active().stream().map(DimensionBook.Dimension::code).collect(Collectors.toSet());
        if (PublishCheck.of(draft, it.anonymity(), codes).stream().anyMatch(PublishCheck::blocks)) {
            throw new Refusal("questionnaire.not_ready");
        }
        var before = it.published() == 0 ? null : versions.require(id, it.published()).definition();
        var at = clock.instant();
        var number = it.publish(at);
        freeze(it, number, draft, comparable(before, draft, wish), wish.note(), at);
        timeline.record(Change.of(WritingQuestionnaires.subject(it), "PUBLISHED")
            .with("published", number == 1 ? null : number - 1, number)
            .note(wish.note()));
        questionnaires.saveAndFlush(it);
        return number;
    }

    private static String comparable(@Nullable Definition before, Definition draft, PublishQuestionnaire wish) {
        var out = JsonNodeFactory.instance.objectNode();
        if (before == null) {
            return out.toString();
        }
        for (var line : Comparison.of(before, draft)) {
            var because = line.fate() == Comparison.Fate.CHANGED
                    ? Texts.optional(wish.kept().get(line.id()), 400, "kept." + line.id()) : null;
            if (because != null && !line.measures()) {
                throw new FieldRefusal("kept." + line.id(), "questionnaire.never_comparable", line.id());
            }
            var one = out.putObject(line.id());
            one.put("fate", line.fate().name());
            one.put("comparable", line.fate() == Comparison.Fate.SAME || because != null);
            if (because != null) {
                one.put("because", because);
            }
        }
        return out.toString();
    }

    private void freeze(Questionnaire it, int number, Definition draft, String comparable, @Nullable String note,
            Instant at) {
        var text = DefinitionJson.text(draft);
        var by = current.actor().staff();
        jdbc.sql(
                """
                        insert into questionnaire_version (id, questionnaire_id, number, definition, anonymity, comparable, note,
                                                           digest, published_at, published_by)
                        values (:id, :questionnaire, :number, cast(:definition as jsonb), :anonymity, cast(:comparable as jsonb),
                                :note, :digest, :at, :by)""")
            .param("id", Uuid7.next())
            .param("questionnaire", it.id().id())
            .param("number", number)
            .param("definition", text)
            .param("anonymity", it.anonymity().name())
            .param("comparable", comparable)
            .param("note", Texts.optional(note, 1000, "note"))
            .param("digest", digest(text))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id())
            .update();
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
