package io.cesm.web.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Edits;
import io.cesm.satisfaction.questionnaire.Fault;
import io.cesm.satisfaction.questionnaire.FaultyDefinition;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.QuestionBank;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.QuestionnaireDetails;
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

/** One question of a draft: written, moved, copied, taken away. */
@Controller
@RequestMapping("/questionnaires/{id}/questions")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class QuestionController {

    private final WritingQuestionnaires writing;

    private final Desk desk;

    private final Choices choices;

    private final Beginnings beginnings;

    private final QuestionBank bank;

    QuestionController(WritingQuestionnaires writing, Desk desk, Choices choices, Beginnings beginnings,
            QuestionBank bank) {
        this.writing = writing;
        this.desk = desk;
        this.choices = choices;
        this.beginnings = beginnings;
        this.bank = bank;
    }

    @GetMapping("/new")
    String begin(@PathVariable QuestionnaireId id, @RequestParam QuestionType type, @RequestParam String block,
            Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        Parts.block(it.draft(), block);
        var json = beginnings.of(type, Edits.free(it.draft(), "q"));
        model.addAttribute("block", block);
        return form(it, null, type, Fields.of(json, it.draft().languages()), model, locale);
    }

    @PostMapping("/new")
    String add(@PathVariable QuestionnaireId id, @RequestParam String block, @RequestParam QuestionType type,
            @RequestParam long version, @RequestParam(required = false) @Nullable String line,
            @RequestParam MultiValueMap<String, String> form, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("block", block);
        var sent = Desk.plain(form, "block", "line");
        if (line != null) {
            return lines(id, null, type, sent, line, model, locale);
        }
        try {
            var question = question(sent);
            writing.edit(id, version, it -> Edits.add(it, block, question));
            flash.addFlashAttribute("notice", "questionnaire.saved");
            return back(id, question.id());
        }
        catch (FaultyDefinition faulty) {
            return again(id, null, type, sent, faulty.faults(), model, locale, response);
        }
    }

    @GetMapping("/{question}")
    String ask(@PathVariable QuestionnaireId id, @PathVariable String question, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        var one = it.draft().question(question).orElseThrow(UnknownThing::new);
        model.addAttribute("findings", MethodChecker.check(it.draft(), one, bank.certified()));
        return form(it, question, one.type(), Fields.of(DefinitionJson.tree(one), it.draft().languages()), model,
                locale);
    }

    @PostMapping("/{question}")
    String save(@PathVariable QuestionnaireId id, @PathVariable String question, @RequestParam QuestionType type,
            @RequestParam long version, @RequestParam(required = false) @Nullable String line,
            @RequestParam MultiValueMap<String, String> form, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        var sent = Desk.plain(form, "line");
        if (line != null) {
            return lines(id, question, type, sent, line, model, locale);
        }
        try {
            var one = question(sent);
            writing.edit(id, version, it -> Edits.replace(it, question, one));
            flash.addFlashAttribute("notice", "questionnaire.saved");
            return back(id, one.id());
        }
        catch (FaultyDefinition faulty) {
            return again(id, question, type, sent, faulty.faults(), model, locale, response);
        }
    }

    /** What the checker thinks of a question that is being written. */
    @PostMapping("/check")
    String check(@PathVariable QuestionnaireId id, @RequestParam QuestionType type,
            @RequestParam MultiValueMap<String, String> form, Model model, Locale locale) {
        var one = unfinished(Desk.plain(form, "block", "line"));
        var it = desk.open(id, model, locale);
        model.addAttribute("findings",
                one == null ? List.of() : MethodChecker.check(it.draft(), one, bank.certified()));
        return "survey/parts :: findings";
    }

    /** What is being written may lack anything, but not have what no question has. */
    private static @Nullable Question unfinished(Map<String, String> sent) {
        try {
            return question(sent);
        }
        catch (FaultyDefinition faulty) {
            faulty.faults().stream().filter(it -> it.code().equals("unknown_field")).findFirst().ifPresent(it -> {
                throw UnexpectedParameter.named(it.path());
            });
            return null;
        }
    }

    @PostMapping("/{question}/move")
    String move(@PathVariable QuestionnaireId id, @PathVariable String question, @RequestParam long version,
            @RequestParam(required = false) @Nullable Boolean up,
            @RequestParam(required = false) @Nullable String block, @RequestParam(defaultValue = "0") int place) {
        writing.edit(id, version, it -> block != null ? Edits.moveTo(it, question, block, place)
                : Edits.move(it, question, Boolean.TRUE.equals(up)));
        return back(id, question);
    }

    @PostMapping("/{question}/copy")
    String copy(@PathVariable QuestionnaireId id, @PathVariable String question, @RequestParam long version) {
        writing.edit(id, version, it -> copied(it, question));
        return back(id, question);
    }

    @PostMapping("/{question}/delete")
    String remove(@PathVariable QuestionnaireId id, @PathVariable String question, @RequestParam long version,
            RedirectAttributes flash) {
        var page = desk.pageOfQuestion(id, question);
        writing.edit(id, version, it -> Edits.remove(it, question));
        flash.addFlashAttribute("notice", "questionnaire.question_removed");
        return "redirect:/questionnaires/" + id + "?page=" + page;
    }

    private static Definition copied(Definition it, String id) {
        var json = DefinitionJson.tree(it.question(id).orElseThrow(UnknownThing::new));
        json.put("id", Edits.free(it, "q"));
        var block = it.pages()
            .stream()
            .flatMap(page -> page.blocks().stream())
            .filter(one -> one.questions().stream().anyMatch(each -> each.id().equals(id)))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        int place = block.questions().stream().map(Question::id).toList().indexOf(id) + 1;
        var copy = DefinitionJson.question(json);
        return Edits.moveTo(Edits.add(it, block.id(), copy), copy.id(), block.id(), place);
    }

    private static Question question(Map<String, String> sent) {
        return DefinitionJson.question(FormTree.of(sent));
    }

    private String lines(QuestionnaireId id, @Nullable String question, QuestionType type, Map<String, String> sent,
            String line, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        var fields = Fields.sent(sent, List.of(), it.draft().languages());
        var parts = line.split("\\.");
        if (parts.length == 3 && parts[1].matches("[0-9]{1,2}")) {
            fields = fields.moved(parts[0], Integer.parseInt(parts[1]), parts[2].equals("up"));
        }
        model.addAttribute("more", parts.length == 1 ? 5 : 1);
        return form(it, question, type, fields, model, locale);
    }

    private String again(QuestionnaireId id, @Nullable String question, QuestionType type, Map<String, String> sent,
            List<Fault> faults, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(422);
        var it = desk.open(id, model, locale);
        return form(it, question, type, Fields.sent(sent, Parts.near(faults), it.draft().languages()), model, locale);
    }

    private String form(QuestionnaireDetails it, @Nullable String question, QuestionType type, Fields fields,
            Model model, Locale locale) {
        model.addAttribute("question", question);
        model.addAttribute("type", type);
        model.addAttribute("v", fields);
        model.addAttribute("pageId",
                question == null ? desk.pageOf(it.draft(), String.valueOf(model.getAttribute("block")))
                        : desk.pageOf(it.draft(), question));
        if (!model.containsAttribute("findings")) {
            model.addAttribute("findings", List.of());
        }
        if (!model.containsAttribute("more")) {
            model.addAttribute("more", 2);
        }
        choices.add(model, question == null ? "" : question, locale);
        return "survey/question";
    }

    private String back(QuestionnaireId id, String question) {
        return "redirect:/questionnaires/" + id + "?page=" + desk.pageOfQuestion(id, question) + "#" + question;
    }

}
