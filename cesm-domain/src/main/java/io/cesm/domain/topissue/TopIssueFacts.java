package io.cesm.domain.topissue;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** What a TOP issue says of itself, field by field, so that a change can be told. */
record TopIssueFacts(String title, String problem, @Nullable String dimension, @Nullable Flow flow, TopIssueState state,
        @Nullable String statement, @Nullable ContactId confirmedContact, @Nullable IssueChannel confirmedChannel,
        @Nullable LocalDate confirmedOn, @Nullable String confirmedWords, @Nullable StaffId confirmedProxy,
        @Nullable StaffId owner, @Nullable String ownerAgreed, @Nullable StaffId sponsor,
        @Nullable MeasureKind measureKind, @Nullable String measureName, @Nullable String measureItem,
        @Nullable String measureUnit, @Nullable BigDecimal baseline, @Nullable BigDecimal target,
        @Nullable String stake, @Nullable BigDecimal stakeValue, @Nullable LocalDate targetOn, @Nullable String whys,
        @Nullable CauseClass causeClass, @Nullable String rootCause, Integer rhythmDays,
        @Nullable BigDecimal effectValue, @Nullable LocalDate effectOn, @Nullable String effectWords,
        Integer checkWeeks, @Nullable BigDecimal checkedValue, @Nullable LocalDate checkedOn, @Nullable String lesson,
        @Nullable String endedBecause) {

    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (var each : getClass().getRecordComponents()) {
            try {
                var value = each.getAccessor().invoke(this);
                values.put(each.getName(),
                        value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value);
            }
            catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return values;
    }

}
