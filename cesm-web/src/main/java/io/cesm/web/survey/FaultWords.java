package io.cesm.web.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.satisfaction.questionnaire.Fault;
import io.cesm.satisfaction.questionnaire.PublishCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What is wrong with a definition as sentences in the language of the reader: where, as
 * the form calls it, and what. Templates know it as {@code @faultWords}.
 */
@Component("faultWords")
class FaultWords {

    /** Lists whose lines are counted, and what a line is called. */
    private static final Map<String, String> LINES = Map.of("pages", "questionnaire.page", "blocks",
            "questionnaire.block", "questions", "questionnaire.question", "options", "questionnaire.option", "rows",
            "questionnaire.row", "na", "questionnaire.na", "tests", "questionnaire.show.test", "labels",
            "questionnaire.scale.label", "answers", "questionnaire.kano_answer");

    /** What is written in each language, so that the step after it is a language. */
    private static final Set<String> WORDED = Set.of("text", "help", "title", "intro", "thanks", "expected",
            "perceived", "functional", "dysfunctional", "label", "low", "high", "unit", "labels", "answers");

    private final MessageSource messages;

    FaultWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One fault, said.
     *
     * @param place where it is; empty for the whole
     * @param anchor the field to go to, null where the form has none of its own
     */
    record Said(String place, String words, @Nullable String anchor) {
    }

    public List<Said> all(Fields form, Locale locale) {
        return form.faults()
            .stream()
            .map(it -> new Said(place(it.path(), locale), sentence(it, locale), form.anchor(it.path())))
            .toList();
    }

    /** Faults of a whole definition, which no form has fields for. */
    public List<Said> all(List<Fault> faults, Locale locale) {
        return faults.stream().map(it -> new Said(place(it.path(), locale), sentence(it, locale), null)).toList();
    }

    /** What is wrong, without where. */
    public String sentence(Fault it, Locale locale) {
        var args = it.code().equals("base_language") ? it.args().stream().map(one -> language(one, locale)).toArray()
                : it.args().toArray();
        return say("definition." + it.code(), it.code(), locale, args);
    }

    /** What stands in the way of publishing, or should be known before. */
    public String check(PublishCheck it, Locale locale) {
        var args = new ArrayList<Object>(it.args());
        if (it.code().equals("language")) {
            args.set(0, language(args.getFirst(), locale));
        }
        return say("publish." + it.code(), it.code(), locale, args.toArray());
    }

    String place(String path, Locale locale) {
        var found = new ArrayList<String>();
        var steps = path.isEmpty() ? List.<String>of() : List.of(path.split("\\."));
        boolean worded = false;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var next = i + 1 < steps.size() ? steps.get(i + 1) : "";
            var line = LINES.get(step);
            if (line != null && next.matches("[0-9]{1,3}")) {
                found.add(say(line, step, locale, Integer.parseInt(next) + 1));
                i++;
            }
            else {
                found.add(worded && next.isEmpty() ? language(step, locale) : field(steps, i, locale));
            }
            worded = WORDED.contains(step);
        }
        return String.join(" › ", found);
    }

    /** The ends of a scale are called otherwise than those of a number. */
    private String field(List<String> steps, int i, Locale locale) {
        var step = steps.get(i);
        var within = i > 0 && steps.get(i - 1).equals("scale") ? "scale." : "";
        return say("definition.place." + within + step, say("definition.place." + step, step, locale), locale);
    }

    private String language(Object code, Locale locale) {
        return say("Language." + code, String.valueOf(code), locale);
    }

    private String say(String key, String otherwise, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(key, args, otherwise, locale));
    }

}
