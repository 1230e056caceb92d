package io.cesm.web.survey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Edits;
import io.cesm.satisfaction.questionnaire.Fault;
import io.cesm.satisfaction.questionnaire.FaultyDefinition;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Portable;
import io.cesm.satisfaction.questionnaire.Profile;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.Words;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beginning a questionnaire: empty, from a template, or from JSON. */
@Controller
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class BeginController {

    private final WritingQuestionnaires writing;

    private final Templates templates;

    BeginController(WritingQuestionnaires writing, Templates templates) {
        this.writing = writing;
        this.templates = templates;
    }

    /** A template as it is offered. */
    record Offer(String name, String title, String purpose, SurveyKind kind, int questions, int minutes) {
    }

    @GetMapping("/questionnaires/new")
    String ask(Model model, Locale locale) {
        return page(null, "", "", List.of(), model, locale);
    }

    @PostMapping("/questionnaires/new/blank")
    String blank(@RequestParam String title, @RequestParam SurveyKind kind, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        var language = locale.getLanguage().equals("zh") ? "zh" : "en";
        if (title.isBlank() || title.strip().length() > 200) {
            response.setStatus(422);
            return page("title", title, "", List.of(), model, locale);
        }
        return begun(writing.begin(new Profile(kind, Anonymity.CONFIDENTIAL, null),
                Edits.blank(language.equals("zh") ? List.of("zh", "en") : List.of("en", "zh"),
                        new Words(Map.of(language, title.strip())))),
                flash);
    }

    @PostMapping("/questionnaires/new/template")
    String template(@RequestParam String template, Locale locale, RedirectAttributes flash) {
        var it = templates.find(template).orElseThrow(UnknownThing::new);
        return begun(writing.begin(it.profile(locale.getLanguage()), it.definition()), flash);
    }

    @PostMapping("/questionnaires/new/json")
    String json(@RequestParam(defaultValue = "") String json,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) throws IOException {
        var text = file == null || file.isEmpty() ? json : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            var it = Portable.read(text);
            return begun(writing.begin(it.profile(locale.getLanguage()), it.definition()), flash);
        }
        catch (FaultyDefinition faulty) {
            response.setStatus(422);
            return page("json", "", text.length() > 100_000 ? "" : text, faulty.faults(), model, locale);
        }
        catch (FieldRefusal refused) {
            response.setStatus(422);
            return page("json", "", text, List.of(), model, locale);
        }
    }

    private static String begun(QuestionnaireId id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "questionnaire.begun");
        return "redirect:/questionnaires/" + id;
    }

    private String page(@Nullable String wrong, String title, String json, List<Fault> faults, Model model,
            Locale locale) {
        var offers = new ArrayList<Offer>();
        templates.all()
            .forEach((name,
                    it) -> offers.add(new Offer(name,
                            it.definition().title().in(locale.getLanguage(), it.definition().languages()),
                            it.purpose().in(locale.getLanguage(), it.definition().languages()), it.kind(),
                            it.definition().questions().size(), MethodChecker.minutes(it.definition()))));
        model.addAttribute("offers", offers);
        model.addAttribute("kinds", SurveyKind.values());
        model.addAttribute("wrong", wrong);
        model.addAttribute("heading", title);
        model.addAttribute("json", json);
        model.addAttribute("faults", faults.stream().limit(30).toList());
        model.addAttribute("more", Math.max(0, faults.size() - 30));
        return "survey/new";
    }

}
