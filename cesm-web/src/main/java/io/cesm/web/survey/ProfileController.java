package io.cesm.web.survey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.FaultyDefinition;
import io.cesm.satisfaction.questionnaire.Profile;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import jakarta.servlet.http.HttpServletResponse;
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

/** What a questionnaire is for, who will know who said what, its title and greeting. */
@Controller
@RequestMapping("/questionnaires/{id}")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class ProfileController {

    private final WritingQuestionnaires writing;

    private final Desk desk;

    ProfileController(WritingQuestionnaires writing, Desk desk) {
        this.writing = writing;
        this.desk = desk;
    }

    @GetMapping("/settings")
    String ask(@PathVariable QuestionnaireId id, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        var json = DefinitionJson.tree(it.draft());
        json.remove("pages");
        json.remove("languages");
        json.put("kind", it.profile().kind().name()).put("anonymity", it.profile().anonymity().name());
        var purpose = it.profile().purpose();
        json.put("purpose", purpose == null ? "" : purpose);
        return form(Fields.of(json, it.draft().languages()), model);
    }

    @PostMapping("/settings")
    String save(@PathVariable QuestionnaireId id, @RequestParam long version, @RequestParam SurveyKind kind,
            @RequestParam Anonymity anonymity, @RequestParam(defaultValue = "") String purpose,
            @RequestParam MultiValueMap<String, String> form, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        var sent = Desk.plain(form);
        Map<String, String> words = new LinkedHashMap<>(sent);
        words.keySet().removeAll(java.util.List.of("kind", "anonymity", "purpose"));
        try {
            var next = writing.describe(id, version, new Profile(kind, anonymity, purpose));
            writing.edit(id, next, it -> {
                var tree = DefinitionJson.tree(it);
                java.util.List.of("title", "intro", "thanks").forEach(tree::remove);
                tree.setAll(FormTree.of(words));
                return DefinitionJson.read(tree);
            });
        }
        catch (FaultyDefinition faulty) {
            response.setStatus(422);
            var it = desk.open(id, model, locale);
            return form(Fields.sent(sent, faulty.faults(), it.draft().languages()), model);
        }
        catch (Refusal refused) {
            response.setStatus(422);
            var it = desk.open(id, model, locale);
            model.addAttribute("refused", refused);
            return form(Fields.sent(sent, java.util.List.of(), it.draft().languages()), model);
        }
        flash.addFlashAttribute("notice", "questionnaire.saved");
        return "redirect:/questionnaires/" + id;
    }

    @PostMapping("/retire")
    String retire(@PathVariable QuestionnaireId id, @RequestParam long version, RedirectAttributes flash) {
        writing.retire(id, version);
        flash.addFlashAttribute("notice", "questionnaire.was_retired");
        return "redirect:/questionnaires/" + id;
    }

    @PostMapping("/revive")
    String revive(@PathVariable QuestionnaireId id, @RequestParam long version, RedirectAttributes flash) {
        writing.revive(id, version);
        flash.addFlashAttribute("notice", "questionnaire.was_revived");
        return "redirect:/questionnaires/" + id;
    }

    private static String form(Fields fields, Model model) {
        model.addAttribute("v", fields);
        model.addAttribute("kinds", SurveyKind.values());
        model.addAttribute("modes", Anonymity.values());
        return "survey/settings";
    }

}
