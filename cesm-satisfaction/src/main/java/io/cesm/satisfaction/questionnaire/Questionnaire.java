package io.cesm.satisfaction.questionnaire;

import java.time.Instant;

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

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;

/**
 * A questionnaire from its first draft on. Only the draft changes; what was published
 * stays as it was.
 */
@Entity
public class Questionnaire extends AbstractAggregateRoot<Questionnaire> {

    private @EmbeddedId QuestionnaireId id;

    private String number;

    private @JdbcTypeCode(SqlTypes.JSON) String title;

    private @Enumerated(EnumType.STRING) SurveyKind kind;

    private @Enumerated(EnumType.STRING) Anonymity anonymity;

    private @Nullable String purpose;

    private @Enumerated(EnumType.STRING) QuestionnaireState state;

    private @JdbcTypeCode(SqlTypes.JSON) String draft;

    private boolean changed;

    private int published;

    private Instant createdAt;

    @AttributeOverride(name = "id", column = @Column(name = "created_by"))
    private @Nullable StaffId createdBy;

    private Instant changedAt;

    private boolean demo;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Questionnaire() {
    }

    private Questionnaire(String number, Profile profile, Definition definition, @Nullable StaffId by, Instant at) {
        this.id = QuestionnaireId.next();
        this.number = number;
        this.kind = profile.kind();
        this.anonymity = profile.anonymity();
        this.purpose = Texts.optional(profile.purpose(), 1000, "purpose");
        this.state = QuestionnaireState.DRAFT;
        this.title = DefinitionJson.text(definition.title());
        this.draft = DefinitionJson.text(definition);
        this.changed = true;
        this.createdAt = at;
        this.createdBy = by;
        this.changedAt = at;
    }

    static Questionnaire begin(String number, Profile profile, Definition definition, @Nullable StaffId by,
            Instant at) {
        return new Questionnaire(number, profile, definition, by, at);
    }

    void describe(Profile profile, Instant at) {
        if (published > 0 && profile.anonymity() != anonymity) {
            throw new Refusal("questionnaire.anonymity_kept");
        }
        kind = profile.kind();
        anonymity = profile.anonymity();
        purpose = Texts.optional(profile.purpose(), 1000, "purpose");
        changedAt = at;
    }

    void write(Definition definition, Instant at) {
        if (state == QuestionnaireState.RETIRED) {
            throw new Refusal("questionnaire.retired");
        }
        title = DefinitionJson.text(definition.title());
        draft = DefinitionJson.text(definition);
        changed = true;
        changedAt = at;
    }

    /** Freezes the draft; returns the number of the new version. */
    int publish(Instant at) {
        if (state == QuestionnaireState.RETIRED) {
            throw new Refusal("questionnaire.retired");
        }
        if (!changed) {
            throw new Refusal("questionnaire.unchanged");
        }
        published++;
        changed = false;
        state = QuestionnaireState.PUBLISHED;
        changedAt = at;
        return published;
    }

    void retire(Instant at) {
        if (state != QuestionnaireState.PUBLISHED) {
            throw new Refusal("questionnaire.not_published");
        }
        state = QuestionnaireState.RETIRED;
        changedAt = at;
    }

    void revive(Instant at) {
        if (state != QuestionnaireState.RETIRED) {
            throw new Refusal("questionnaire.not_retired");
        }
        state = QuestionnaireState.PUBLISHED;
        changedAt = at;
    }

    public QuestionnaireId id() {
        return id;
    }

    public String number() {
        return number;
    }

    public SurveyKind kind() {
        return kind;
    }

    public Anonymity anonymity() {
        return anonymity;
    }

    public @Nullable String purpose() {
        return purpose;
    }

    public QuestionnaireState state() {
        return state;
    }

    Definition draft() {
        return DefinitionJson.read(draft);
    }

    int published() {
        return published;
    }

    long version() {
        return version == null ? 0 : version;
    }

}
