package io.cesm.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.FaultyDefinition;
import io.cesm.satisfaction.questionnaire.Languages;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.strict.UnexpectedParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All texts of a draft, two languages side by side. */
@Controller
@RequestMapping("/questionnaires/{id}/languages")
class LanguageController {

    private final WritingQuestionnaires writing;

    private final Desk desk;

    LanguageController(WritingQuestionnaires writing, Desk desk) {
        this.writing = writing;
        this.desk = desk;
    }

    /**
     * One text on the page.
     *
     * @param source as it was written first
     * @param target in the language that is being written
     */
    record Line(String path, String field, String owner, String source, String target, boolean large) {
    }

    @GetMapping
    String show(@PathVariable QuestionnaireId id, @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") boolean missing, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        return page(it.draft(), target(it.draft(), to), missing, Map.of(), model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String save(@PathVariable QuestionnaireId id, @RequestParam long version, @RequestParam("to") String to,
            @RequestParam(defaultValue = "false") boolean missing, @RequestParam MultiValueMap<String, String> form,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var sent = Desk.plain(form, "to", "missing");
        var it = desk.open(id, model, locale);
        target(it.draft(), to);
        Map<String, String> texts = new LinkedHashMap<>();
        var known = Languages.places(it.draft()).stream().map(Languages.Place::path).toList();
        sent.forEach((name, text) -> {
            if (!name.startsWith("t.") || !known.contains(name.substring(2))) {
                throw UnexpectedParameter.named(name);
            }
            texts.put(name.substring(2), text);
        });
        try {
            writing.edit(id, version, draft -> Languages.write(draft, to, texts));
        }
        catch (FaultyDefinition faulty) {
            response.setStatus(422);
            model.addAttribute("faults", faulty.faults());
            return page(it.draft(), to, missing, texts, model);
        }
        flash.addFlashAttribute("notice", "questionnaire.saved");
        return "redirect:/questionnaires/" + id + "/languages?to=" + to + (missing ? "&missing=true" : "");
    }

    @PostMapping("/add")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String add(@PathVariable QuestionnaireId id, @RequestParam long version, @RequestParam String language) {
        if (!language.matches("[a-z]{2}")) {
            throw new UnknownThing();
        }
        writing.edit(id, version, it -> {
            var more = new ArrayList<>(it.languages());
            more.add(language);
            return Languages.speak(it, more);
        });
        return "redirect:/questionnaires/" + id + "/languages?to=" + language + "&missing=true";
    }

    @PostMapping("/remove")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String remove(@PathVariable QuestionnaireId id, @RequestParam long version, @RequestParam String language) {
        writing.edit(id, version,
                it -> Languages.speak(it, it.languages().stream().filter(one -> !one.equals(language)).toList()));
        return "redirect:/questionnaires/" + id + "/languages";
    }

    private static String target(Definition it, @Nullable String to) {
        if (to == null) {
            return it.languages().size() > 1 ? it.languages().get(1) : it.base();
        }
        if (!it.languages().contains(to)) {
            throw new UnknownThing();
        }
        return to;
    }

    private static String page(Definition it, String to, boolean missing, Map<String, String> typed, Model model) {
        var lines = Languages.places(it)
            .stream()
            .filter(place -> !missing || !place.words().isIn(to) || typed.containsKey(place.path()))
            .map(place -> {
                var source = place.words().in(it.base(), it.languages());
                return new Line(place.path(), place.field(), place.owner(), source,
                        typed.getOrDefault(place.path(), place.words().in(to)), source.length() > 60);
            })
            .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("to", to);
        model.addAttribute("missing", missing);
        return "survey/languages";
    }

}
