package io.cesm.domain.complaint;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** What a complaint says of itself, field by field, so that a change can be told. */
record ComplaintFacts(ComplaintKind kind, ContactId contact, String subject, String verbatim, ComplaintChannel channel,
        @Nullable LocalDate occurredOn, @Nullable String reference, @Nullable String product,
        @Nullable String dimension, @Nullable Flow flow, ComplaintState state, Grading grading, @Nullable StaffId owner,
        @Nullable Role lockedRole, @Nullable String waitingFor, @Nullable String containment,
        @Nullable CauseClass causeClass, @Nullable String rootCause, @Nullable String remedy,
        @Nullable BigDecimal remedyCost, @Nullable ContactId answeredContact,
        @Nullable ComplaintChannel answeredChannel, @Nullable LocalDate answeredOn, @Nullable String answerWords,
        @Nullable StaffId answerProxy, @Nullable String externalRoute, @Nullable String endedBecause,
        @Nullable ComplaintId mergedInto) {

    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (var each : getClass().getRecordComponents()) {
            try {
                if (!each.getName().equals("grading")) {
                    values.put(each.getName(), each.getAccessor().invoke(this));
                }
            }
            catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        values.put("grade", grading.grade());
        values.put("gradeBecause", grading.gradeBecause());
        values.put("wishedGrade", grading.wishedGrade());
        values.put("wishedBecause", grading.wishedBecause());
        values.put("impact", grading.impact());
        values.put("urgency", grading.urgency());
        values.put("publicity", grading.publicity() ? "YES" : null);
        return values;
    }

    static Map<String, @Nullable Object> none() {
        return Map.of();
    }

}
