package io.cesm.web.survey;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.Edits;
import io.cesm.satisfaction.questionnaire.FaultyDefinition;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
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

/** Pages and blocks of a draft: added, described, moved, taken away. */
@Controller
@RequestMapping("/questionnaires/{id}")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class PartController {

    private final WritingQuestionnaires writing;

    private final Desk desk;

    private final Choices choices;

    PartController(WritingQuestionnaires writing, Desk desk, Choices choices) {
        this.writing = writing;
        this.desk = desk;
        this.choices = choices;
    }

    @PostMapping("/pages")
    String addPage(@PathVariable QuestionnaireId id, @RequestParam long version) {
        writing.edit(id, version, Edits::addPage);
        return "redirect:/questionnaires/" + id + "?page=" + desk.lastPage(id);
    }

    @GetMapping("/pages/{page}")
    String askPage(@PathVariable QuestionnaireId id, @PathVariable String page, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        var part = it.draft().page(page).orElseThrow(UnknownThing::new);
        return form("page", page, Fields.of(Parts.json(part), it.draft().languages()), model, locale);
    }

    @PostMapping("/pages/{page}")
    String savePage(@PathVariable QuestionnaireId id, @PathVariable String page, @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        var sent = Desk.plain(form);
        return save("page", id, page, version, sent, it -> {
            var part = Parts.page(page, sent);
            return Edits.page(it, page, part.title(), part.intro(), part.shuffle(), part.show());
        }, "redirect:/questionnaires/" + id + "?page=" + page, model, locale, response, flash);
    }

    @PostMapping("/pages/{page}/move")
    String movePage(@PathVariable QuestionnaireId id, @PathVariable String page, @RequestParam long version,
            @RequestParam boolean up) {
        writing.edit(id, version, it -> Edits.movePage(it, page, up));
        return "redirect:/questionnaires/" + id + "?page=" + page;
    }

    @PostMapping("/pages/{page}/delete")
    String removePage(@PathVariable QuestionnaireId id, @PathVariable String page, @RequestParam long version) {
        writing.edit(id, version, it -> Edits.removePage(it, page));
        return "redirect:/questionnaires/" + id;
    }

    @PostMapping("/pages/{page}/blocks")
    String addBlock(@PathVariable QuestionnaireId id, @PathVariable String page, @RequestParam long version) {
        writing.edit(id, version, it -> Edits.addBlock(it, page));
        return "redirect:/questionnaires/" + id + "?page=" + page;
    }

    @GetMapping("/blocks/{block}")
    String askBlock(@PathVariable QuestionnaireId id, @PathVariable String block, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        return form("block", block, Fields.of(Parts.json(Parts.block(it.draft(), block)), it.draft().languages()),
                model, locale);
    }

    @PostMapping("/blocks/{block}")
    String saveBlock(@PathVariable QuestionnaireId id, @PathVariable String block, @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        var sent = Desk.plain(form);
        return save("block", id, block, version, sent, it -> {
            var part = Parts.block(block, sent);
            return Edits.block(it, block, part.title(), part.intro(), part.shuffle(), part.repeat(), part.show());
        }, "redirect:/questionnaires/" + id + "?page=" + desk.pageOfBlock(id, block), model, locale, response, flash);
    }

    @PostMapping("/blocks/{block}/move")
    String moveBlock(@PathVariable QuestionnaireId id, @PathVariable String block, @RequestParam long version,
            @RequestParam boolean up) {
        writing.edit(id, version, it -> Edits.moveBlock(it, block, up));
        return "redirect:/questionnaires/" + id + "?page=" + desk.pageOfBlock(id, block);
    }

    @PostMapping("/blocks/{block}/delete")
    String removeBlock(@PathVariable QuestionnaireId id, @PathVariable String block, @RequestParam long version) {
        var page = desk.pageOfBlock(id, block);
        writing.edit(id, version, it -> Edits.removeBlock(it, block));
        return "redirect:/questionnaires/" + id + "?page=" + page;
    }

    private String save(String kind, QuestionnaireId id, String part, long version, Map<String, String> sent,
            UnaryOperator<Definition> how, String then, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            writing.edit(id, version, how);
            flash.addFlashAttribute("notice", "questionnaire.saved");
            return then;
        }
        catch (FaultyDefinition faulty) {
            response.setStatus(422);
            var it = desk.open(id, model, locale);
            return form(kind, part, Fields.sent(sent, Parts.near(faulty.faults()), it.draft().languages()), model,
                    locale);
        }
    }

    private String form(String kind, String part, Fields fields, Model model, Locale locale) {
        model.addAttribute("kind", kind);
        model.addAttribute("part", part);
        model.addAttribute("v", fields);
        choices.add(model, part, locale);
        return "survey/part";
    }

}
