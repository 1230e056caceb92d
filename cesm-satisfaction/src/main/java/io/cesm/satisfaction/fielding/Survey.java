package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.PublishedVersion;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;

/**
 * A survey we carry out ourselves: one frozen version of a questionnaire, asked in a
 * certain time. Once it is in the field, what is asked and the promise of anonymity stay.
 */
@Entity
class Survey extends AbstractAggregateRoot<Survey> {

    private @EmbeddedId SurveyId id;

    private String number;

    private @JdbcTypeCode(SqlTypes.JSON) String title;

    private @Enumerated(EnumType.STRING) SurveyOrigin origin;

    private @Enumerated(EnumType.STRING) SurveyKind kind;

    @AttributeOverride(name = "id", column = @Column(name = "questionnaire_id"))
    private QuestionnaireId questionnaire;

    private UUID versionId;

    private @Enumerated(EnumType.STRING) Anonymity anonymity;

    private @Enumerated(EnumType.STRING) SurveyState state;

    private @Nullable String wave;

    private @Nullable LocalDate opensOn;

    private @Nullable LocalDate closesOn;

    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private @JdbcTypeCode(SqlTypes.JSON) String settings;

    private boolean useForAppraisal;

    private boolean demo;

    private Instant createdAt;

    @AttributeOverride(name = "id", column = @Column(name = "created_by"))
    private @Nullable StaffId createdBy;

    private Instant changedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Survey() {
    }

    private Survey(String number, SurveyKind kind, PublishedVersion asked, PlanSurvey plan, @Nullable StaffId by,
            Instant at) {
        this.id = SurveyId.next();
        this.number = number;
        this.origin = SurveyOrigin.OWN;
        this.state = SurveyState.DRAFT;
        this.createdAt = at;
        this.createdBy = by;
        this.changedAt = at;
        this.kind = kind;
        this.questionnaire = asked.questionnaire();
        this.versionId = asked.id();
        this.anonymity = asked.anonymity();
        this.settings = SettingsJson.write(plan.settings());
        this.title = "{}";
        describe(asked, plan);
    }

    static Survey plan(String number, SurveyKind kind, PublishedVersion asked, PlanSurvey plan, @Nullable StaffId by,
            Instant at) {
        return new Survey(number, kind, asked, plan, by, at);
    }

    void replan(SurveyKind kind, PublishedVersion asked, PlanSurvey plan, Instant at) {
        requireOwn();
        if (state != SurveyState.DRAFT && !asked.id().equals(versionId)) {
            throw new FieldRefusal("version", "fielding.version_kept");
        }
        if (state == SurveyState.CLOSED || state == SurveyState.ANALYSED) {
            throw new Refusal("fielding.over");
        }
        if (state == SurveyState.FIELDED && !Objects.equals(plan.opensOn(), opensOn)) {
            throw new FieldRefusal("opensOn", "fielding.has_opened");
        }
        this.kind = kind;
        this.questionnaire = asked.questionnaire();
        this.versionId = asked.id();
        this.anonymity = asked.anonymity();
        this.settings = SettingsJson.write(plan.settings());
        describe(asked, plan);
        changedAt = at;
    }

    private void describe(PublishedVersion asked, PlanSurvey plan) {
        var opens = plan.opensOn();
        var closes = plan.closesOn();
        if (opens != null && closes != null && closes.isBefore(opens)) {
            throw new FieldRefusal("closesOn", "fielding.closes_before_it_opens");
        }
        this.title = SettingsJson.write(titles(asked, plan.title()));
        this.wave = Texts.optional(plan.wave(), 80, "wave");
        this.opensOn = opens;
        this.closesOn = closes;
        this.owner = plan.owner();
    }

    private static Map<String, String> titles(PublishedVersion asked, Map<String, String> given) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (var language : asked.definition().languages()) {
            var own = Texts.optional(given.get(language), 200, "title." + language);
            titles.put(language,
                    own == null ? asked.definition().title().in(language, asked.definition().languages()) : own);
        }
        return titles;
    }

    /** Lets it into the field, from today if no other day is planned. */
    void open(LocalDate today, Instant at) {
        requireOwn();
        require(SurveyState.DRAFT, "fielding.not_draft");
        var closes = closesOn;
        if (closes == null) {
            throw new FieldRefusal("closesOn", "fielding.closes_missing");
        }
        if (closes.isBefore(today)) {
            throw new FieldRefusal("closesOn", "fielding.closes_in_the_past");
        }
        opensOn = opensOn == null || opensOn.isBefore(today) ? today : opensOn;
        state = SurveyState.FIELDED;
        changedAt = at;
    }

    void close(LocalDate today, Instant at) {
        requireOwn();
        require(SurveyState.FIELDED, "fielding.not_fielded");
        var opens = opensOn;
        closesOn = opens != null && today.isBefore(opens) ? opens : today;
        state = SurveyState.CLOSED;
        changedAt = at;
    }

    /** Takes answers again, until another day. */
    void reopen(LocalDate until, LocalDate today, Instant at) {
        requireOwn();
        require(SurveyState.CLOSED, "fielding.not_closed");
        if (until.isBefore(today)) {
            throw new FieldRefusal("closesOn", "fielding.closes_in_the_past");
        }
        closesOn = until;
        state = SurveyState.FIELDED;
        changedAt = at;
    }

    void conclude(Instant at) {
        require(SurveyState.CLOSED, "fielding.not_closed");
        state = SurveyState.ANALYSED;
        changedAt = at;
    }

    private void requireOwn() {
        if (origin != SurveyOrigin.OWN) {
            throw new Refusal("fielding.not_own");
        }
    }

    private void require(SurveyState needed, String otherwise) {
        if (state != needed) {
            throw new Refusal(otherwise);
        }
    }

    SurveyId id() {
        return id;
    }

    String number() {
        return number;
    }

    SurveyState state() {
        return state;
    }

    UUID asked() {
        return versionId;
    }

    @Nullable String wave() {
        return wave;
    }

    @Nullable LocalDate opensOn() {
        return opensOn;
    }

    @Nullable LocalDate closesOn() {
        return closesOn;
    }

    @Nullable StaffId owner() {
        return owner;
    }

    Map<String, String> title() {
        return SettingsJson.strings(title);
    }

    SurveySettings settings() {
        return SettingsJson.settings(settings);
    }

    long version() {
        return version == null ? 0 : version;
    }

}
