package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What makes an issue measurable: the measure with its value today and its target, what
 * is at stake, by when and who backs it; how often customers hear of it and after how
 * many weeks the effect is looked at again.
 */
@Embeddable
record IssuePlan(@Enumerated(EnumType.STRING) @Nullable MeasureKind measureKind, @Nullable String measureName,
        @Nullable String measureItem, @Nullable String measureUnit, boolean rising, @Nullable BigDecimal baseline,
        @Nullable BigDecimal target, @Nullable String stake, @Nullable BigDecimal stakeValue,
        @Nullable LocalDate targetOn, @Nullable UUID sponsorId, int rhythmDays, int checkWeeks) {

    static final IssuePlan NONE = new IssuePlan(null, null, null, null, false, null, null, null, null, null, null, 14,
            8);

    private static final int LONGEST_STAKE = 14;

    IssuePlan revised(PlanTopIssue wish) {
        var measure = Texts.optional(wish.measure(), 200, "measure");
        var item = Texts.optional(wish.item(), 120, "item");
        if (wish.kind() == MeasureKind.SURVEY_ITEM && measure != null && item == null) {
            throw new FieldRefusal("item", "topissue.item_missing");
        }
        var plan = new IssuePlan(wish.kind(), measure, item, Texts.optional(wish.unit(), 40, "unit"), wish.rising(),
                number(wish.baseline(), "baseline"), number(wish.target(), "target"),
                Texts.optional(wish.stake(), 1000, "stake"), amount(wish.stakeValue(), "stakeValue"), wish.targetOn(),
                wish.sponsor() == null ? null : wish.sponsor().id(),
                range(wish.rhythmDays(), rhythmDays, 1, 180, "rhythmDays"),
                range(wish.checkWeeks(), checkWeeks, 1, 104, "checkWeeks"));
        plan.judgeDirection();
        return plan;
    }

    private void judgeDirection() {
        if (baseline != null && target != null) {
            int step = target.compareTo(baseline);
            if (step == 0) {
                throw new FieldRefusal("target", "topissue.target.same");
            }
            if (step > 0 != rising) {
                throw new FieldRefusal("target", rising ? "topissue.target.lower" : "topissue.target.higher");
            }
        }
    }

    /** Whether a wish moves what work is measured by. */
    boolean isMovedBy(PlanTopIssue wish) {
        return differs(baseline, wish.baseline()) || differs(target, wish.target())
                || !Objects.equals(targetOn, wish.targetOn());
    }

    private static boolean differs(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one != other : one.compareTo(other) != 0;
    }

    @Nullable StaffId sponsor() {
        return sponsorId == null ? null : new StaffId(sponsorId);
    }

    boolean isMeasurable() {
        return measureName != null && baseline != null && target != null;
    }

    /** Whether a value is as good as the target or better. */
    boolean isReachedBy(BigDecimal value) {
        int over = value.compareTo(requireNonNull(target));
        return rising ? over >= 0 : over <= 0;
    }

    static @Nullable BigDecimal number(@Nullable BigDecimal value, String field) {
        if (value != null && (value.precision() - value.scale() > 12 || value.stripTrailingZeros().scale() > 4)) {
            throw new FieldRefusal(field, "topissue.number");
        }
        return value;
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal value, String field) {
        if (value != null && (value.signum() < 0 || value.precision() - value.scale() > LONGEST_STAKE)) {
            throw new FieldRefusal(field, "topissue.amount");
        }
        return value;
    }

    private static int range(@Nullable Integer given, int before, int least, int most, String field) {
        if (given == null) {
            return before;
        }
        if (given < least || given > most) {
            throw new FieldRefusal(field, "number.range", least, most);
        }
        return given;
    }

}
