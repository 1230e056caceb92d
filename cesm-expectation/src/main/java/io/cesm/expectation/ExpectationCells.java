package io.cesm.expectation;

import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.SeenRows;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** One row of a list of expectations, read into what the register understands. */
record ExpectationCells(ImportRow row) {

    private @Nullable String text(String target) {
        return row.first(target);
    }

    /** Its key in the file; a row without one is known by all it says. */
    String identity() {
        var key = text("key");
        return key == null ? "row " + Long.toHexString(said()) : key.strip();
    }

    @Nullable String key() {
        return text("key");
    }

    @Nullable String customer() {
        return text("customer");
    }

    @Nullable String owner() {
        return text("owner");
    }

    @Nullable String dimension() {
        return text("dimension");
    }

    /** What a person would call the row. */
    @Nullable String name() {
        var words = text("verbatim");
        return words == null || words.length() <= 80 ? words : words.substring(0, 79) + "…";
    }

    /** A fingerprint of all the row says. */
    long said() {
        var all = new StringBuilder();
        for (var target : ExpectationColumns.ALL) {
            all.append(String.join("\u0001", row.all(target.code()))).append('\u0002');
        }
        return SeenRows.print(all.toString());
    }

    ExpectationState state() {
        return ExpectationWords.state(text("state"));
    }

    Classification classification(@Nullable String dimensionCode) {
        return new Classification(dimensionCode, ExpectationWords.flow(text("flow")),
                ExpectationWords.whole(text("importance"), "importance"), ExpectationWords.kano(text("kano")));
    }

    Target target() {
        return new Target(text("measure"), text("unit"), ExpectationWords.number(text("worst"), "worst"),
                ExpectationWords.number(text("ideal"), "ideal"),
                ExpectationWords.number(text("expectedValue"), "expectedValue"),
                ExpectationWords.number(text("expectedLevel"), "expectedLevel"),
                ExpectationWords.day(text("wantedOn"), "wantedOn"));
    }

    /** What the row says, as a wish; blank cells say nothing. */
    CaptureExpectation wish(CustomerId customer, ContactId contact, @Nullable String dimensionCode,
            @Nullable StaffId owner, @Nullable LocalDate today) {
        var words = text("verbatim");
        if (words == null) {
            throw new FieldRefusal("verbatim", "text.required");
        }
        var saidOn = ExpectationWords.day(text("saidOn"), "saidOn");
        return new CaptureExpectation(customer, contact, words, text("understood"), saidOn == null ? today : saidOn,
                ExpectationWords.channel(text("channel")), text("touchPoint"), text("reference"),
                classification(dimensionCode), target(), null, owner, false);
    }

}
