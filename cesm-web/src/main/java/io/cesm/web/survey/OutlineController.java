package io.cesm.web.survey;

import java.util.Locale;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Portable;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft, page by page, with what the method checker thinks beside each question. */
@Controller
class OutlineController {

    private final Desk desk;

    private final QuestionnaireBook book;

    OutlineController(Desk desk, QuestionnaireBook book) {
        this.desk = desk;
        this.book = book;
    }

    @GetMapping("/questionnaires/{id}")
    String outline(@PathVariable QuestionnaireId id, @RequestParam @Nullable String page, Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        var chosen = page == null ? it.draft().pages().getFirst()
                : it.draft().page(page).orElseThrow(UnknownThing::new);
        var findings = desk.findings(it);
        model.addAttribute("page", chosen);
        model.addAttribute("number", it.draft().pages().indexOf(chosen) + 1);
        model.addAttribute("findings", findings);
        model.addAttribute("found", findings.values().stream().mapToInt(java.util.List::size).sum());
        model.addAttribute("minutes", MethodChecker.minutes(it.draft()));
        model.addAttribute("dimensions", desk.dimensions(locale));
        model.addAttribute("types", QuestionType.values());
        return "survey/outline";
    }

    /** The draft as a file that can be taken elsewhere. */
    @GetMapping("/questionnaires/{id}/export.json")
    ResponseEntity<String> export(@PathVariable QuestionnaireId id) {
        var it = book.require(id);
        return ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(it.number() + ".json").build().toString())
            .body(Portable.of(it).write());
    }

}
