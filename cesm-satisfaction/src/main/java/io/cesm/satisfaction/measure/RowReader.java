package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;

/** Reads rows of a file as answers. */
final class RowReader {

    private static final BigDecimal HEAVIEST = new BigDecimal("100000");

    private final List<AnswerColumn> columns;

    private final LocalDate usual;

    private final DayText days;

    RowReader(List<AnswerColumn> columns, ImportPlan plan) {
        var none = none(plan.setting("none"));
        this.columns = columns.stream().filter(it -> plan.maps(it.target())).map(it -> it.without(none)).toList();
        this.usual = DayText.ISO.read(String.valueOf(plan.setting("readOn")), "readOn");
        this.days = DayText.of(plan.setting("days"));
    }

    private static Set<String> none(@Nullable String setting) {
        var none = new HashSet<String>();
        for (var code : (setting == null ? "" : setting).split("[;；,，|\\s]+")) {
            if (!code.isBlank()) {
                none.add(AnswerColumn.folded(code.strip()));
            }
        }
        return none;
    }

    /**
     * The answer of a row.
     * @throws Refusal if the row cannot be understood
     */
    AnswerDraft read(ImportRow row) {
        var draft = new AnswerDraft(row.number(), usual);
        for (var column : columns) {
            for (var cell : row.all(column.target())) {
                read(column, cell, draft);
            }
        }
        if (draft.isEmpty()) {
            throw new Refusal("survey.no_answer");
        }
        return draft;
    }

    private void read(AnswerColumn column, String cell, AnswerDraft draft) {
        switch (column.kind()) {
            case KEY -> draft.key(Texts.required(cell, 120, column.target()));
            case DATE -> draft.day(days.read(cell, column.target()));
            case WEIGHT -> draft.weight(weight(cell, column.target()));
            case LANGUAGE -> language(column.codes().getOrDefault(AnswerColumn.folded(cell.strip()), cell), draft);
            case CUSTOMER -> draft.customerText(Texts.optional(cell, 200, column.target()));
            default -> column.read(cell, draft);
        }
    }

    private static void language(String cell, AnswerDraft draft) {
        var code = cell.strip().toLowerCase(Locale.ROOT);
        if (code.matches("[a-z]{2}([-_].*)?")) {
            draft.language(code.substring(0, 2));
        }
    }

    private static BigDecimal weight(String cell, String target) {
        try {
            var weight = new BigDecimal(cell.strip()).setScale(6, RoundingMode.HALF_UP);
            if (cell.length() <= 30 && weight.signum() > 0 && weight.compareTo(HEAVIEST) < 0) {
                return weight;
            }
        }
        catch (NumberFormatException ex) {
            // told below
        }
        throw new FieldRefusal(target, "answers.no_weight", cell.length() > 40 ? cell.substring(0, 40) : cell);
    }

}
