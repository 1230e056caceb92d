package io.cesm.satisfaction.followup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.satisfaction.reading.ScaleAnswer;
import io.cesm.satisfaction.reading.TakenAnswer;
import org.jspecify.annotations.Nullable;

/**
 * When an answer calls for somebody to ask the customer. All conditions given have to
 * hold.
 *
 * @param words one of them has to be written
 * @param decidersOnly whether only answers of decision makers count
 * @param againDays the same customer has to have been that low within so many days before
 * @param dueHours working hours until the customer should have been spoken to
 */
public record FollowUpRule(RuleId id, String name, String nameEn, boolean active, @Nullable Threshold threshold,
        List<String> words, boolean decidersOnly, @Nullable Integer againDays, int dueHours, int sort, long version) {

    private static final int MOST_WORDS = 60;

    private static final int LONGEST_WORD = 60;

    public FollowUpRule {
        name = Texts.required(name, 80, "name");
        nameEn = Texts.required(nameEn, 80, "nameEn");
        words = judged(words);
        within(dueHours, 1, 400, "dueHours");
        within(sort, 0, 9999, "sort");
        if (againDays != null) {
            within(againDays, 1, 730, "againDays");
        }
        if (threshold == null && words.isEmpty()) {
            throw new FieldRefusal("measure", "followup.rule.empty");
        }
        if (threshold == null && againDays != null) {
            throw new FieldRefusal("againDays", "followup.rule.again_needs_score");
        }
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? name : nameEn;
    }

    /** The lowest point that is too low, if any is. */
    Optional<ScaleAnswer> tooLow(TakenAnswer answer) {
        var limit = threshold;
        return limit == null ? Optional.empty()
                : answer.points()
                    .stream()
                    .filter(limit::isMetBy)
                    .min(java.util.Comparator.comparing(ScaleAnswer::level));
    }

    /** The first of the words that was written, if any was. */
    Optional<String> written(TakenAnswer answer) {
        var comments = answer.comments().stream().map(it -> it.text().toLowerCase(Locale.ROOT)).toList();
        return words.stream()
            .filter(word -> comments.stream().anyMatch(it -> it.contains(word.toLowerCase(Locale.ROOT))))
            .findFirst();
    }

    private static List<String> judged(List<String> words) {
        var clean = words.stream().map(Texts::clean).filter(it -> !it.isEmpty()).distinct().toList();
        if (clean.size() > MOST_WORDS) {
            throw new FieldRefusal("words", "followup.rule.many_words", MOST_WORDS);
        }
        clean.forEach(it -> Texts.required(it, LONGEST_WORD, "words"));
        return clean;
    }

    private static void within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new FieldRefusal(field, "number.range", least, most);
        }
    }

}
