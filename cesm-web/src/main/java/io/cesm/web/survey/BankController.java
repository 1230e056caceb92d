package io.cesm.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.BankQuestion;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Edits;
import io.cesm.satisfaction.questionnaire.QuestionBank;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The question bank: questions to use again, and those asked everywhere in the same
 * words.
 */
@Controller
class BankController {

    private final QuestionBank bank;

    private final WritingQuestionnaires writing;

    private final Desk desk;

    private final CurrentActor current;

    BankController(QuestionBank bank, WritingQuestionnaires writing, Desk desk, CurrentActor current) {
        this.bank = bank;
        this.writing = writing;
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/question-bank")
    @PreAuthorize("hasAuthority('VIEW')")
    String list(Model model, Locale locale) {
        fill(model, locale);
        return "survey/bank";
    }

    /** The bank, to take questions from it into a block. */
    @GetMapping("/questionnaires/{id}/bank")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String choose(@PathVariable QuestionnaireId id, @RequestParam String block, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        Parts.block(it.draft(), block);
        model.addAttribute("block", block);
        fill(model, locale);
        return "survey/bank";
    }

    @PostMapping("/questionnaires/{id}/bank")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String take(@PathVariable QuestionnaireId id, @RequestParam String block, @RequestParam String key,
            @RequestParam long version, RedirectAttributes flash) {
        var one = bank.require(key);
        writing.edit(id, version, it -> {
            var json = DefinitionJson.tree(one.question());
            json.put("id", Edits.free(it, "q")).put("bank", key);
            return Edits.add(it, block, DefinitionJson.question(json));
        });
        flash.addFlashAttribute("notice", "questionnaire.bank.taken");
        return "redirect:/questionnaires/" + id + "?page=" + desk.pageOfBlock(id, block);
    }

    /** Keeps a question of a draft in the bank. */
    @PostMapping("/questionnaires/{id}/questions/{question}/bank")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String keep(@PathVariable QuestionnaireId id, @PathVariable String question, @RequestParam String key,
            @RequestParam String topic, Model model, Locale locale, RedirectAttributes flash) {
        var it = desk.open(id, model, locale);
        try {
            bank.add(key.strip(), topic, it.draft().question(question).orElseThrow(UnknownThing::new));
            flash.addFlashAttribute("notice", "questionnaire.bank.kept");
        }
        catch (FieldRefusal refused) {
            flash.addFlashAttribute("refusal", refused.messageKey());
            flash.addFlashAttribute("refusalArgs", List.copyOf(refused.args()));
        }
        return "redirect:/questionnaires/" + id + "/questions/" + question;
    }

    @PostMapping("/question-bank/{key}/certify")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String certify(@PathVariable String key, @RequestParam long version, @RequestParam boolean certified,
            @RequestParam(required = false) @Nullable String note, RedirectAttributes flash) {
        bank.certify(key, version, certified, note);
        flash.addFlashAttribute("notice",
                certified ? "questionnaire.bank.certified" : "questionnaire.bank.uncertified");
        return "redirect:/question-bank";
    }

    @PostMapping("/question-bank/{key}/delete")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String remove(@PathVariable String key, @RequestParam long version, RedirectAttributes flash) {
        bank.remove(key, version);
        flash.addFlashAttribute("notice", "questionnaire.bank.removed");
        return "redirect:/question-bank";
    }

    private void fill(Model model, Locale locale) {
        Map<String, List<BankQuestion>> topics = new LinkedHashMap<>();
        bank.all()
            .forEach(it -> topics
                .computeIfAbsent(it.topic().in(locale.getLanguage(), List.of("zh")), key -> new ArrayList<>())
                .add(it));
        model.addAttribute("topics", topics);
        model.addAttribute("mayCertify", current.actor().may(Right.SETTINGS));
        model.addAttribute("mayWrite", current.actor().may(Right.SURVEY_EDIT));
        model.addAttribute("dimensions", desk.dimensions(locale));
    }

}
