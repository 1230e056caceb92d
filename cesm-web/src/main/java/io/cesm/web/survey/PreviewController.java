package io.cesm.web.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.satisfaction.questionnaire.AnswerFault;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.AskedPage;
import io.cesm.satisfaction.questionnaire.Circumstances;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.Extraction;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.Sheets;
import io.cesm.satisfaction.questionnaire.VersionBook;
import io.cesm.web.answer.SentAnswers;
import io.cesm.web.answer.AnswerStep;
import io.cesm.web.answer.Answering;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A draft or version as respondents will see it. Nothing is stored: what was answered
 * travels in the form.
 */
@Controller
@RequestMapping("/questionnaires/{id}/preview")
class PreviewController {

    private final Desk desk;

    private final VersionBook versions;

    private final MessageSource messages;

    PreviewController(Desk desk, VersionBook versions, MessageSource messages) {
        this.desk = desk;
        this.versions = versions;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String begin(@PathVariable QuestionnaireId id, @RequestParam(required = false) @Nullable Integer of,
            @RequestParam(defaultValue = "phone") String width, @RequestParam(required = false) @Nullable String speak,
            @RequestParam(required = false) @Nullable String page, Model model, Locale locale) {
        var sheets = open(id, of, width, speak, model, locale);
        var pages = sheets.asking().pages(Answers.none());
        int at = Math.max(0, pages.stream().map(it -> it.page().id()).toList().indexOf(page));
        return show(sheets, pages, at, page == null ? -1 : at, Answers.none(), List.of(), model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String go(@PathVariable QuestionnaireId id, @RequestParam MultiValueMap<String, String> form, Model model,
            Locale locale) {
        var of = SentAnswers.of(form);
        var sheets = open(id, of.number("p_of"), of.text("p_width", "phone"), of.textOrNull("p_speak"), model, locale);
        var step = AnswerStep.of(sheets.asking(), of.refuseOthers(sheets.asking().fields()));
        if (step.done()) {
            model.addAttribute("items", Extraction.of(step.pages(), step.answers()));
            model.addAttribute("thanks", sheets.thanks());
            return "survey/preview";
        }
        return show(sheets, step.pages(), step.at(), step.at(), step.answers(), step.faults(), model);
    }

    private Sheets open(QuestionnaireId id, @Nullable Integer of, String width, @Nullable String speak, Model model,
            Locale locale) {
        var it = desk.open(id, model, locale);
        var definition = of == null ? it.draft() : versions.require(id, of).definition();
        var sheets = new Sheets(definition, somebody(locale), speak == null ? locale.getLanguage() : speak);
        model.addAttribute("of", of);
        model.addAttribute("width", width.equals("desktop") ? "desktop" : "phone");
        model.addAttribute("speak", sheets.language());
        model.addAttribute("languages", definition.languages());
        model.addAttribute("answering",
                new Answering(sheets.title(), sheets.intro(), it.profile().anonymity(), minutes(definition)));
        return sheets;
    }

    private static int minutes(Definition definition) {
        return MethodChecker.minutes(definition);
    }

    private static String show(Sheets sheets, List<AskedPage> pages, int at, int shown, Answers answers,
            List<AnswerFault> faults, Model model) {
        if (pages.isEmpty()) {
            return "survey/preview";
        }
        model.addAttribute("sheet", sheets.sheet(pages, at, answers, faults));
        model.addAttribute("first", shown < 0);
        model.addAttribute("carried", AnswerStep.carried(pages, at, answers));
        return "survey/preview";
    }

    /** Somebody who is made up, so that piping shows something. */
    private Circumstances somebody(Locale locale) {
        Map<String, String> data = new LinkedHashMap<>();
        for (var name : List.of("contact", "customer", "product", "case", "sender")) {
            data.put(name, messages.getMessage("questionnaire.sample." + name, null, name, locale));
        }
        data.put("tier", "1");
        Map<String, String> competitors = new LinkedHashMap<>();
        competitors.put("x1", messages.getMessage("questionnaire.sample.rival", new Object[] { "A" }, "A", locale));
        competitors.put("x2", messages.getMessage("questionnaire.sample.rival", new Object[] { "B" }, "B", locale));
        return new Circumstances(7, data, competitors);
    }

}
