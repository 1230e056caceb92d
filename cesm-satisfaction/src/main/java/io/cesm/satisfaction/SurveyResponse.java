package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.level.Level;

/**
 * What one respondent answered.
 *
 * @param respondent a key that is the same when the file comes again
 * @param answers by item; items without an answer are left out
 */
public record SurveyResponse(String respondent, Map<String, Answer> answers) {

    /** The two answers to an item, as they were given. */
    public record Answer(@Nullable BigDecimal expected, @Nullable BigDecimal perceived) {
    }

    public SurveyResponse {
        answers = Map.copyOf(answers);
    }

    /**
     * Reads the cells of one row.
     * @throws Refusal if an answer cannot be understood
     */
    public static SurveyResponse read(String respondent, Map<SurveyColumn, String> cells) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        cells.forEach((column, cell) -> column.answer(cell).ifPresent(number -> {
            var other = answers.getOrDefault(column.item(), new Answer(null, null));
            answers.put(column.item(), (column.level() == Level.E) ? new Answer(number, other.perceived())
                    : new Answer(other.expected(), number));
        }));
        return new SurveyResponse(respondent, answers);
    }

}
