package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

import io.cesm.domain.files.FileId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.expectation.DocumentingExpectations;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.FilePurpose;
import io.cesm.expectation.LoggingExpectations;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one expectation, and the facts that are edited on it. */
@Controller
@RequestMapping("/expectations/{id}")
class RecordController {

    private final LoggingExpectations logging;

    private final DocumentingExpectations documents;

    private final RecordPage page;

    RecordController(LoggingExpectations logging, DocumentingExpectations documents, RecordPage page) {
        this.logging = logging;
        this.documents = documents;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable ExpectationId id, @RequestParam @Nullable String edit, Model model, Locale locale) {
        return page.show(id, edit, model, locale);
    }

    @PostMapping("/words")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String words(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") Facts.WordsForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done("words", id, errors, () -> logging.correctWords(id, form.version(), form.wish()), model, locale,
                response, flash);
    }

    @PostMapping("/kind")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String kind(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") Facts.KindForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done("kind", id, errors, () -> logging.classify(id, form.version(), form.wish()), model, locale,
                response, flash);
    }

    @PostMapping("/rival")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String rival(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") Facts.RivalForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done("rival", id, errors, () -> logging.noteCompetitor(id, form.version(), form.wish()), model, locale,
                response, flash);
    }

    @PostMapping("/due")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String due(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") Facts.DueForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done("due", id, errors,
                () -> logging.moveDueDate(id, form.version(), requireNonNull(form.dueOn()), form.because()), model,
                locale, response, flash);
    }

    @PostMapping("/comment")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String comment(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") Facts.CommentForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> logging.comment(id, requireNonNull(form.words())))) {
            response.setStatus(422);
            model.addAttribute("commentWrong", true);
            return page.show(id, null, model, locale);
        }
        flash.addFlashAttribute("notice", "expectation.commented");
        return "redirect:/expectations/{id}#timeline";
    }

    @PostMapping("/files")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String attach(@PathVariable ExpectationId id, @RequestParam FilePurpose purpose,
            @RequestParam List<MultipartFile> files, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            documents.attach(id, purpose, Uploads.of(files));
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("fileRefusal", refusal);
            return page.show(id, null, model, locale);
        }
        flash.addFlashAttribute("notice", "expectation.filed");
        return "redirect:/expectations/{id}#files";
    }

    @PostMapping("/files/{file}/remove")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String detach(@PathVariable ExpectationId id, @PathVariable FileId file, RedirectAttributes flash) {
        documents.detach(id, file);
        flash.addFlashAttribute("notice", "expectation.unfiled");
        return "redirect:/expectations/{id}#files";
    }

    private String done(String group, ExpectationId id, BindingResult errors, Runnable work, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, work)) {
            var stale = Attempt.isStale(errors);
            response.setStatus(stale ? 409 : 422);
            return stale ? page.showOvertaken(id, group, model, locale) : page.show(id, group, model, locale);
        }
        flash.addFlashAttribute("notice", "expectation.saved");
        return "redirect:/expectations/{id}";
    }

}
