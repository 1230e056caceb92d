package io.cesm.satisfaction.measure.scorecard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Texts;

/**
 * The wish to note what a customer gave.
 *
 * @param receivedOn the day it came
 * @param total the customer's own total, if it gives one
 * @param marks by criterion
 */
public record ReceiveMarks(LocalDate receivedOn, @Nullable String total, Map<UUID, String> marks,
        @Nullable String note) {

    public ReceiveMarks {
        total = Texts.optional(total, 40, "total");
        note = Texts.optional(note, 1000, "note");
        Map<UUID, String> given = new LinkedHashMap<>();
        marks.forEach((criterion, mark) -> {
            var plain = Texts.optional(mark, 40, "mark." + criterion);
            if (plain != null) {
                given.put(criterion, plain);
            }
        });
        marks = given;
    }

}
