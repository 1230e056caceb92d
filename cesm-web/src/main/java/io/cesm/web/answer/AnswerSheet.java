package io.cesm.web.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.Asking;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.web.strict.UnexpectedParameter;

/** Puts the answers of one page beside those given before. */
final class AnswerSheet {

    private static final Set<String> PLACES = Set.of("p_page", "p_shown", "p_go", "p_speak", "p_site", "p_mark",
            "p_work");

    private AnswerSheet() {
    }

    /**
     * All answers, with those of the page that was sent in place of what it said before.
     * @throws UnexpectedParameter if something is sent that nobody asked for
     */
    static SentAnswers merged(Definition definition, Asking asking, Answers before, SentAnswers form) {
        requireKnown(definition, form);
        Map<String, List<String>> both = new LinkedHashMap<>(before.values());
        both.putAll(form.answers().values());
        var page = form.text("p_page", "");
        var shown = Set.of(form.text("p_shown", "").split(" "));
        Set<String> fields = new LinkedHashSet<>();
        for (var each : asking.pages(new Answers(both))) {
            if (each.page().id().equals(page)) {
                each.questions()
                    .stream()
                    .filter(it -> shown.contains(it.key()))
                    .forEach(it -> fields.addAll(it.fields()));
            }
        }
        files(definition, fields, form).forEach(fields::remove);
        return new SentAnswers(form.place(), before.with(fields, form.answers()));
    }

    /** A file that was handed in stays unless another one comes. */
    private static List<String> files(Definition definition, Set<String> fields, SentAnswers form) {
        var kept = new ArrayList<String>();
        for (var field : fields) {
            if (definition.question(field.split("@", 2)[0]).orElse(null) instanceof Question.File
                    && !form.answers().has(field)) {
                kept.add(field);
            }
        }
        return kept;
    }

    /** Refuses what no question asks for. */
    static void requireKnown(Definition definition, SentAnswers form) {
        var ids = definition.questions().stream().map(Question::id).collect(Collectors.toSet());
        form.place().keySet().forEach(name -> require(PLACES.contains(name), name));
        form.answers().values().keySet().forEach(name -> require(ids.contains(name.split("[.@]", 2)[0]), name));
    }

    private static void require(boolean known, String name) {
        if (!known) {
            throw UnexpectedParameter.named(name);
        }
    }

}
