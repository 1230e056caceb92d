package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.questionnaire.PublishedVersion;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireDetails;
import io.cesm.satisfaction.questionnaire.QuestionnaireState;
import io.cesm.satisfaction.questionnaire.VersionBook;

/** Saying what a survey will be, until it is over. */
@Service
@Transactional
public class PlanningSurveys {

    private final Surveys surveys;

    private final QuestionnaireBook questionnaires;

    private final VersionBook versions;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    PlanningSurveys(Surveys surveys, QuestionnaireBook questionnaires, VersionBook versions, RecordNumbers numbers,
            CurrentActor current, Timeline timeline, Clock clock) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    public SurveyId plan(PlanSurvey wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var of = questionnaires.require(wish.questionnaire());
        var asked = asked(of, wish);
        var plan = owned(wish);
        var it = surveys.saveAndFlush(Survey.plan(numbers.next("S"), of.profile().kind(), asked, plan,
                current.actor().staff(), clock.instant()));
        timeline
            .record(Change.of(subject(it), "PLANNED").with("questionnaire", null, of.number() + " v" + asked.number()));
        return it.id();
    }

    /** Changes what is planned and returns its new version. */
    public long replan(SurveyId id, long version, PlanSurvey wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = surveys.require(id);
        StaleVersion.check(version, it.version());
        var before = new Was(it.title(), it.wave(), it.opensOn(), it.closesOn(), it.owner(), it.settings());
        var of = questionnaires.require(wish.questionnaire());
        it.replan(of.profile().kind(), asked(of, wish), owned(wish), clock.instant());
        var change = Change.of(subject(it), "REPLANNED")
            .with("title", before.title.get("zh"), it.title().get("zh"))
            .with("titleEn", before.title.get("en"), it.title().get("en"))
            .with("wave", before.wave, it.wave())
            .with("opensOn", before.opensOn, it.opensOn())
            .with("closesOn", before.closesOn, it.closesOn())
            .with("reminders", before.settings.reminders(), it.settings().reminders())
            .with("remindAfterDays", before.settings.remindAfterDays(), it.settings().remindAfterDays())
            .with("linkDays", before.settings.linkDays(), it.settings().linkDays())
            .with("guarded", before.settings.guarded(), it.settings().guarded())
            .with("consent", before.settings.consent(), it.settings().consent());
        if (!change.isEmpty() || !Objects.equals(before.owner, it.owner())) {
            timeline.record(change);
        }
        return surveys.saveAndFlush(it).version();
    }

    private record Was(java.util.Map<String, String> title, @org.jspecify.annotations.Nullable String wave,
            java.time.@org.jspecify.annotations.Nullable LocalDate opensOn,
            java.time.@org.jspecify.annotations.Nullable LocalDate closesOn,
            io.cesm.domain.people.@org.jspecify.annotations.Nullable StaffId owner, SurveySettings settings) {
    }

    private PublishedVersion asked(QuestionnaireDetails of, PlanSurvey wish) {
        if (of.published() == 0) {
            throw new FieldRefusal("questionnaire", "fielding.not_published", of.number());
        }
        if (of.state() == QuestionnaireState.RETIRED) {
            throw new FieldRefusal("questionnaire", "fielding.retired", of.number());
        }
        var number = wish.version();
        if (number != null && (number < 1 || number > of.published())) {
            throw new FieldRefusal("version", "fielding.no_such_version", number);
        }
        return versions.require(of.id(), number == null ? of.published() : number);
    }

    private PlanSurvey owned(PlanSurvey it) {
        return it.owner() != null ? it : new PlanSurvey(it.questionnaire(), it.version(), it.title(), it.wave(),
                it.opensOn(), it.closesOn(), current.actor().staff(), it.settings());
    }

    static Subject subject(Survey it) {
        return new Subject("SURVEY", it.id().id(), it.number(), null);
    }

}
