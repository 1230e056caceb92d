package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Judges answers: whether they are there where they must be, and can be what they say.
 */
public final class Judging {

    /** Longest text beside an option. */
    static final int BESIDE = 200;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]{1,63}(\\.[^@\\s.]{1,63}){1,8}");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,28}[0-9]");

    private final Answers answers;

    private final List<AnswerFault> faults = new ArrayList<>();

    private Judging(Answers answers) {
        this.answers = answers;
    }

    /** What is wrong with the answers of a page. */
    public static List<AnswerFault> page(AskedPage page, Answers answers) {
        var judging = new Judging(answers);
        page.questions().forEach(judging::question);
        return judging.faults;
    }

    private void question(Asked asked) {
        var key = asked.key();
        var required = asked.question().head().required();
        switch (asked.question()) {
            case Question.OnScale it -> value(asked, key, required);
            case Question.Matrix it -> items(asked, required);
            case Question.Pair it -> items(asked, required);
            case Question.Kano it -> items(asked, required);
            case Question.Choice it -> choice(asked, it, required);
            case Question.Ranking it -> ranking(asked, it, required);
            case Question.Text it -> text(asked, it, required);
            case Question.Number it -> number(asked, it, required);
            case Question.Date it -> date(asked, it, required);
            case Question.File it -> must(key, required);
            case Question.Consent it -> consent(key, required);
            case Question.Statement it -> {
            }
        }
    }

    private boolean must(String key, boolean required) {
        if (required && !answers.has(key)) {
            fault(key, "required");
        }
        return answers.has(key);
    }

    private void items(Asked asked, boolean required) {
        if (asked.isCode(answers.one(asked.key()))) {
            return;
        }
        asked.items().forEach(key -> value(asked, key, required));
    }

    private void value(Asked asked, String key, boolean required) {
        if (must(key, required) && (answers.all(key).size() > 1
                || !Items.values(asked.question()).contains(String.valueOf(answers.one(key))))) {
            fault(key, "choice");
        }
    }

    private void choice(Asked asked, Question.Choice it, boolean required) {
        var key = asked.key();
        if (!must(key, required)) {
            return;
        }
        var chosen = answers.all(key);
        if (!Items.values(it).containsAll(chosen) || (!it.many() && chosen.size() > 1)) {
            fault(key, "choice");
            return;
        }
        var alone = chosen.stream()
            .anyMatch(
                    id -> asked.isCode(id) || it.options().stream().anyMatch(o -> o.id().equals(id) && o.exclusive()));
        if (alone && chosen.size() > 1) {
            fault(key, "exclusive");
        }
        if (!alone && it.atLeast() != null && chosen.size() < it.atLeast()) {
            fault(key, "at_least", it.atLeast());
        }
        if (it.atMost() != null && chosen.size() > it.atMost()) {
            fault(key, "at_most", it.atMost());
        }
        for (var option : it.options()) {
            var beside = answers.one(key + "." + option.id());
            if (beside != null && beside.length() > BESIDE) {
                fault(key + "." + option.id(), "too_long", BESIDE);
            }
        }
    }

    private void ranking(Asked asked, Question.Ranking it, boolean required) {
        var key = asked.key();
        if (asked.isCode(answers.one(key))) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (var option : it.options()) {
            var place = answers.one(key + "." + option.id());
            if (place != null && !Items.values(it).contains(place)) {
                fault(key, "choice");
                return;
            }
            if (place != null && !taken.add(place)) {
                fault(key, "place_twice", place);
                return;
            }
        }
        if (taken.isEmpty() ? required : taken.size() < it.top()) {
            fault(key, "places", it.top());
        }
        else if (taken.stream().anyMatch(place -> Integer.parseInt(place) > taken.size())) {
            fault(key, "places", it.top());
        }
    }

    private void text(Asked asked, Question.Text it, boolean required) {
        var key = asked.key();
        var text = answers.one(key);
        if (!must(key, required) || text == null || asked.isCode(text)) {
            return;
        }
        if (text.length() > it.max()) {
            fault(key, "too_long", it.max());
        }
        else if (it.form() == Question.Text.Form.EMAIL && (text.length() > 254 || !EMAIL.matcher(text).matches())) {
            fault(key, "email");
        }
        else if (it.form() == Question.Text.Form.PHONE && (text.length() > 30 || !PHONE.matcher(text).matches())) {
            fault(key, "phone");
        }
    }

    private void number(Asked asked, Question.Number it, boolean required) {
        var key = asked.key();
        var text = answers.one(key);
        if (!must(key, required) || text == null || asked.isCode(text)) {
            return;
        }
        var number = decimal(text);
        if (number == null || number.stripTrailingZeros().scale() > it.decimals()) {
            fault(key, it.decimals() == 0 ? "whole_number" : "number", it.decimals());
        }
        else if ((it.min() != null && number.compareTo(it.min()) < 0)
                || (it.max() != null && number.compareTo(it.max()) > 0)) {
            fault(key, it.min() == null ? "at_most" : it.max() == null ? "at_least" : "between",
                    bounds(it.min(), it.max()));
        }
    }

    private void date(Asked asked, Question.Date it, boolean required) {
        var key = asked.key();
        var text = answers.one(key);
        if (!must(key, required) || text == null || asked.isCode(text)) {
            return;
        }
        try {
            var day = LocalDate.parse(text);
            if ((it.min() != null && day.isBefore(it.min())) || (it.max() != null && day.isAfter(it.max()))) {
                fault(key, it.min() == null ? "not_after" : it.max() == null ? "not_before" : "days_between",
                        bounds(it.min(), it.max()));
            }
        }
        catch (DateTimeParseException ex) {
            fault(key, "day");
        }
    }

    private void consent(String key, boolean required) {
        if (required && !"yes".equals(answers.one(key))) {
            fault(key, "consent");
        }
        else if (answers.has(key) && !"yes".equals(answers.one(key))) {
            fault(key, "choice");
        }
    }

    private static Object[] bounds(@Nullable Object min, @Nullable Object max) {
        return min == null ? new Object[] { String.valueOf(max) }
                : max == null ? new Object[] { min.toString() } : new Object[] { min.toString(), max.toString() };
    }

    static @Nullable BigDecimal decimal(String text) {
        if (text.length() > 20) {
            return null;
        }
        try {
            var number = new BigDecimal(text.replace(",", "."));
            return number.scale() > 10 || number.precision() - number.scale() > 15 ? null : number;
        }
        catch (NumberFormatException ex) {
            return null;
        }
    }

    private void fault(String key, String code, Object... args) {
        faults.add(AnswerFault.of(key, code, args));
    }

}
