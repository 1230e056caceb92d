package io.cesm.web.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;

import io.cesm.domain.intake.ImportBook;
import io.cesm.domain.intake.ImportId;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportState;
import io.cesm.domain.intake.ImportView;
import io.cesm.domain.intake.ImportingFiles;
import io.cesm.domain.intake.RowFilter;
import io.cesm.domain.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing a file, watching it and looking at what became of it. */
@Controller
@RequestMapping("/imports")
@PreAuthorize("hasAuthority('IMPORT')")
class ImportController {

    private final ImportBook book;

    private final ImportingFiles importing;

    private final ImportKinds kinds;

    private final ImportWords words;

    ImportController(ImportBook book, ImportingFiles importing, ImportKinds kinds, ImportWords words) {
        this.book = book;
        this.importing = importing;
        this.kinds = kinds;
        this.words = words;
    }

    @GetMapping
    public String list(@RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("imports", book.mine(cursor));
        model.addAttribute("kinds", kinds);
        return "imports/list";
    }

    @GetMapping("/new")
    public String ask(@RequestParam @Nullable String kind, Model model) {
        var offered = new ArrayList<>(kinds.all());
        if (kind != null && offered.stream().noneMatch(it -> it.code().equals(kind))) {
            kinds.find(kind).ifPresent(offered::addFirst);
        }
        model.addAttribute("kinds", offered);
        model.addAttribute("chosen", kind == null ? offered.getFirst().code() : kind);
        return "imports/new";
    }

    @PostMapping
    public String bring(@RequestParam String kind, @RequestParam MultipartFile file, Model model, Locale locale,
            HttpServletResponse response) throws IOException {
        try (var in = file.getInputStream()) {
            return "redirect:/imports/" + importing.bring(kind, file.getOriginalFilename(), in);
        }
        catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", words.sentence(refusal, locale));
            return ask(kind, model);
        }
    }

    @GetMapping("/{id}")
    public String show(@PathVariable ImportId id, @RequestParam(defaultValue = "ALL") RowFilter show,
            @RequestParam @Nullable String cursor, Model model) {
        var job = book.require(id);
        if (job.state() == ImportState.UPLOADED) {
            return "redirect:/imports/" + id + "/mapping";
        }
        fill(job, model);
        if (!job.state().isBusy()) {
            if (job.state() == ImportState.DONE) {
                kinds.require(job.kind()).filled(job.plan()).ifPresent(it -> model.addAttribute("filled", it));
            }
            model.addAttribute("show", show);
            model.addAttribute("filters", RowFilter.values());
            model.addAttribute("answers", book.rows(id, show, cursor));
        }
        return "imports/show";
    }

    /** Only how far it is; a finished import asks for the whole page. */
    @GetMapping("/{id}/progress")
    public String progress(@PathVariable ImportId id, Model model, HttpServletResponse response) {
        var job = book.require(id);
        if (!job.state().isBusy()) {
            response.setHeader("HX-Refresh", "true");
        }
        fill(job, model);
        return "imports/show :: progress";
    }

    private void fill(ImportView job, Model model) {
        model.addAttribute("job", job);
        model.addAttribute("kind", kinds.require(job.kind()));
    }

    @PostMapping("/{id}/start")
    public String start(@PathVariable ImportId id, @RequestParam(defaultValue = "false") boolean skipAlike,
            @RequestParam(defaultValue = "false") boolean onlyIfClean, @RequestParam @Nullable Long version,
            RedirectAttributes flash, Locale locale) {
        return done(id, flash, locale, () -> importing.start(id, skipAlike, onlyIfClean, version));
    }

    @PostMapping("/{id}/cancel")
    public String cancel(@PathVariable ImportId id, RedirectAttributes flash, Locale locale) {
        return done(id, flash, locale, () -> importing.cancel(id));
    }

    @PostMapping("/{id}/discard")
    public String discard(@PathVariable ImportId id, RedirectAttributes flash) {
        importing.discard(id);
        flash.addFlashAttribute("notice", "imports.discarded");
        return "redirect:/imports";
    }

    private String done(ImportId id, RedirectAttributes flash, Locale locale, Runnable verb) {
        try {
            verb.run();
        }
        catch (Refusal refusal) {
            flash.addFlashAttribute("problem", words.sentence(refusal, locale));
        }
        return "redirect:/imports/" + id;
    }

}
