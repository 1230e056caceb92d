package io.cesm.satisfaction.questionnaire;

import java.time.Clock;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;

/** What authors do with questionnaires before they are published. */
@Service
@Transactional
public class WritingQuestionnaires {

    private final Questionnaires questionnaires;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    WritingQuestionnaires(Questionnaires questionnaires, RecordNumbers numbers, CurrentActor current, Timeline timeline,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    public QuestionnaireId begin(Profile profile, Definition definition) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var judged = DefinitionJson.read(DefinitionJson.tree(definition));
        var it = questionnaires.saveAndFlush(
                Questionnaire.begin(numbers.next("Q"), profile, judged, current.actor().staff(), clock.instant()));
        timeline.record(Change.of(subject(it), "CREATED"));
        return it.id();
    }

    /**
     * Changes the draft and returns its new version; what does not fit together is
     * refused.
     */
    public long edit(QuestionnaireId id, long version, UnaryOperator<Definition> how) {
        var it = require(id, version);
        var before = it.draft();
        var after = DefinitionJson.read(DefinitionJson.tree(how.apply(before)));
        if (!after.equals(before)) {
            it.write(after, clock.instant());
        }
        return questionnaires.saveAndFlush(it).version();
    }

    public long describe(QuestionnaireId id, long version, Profile profile) {
        var it = require(id, version);
        var before = new Profile(it.kind(), it.anonymity(), it.purpose());
        it.describe(profile, clock.instant());
        var change = Change.of(subject(it), "DESCRIBED")
            .with("kind", before.kind(), it.kind())
            .with("anonymity", before.anonymity(), it.anonymity())
            .with("purpose", before.purpose(), it.purpose());
        if (!change.isEmpty()) {
            timeline.record(change);
        }
        return questionnaires.saveAndFlush(it).version();
    }

    public long retire(QuestionnaireId id, long version) {
        var it = require(id, version);
        it.retire(clock.instant());
        timeline.record(Change.of(subject(it), "RETIRED"));
        return questionnaires.saveAndFlush(it).version();
    }

    public long revive(QuestionnaireId id, long version) {
        var it = require(id, version);
        it.revive(clock.instant());
        timeline.record(Change.of(subject(it), "REVIVED"));
        return questionnaires.saveAndFlush(it).version();
    }

    private Questionnaire require(QuestionnaireId id, long version) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = questionnaires.require(id);
        StaleVersion.check(version, it.version());
        return it;
    }

    static Subject subject(Questionnaire it) {
        return new Subject("QUESTIONNAIRE", it.id().id(), it.number(), null);
    }

}
