package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What we promised.
 *
 * @param on the day by which it will be delivered
 * @param at when the promise was recorded
 * @param adjustedBecause why it is below or after what the customer expects
 * @param riskTakenBecause why it was made in spite of the over-promise check
 */
@Embeddable
public record Commitment(@Column(name = "committed_value") @Nullable BigDecimal value,
        @Column(name = "committed_level") BigDecimal level, @Column(name = "committed_on") LocalDate on,
        @Column(name = "committed_at") Instant at,
        @AttributeOverride(name = "id", column = @Column(name = "committed_by")) @Nullable StaffId by,
        @Column(name = "adjusted_because") @Nullable String adjustedBecause,
        @Column(name = "risk_taken_because") @Nullable String riskTakenBecause) {

    static Commitment of(CommitExpectation wish, Target target, LocalDate saidOn, @Nullable String because,
            Moment now) {
        var level = Numbers.requiredLevel(target.achieved(wish.value(), wish.level(), "committedLevel"),
                "committedLevel", "expectation.commit.level_missing");
        if (wish.on() == null) {
            throw new FieldRefusal("committedOn", "expectation.commit.date_missing");
        }
        if (wish.on().isBefore(saidOn)) {
            throw new FieldRefusal("committedOn", "expectation.commit.before_said", saidOn.toString());
        }
        return new Commitment(Numbers.measured(wish.value(), "committedValue"), level, wish.on(), now.at(), now.by(),
                because, Texts.optional(wish.riskTakenBecause(), 1000, "riskTakenBecause"));
    }

    /**
     * Refuses a plain promise of less or later than the customer expects: that is an
     * adjustment.
     */
    void checkMeets(Target target) {
        if (target.level() != null && level.compareTo(target.level()) < 0) {
            throw new FieldRefusal("committedLevel", "expectation.commit.below_expected", Numbers.plain(level),
                    Numbers.plain(target.level()));
        }
        if (target.wantedOn() != null && on.isAfter(target.wantedOn())) {
            throw new FieldRefusal("committedOn", "expectation.commit.after_wanted", on.toString(),
                    target.wantedOn().toString());
        }
    }

}
