package io.cesm.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.satisfaction.questionnaire.Circumstances;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.QuestionnaireDetails;
import io.cesm.satisfaction.questionnaire.ShowIf;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the forms of questions, blocks and pages offer to choose from. */
@Component("surveyChoices")
class Choices {

    private final Desk desk;

    private final MessageSource messages;

    Choices(Desk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * Puts them into the model.
     * @param before id of the part that is edited: only what comes before it can be asked
     * about
     */
    void add(Model model, String before, Locale locale) {
        if (!(model.getAttribute("it") instanceof QuestionnaireDetails it)) {
            throw new IllegalStateException("a questionnaire is opened first");
        }
        model.addAttribute("dimensions", desk.dimensions(locale));
        model.addAttribute("roles", ItemRole.values());
        model.addAttribute("ops", ShowIf.Op.values());
        model.addAttribute("sources", sources(it.draft(), before, locale));
        model.addAttribute("repeats", repeats(it.draft(), before, locale));
    }

    /** Items asked before, and what is known of the contact. */
    private Map<String, String> sources(Definition it, String before, Locale locale) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (var question : earlier(it, before)) {
            var words = shorten(question.head().text().in(locale.getLanguage(), it.languages()));
            var keys = DefinitionJson.keys(question);
            keys.forEach(key -> sources.put(key, key + " · " + words));
        }
        Circumstances.NAMES.stream()
            .sorted()
            .forEach(name -> sources.put("data." + name,
                    messages.getMessage("questionnaire.data." + name, null, name, locale)));
        return sources;
    }

    private Map<String, String> repeats(Definition it, String before, Locale locale) {
        Map<String, String> repeats = new LinkedHashMap<>();
        repeats.put("competitors", messages.getMessage("questionnaire.repeat.competitors", null, locale));
        earlier(it, before).stream()
            .filter(question -> question.type() == QuestionType.MULTI)
            .forEach(question -> repeats.put(question.id(),
                    question.id() + " · " + shorten(question.head().text().in(locale.getLanguage(), it.languages()))));
        return repeats;
    }

    private static List<io.cesm.satisfaction.questionnaire.Question> earlier(Definition it, String before) {
        var earlier = new ArrayList<io.cesm.satisfaction.questionnaire.Question>();
        for (var page : it.pages()) {
            if (page.id().equals(before)) {
                return earlier;
            }
            for (var block : page.blocks()) {
                if (block.id().equals(before)) {
                    return earlier;
                }
                for (var question : block.questions()) {
                    if (question.id().equals(before)) {
                        return earlier;
                    }
                    earlier.add(question);
                }
            }
        }
        return earlier;
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }

}
