package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;

/**
 * What is said about a customer's scorecard.
 *
 * @param dueDays days after the end of a period by which it is due
 * @param graceDays days after that until it counts as not received
 * @param deliveredBy who at the customer delivers it
 * @param endedOn last day the customer keeps it, null while it does
 */
public record ScorecardWish(CustomerId customer, String title, Marks marks, Cadence cadence, int dueDays, int graceDays,
        @Nullable String deliveredBy, LocalDate startsOn, @Nullable LocalDate endedOn, List<Criterion> criteria,
        @Nullable StaffId owner) {

    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(10_000);

    public ScorecardWish {
        title = Texts.required(title, 160, "title");
        deliveredBy = Texts.optional(deliveredBy, 160, "deliveredBy");
        if (dueDays < 0 || dueDays > 365) {
            throw new FieldRefusal("dueDays", "scorecard.days", 0, 365);
        }
        if (graceDays < 1 || graceDays > 365) {
            throw new FieldRefusal("graceDays", "scorecard.days", 1, 365);
        }
        if (startsOn.getYear() < 2000 || startsOn.getYear() > 2100) {
            throw new FieldRefusal("startsOn", "scorecard.start");
        }
        if (endedOn != null && endedOn.isBefore(startsOn)) {
            throw new FieldRefusal("endedOn", "measure.from_after_to");
        }
        criteria = List.copyOf(criteria);
        if (criteria.size() > 40) {
            throw new FieldRefusal("criteria", "scorecard.too_many", 40);
        }
        Set<String> names = new HashSet<>();
        for (var it : criteria) {
            if (!names.add(it.name())) {
                throw new FieldRefusal("criteria", "scorecard.criterion_twice", it.name());
            }
            if (it.weight().signum() <= 0 || it.weight().compareTo(HEAVIEST) > 0) {
                throw new FieldRefusal("criteria", "scorecard.weight", it.name());
            }
        }
    }

    /** Reads criteria written one per line as {@code Delivery; 30; delivery}. */
    public static List<Criterion> criteria(@Nullable String text) {
        List<Criterion> criteria = new ArrayList<>();
        for (var line : (text == null ? "" : text).split("\n")) {
            var parts = line.strip().split("[;；\t]", -1);
            if (line.isBlank()) {
                continue;
            }
            try {
                var weight = parts.length < 2 || parts[1].isBlank() ? BigDecimal.ONE
                        : new BigDecimal(parts[1].replace("%", "").strip());
                criteria.add(new Criterion(null, Texts.required(parts[0], 120, "criteria"), weight,
                        parts.length < 3 ? null : Texts.optional(parts[2], 40, "criteria")));
            }
            catch (NumberFormatException ex) {
                throw new FieldRefusal("criteria", "scorecard.criterion_line",
                        line.strip().length() > 60 ? line.strip().substring(0, 60) : line.strip());
            }
        }
        return criteria;
    }

    /** The criteria as lines. */
    public String criterionLines() {
        return String.join("\n",
                criteria.stream()
                    .map(it -> it.name() + "; " + it.weight().stripTrailingZeros().toPlainString()
                            + (it.dimension() == null ? "" : "; " + it.dimension()))
                    .toList());
    }

}
