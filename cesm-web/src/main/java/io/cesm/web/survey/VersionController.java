package io.cesm.web.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.questionnaire.Comparison;
import io.cesm.satisfaction.questionnaire.Portable;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.VersionBook;
import io.cesm.satisfaction.questionnaire.Words;
import io.cesm.web.strict.UnexpectedParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Publishing a draft, and what was published before. */
@Controller
@RequestMapping("/questionnaires/{id}")
class VersionController {

    private final PublishingQuestionnaires publishing;

    private final VersionBook versions;

    private final Desk desk;

    VersionController(PublishingQuestionnaires publishing, VersionBook versions, Desk desk) {
        this.publishing = publishing;
        this.versions = versions;
        this.desk = desk;
    }

    @GetMapping("/publish")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String ask(@PathVariable QuestionnaireId id, Model model, Locale locale) {
        return page(id, Map.of(), "", null, model, locale);
    }

    @PostMapping("/publish")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String publish(@PathVariable QuestionnaireId id, @RequestParam long version,
            @RequestParam(defaultValue = "") String note, @RequestParam MultiValueMap<String, String> form, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        Map<String, String> kept = new LinkedHashMap<>();
        Desk.plain(form, "note").forEach((name, because) -> {
            if (!name.startsWith("kept.")) {
                throw UnexpectedParameter.named(name);
            }
            if (!because.isBlank()) {
                kept.put(name.substring(5), because);
            }
        });
        try {
            publishing.publish(id, version, new PublishQuestionnaire(kept, note));
        }
        catch (Refusal refused) {
            response.setStatus(422);
            return page(id, kept, note, refused, model, locale);
        }
        flash.addFlashAttribute("notice", "questionnaire.was_published");
        return "redirect:/questionnaires/" + id + "/versions";
    }

    private String page(QuestionnaireId id, Map<String, String> kept, String note, @Nullable Refusal refused,
            Model model, Locale locale) {
        var it = desk.open(id, model, locale);
        var checks = publishing.checks(it);
        model.addAttribute("checks", checks);
        model.addAttribute("blocked", checks.stream().anyMatch(check -> check.blocks()));
        model.addAttribute("serious",
                desk.findings(it).values().stream().flatMap(List::stream).filter(one -> one.serious()).count());
        if (it.published() > 0) {
            var before = versions.require(id, it.published());
            model.addAttribute("lines",
                    Comparison.of(before.definition(), it.draft())
                        .stream()
                        .filter(line -> line.fate() != Comparison.Fate.SAME)
                        .toList());
        }
        model.addAttribute("kept", kept);
        model.addAttribute("note", note);
        model.addAttribute("refused", refused);
        return "survey/publish";
    }

    @GetMapping("/versions")
    String list(@PathVariable QuestionnaireId id, Model model, Locale locale) {
        desk.open(id, model, locale);
        model.addAttribute("versions", versions.of(id));
        return "survey/versions";
    }

    /** One version beside another, by default the one before. */
    @GetMapping("/versions/{number}")
    String show(@PathVariable QuestionnaireId id, @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer against, Model model, Locale locale) {
        desk.open(id, model, locale);
        var it = versions.require(id, number);
        var other = against == null ? number - 1 : against;
        model.addAttribute("shown", it);
        model.addAttribute("other", other);
        if (other > 0 && other != number) {
            model.addAttribute("lines", Comparison.of(versions.require(id, other).definition(), it.definition()));
        }
        model.addAttribute("numbers", versions.of(id).stream().map(one -> one.number()).toList());
        return "survey/version";
    }

    @GetMapping("/versions/{number}/export.json")
    ResponseEntity<String> export(@PathVariable QuestionnaireId id, @PathVariable int number, Model model,
            Locale locale) {
        var it = desk.open(id, model, locale);
        var version = versions.require(id, number);
        var name = it.number() + "-v" + number + ".json";
        return ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
            .body(new Portable(it.profile().kind(), version.anonymity(), Words.none(), version.definition()).write());
    }

}
