package io.cesm.web.exports;

import java.io.IOException;
import java.util.Locale;

import io.cesm.domain.export.ExportBook;
import io.cesm.domain.export.ExportId;
import io.cesm.domain.export.ExportKinds;
import io.cesm.domain.export.ExportSettings;
import io.cesm.domain.export.ExportView;
import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.table.TableKind;
import io.cesm.web.files.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a long list, watching it being written, fetching it once. */
@Controller
@RequestMapping("/exports")
@PreAuthorize("hasAuthority('EXPORT')")
class ExportController {

    private final ExportBook book;

    private final ExportKinds kinds;

    private final ExportSettings settings;

    private final RequestingExports requesting;

    private final MessageSource messages;

    ExportController(ExportBook book, ExportKinds kinds, ExportSettings settings, RequestingExports requesting,
            MessageSource messages) {
        this.book = book;
        this.kinds = kinds;
        this.settings = settings;
        this.requesting = requesting;
        this.messages = messages;
    }

    @GetMapping
    public String list(@RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("exports", book.mine(cursor));
        model.addAttribute("kinds", kinds);
        model.addAttribute("atOnce", settings.atOnce());
        return "exports/list";
    }

    @GetMapping("/new")
    public String ask(@RequestParam String kind, @RequestParam TableKind form,
            @RequestParam(defaultValue = "") String query, Model model, Locale locale) {
        var wanted = kinds.require(kind);
        wanted.open(Downloads.filters(query), locale);
        model.addAttribute("wanted", wanted);
        model.addAttribute("form", form);
        model.addAttribute("query", query);
        model.addAttribute("atOnce", settings.atOnce());
        return "exports/new";
    }

    @PostMapping
    public String request(@RequestParam String kind, @RequestParam TableKind form,
            @RequestParam(defaultValue = "") String query, Model model, Locale locale, HttpServletResponse response) {
        try {
            return "redirect:/exports/" + requesting.request(kind, form, Downloads.filters(query), locale);
        }
        catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", sentence(refusal, locale));
            return ask(kind, form, query, model, locale);
        }
    }

    private String sentence(Refusal refusal, Locale locale) {
        return messages.getMessage(refusal.messageKey(), refusal.args().toArray(), locale);
    }

    @GetMapping("/{id}")
    public String show(@PathVariable ExportId id, Model model) {
        fill(book.require(id), model);
        return "exports/show";
    }

    /** Only how far it is; a finished export asks for the whole page. */
    @GetMapping("/{id}/progress")
    public String progress(@PathVariable ExportId id, Model model, HttpServletResponse response) {
        var job = book.require(id);
        if (!job.state().isBusy()) {
            response.setHeader("HX-Refresh", "true");
        }
        fill(job, model);
        return "exports/show :: progress";
    }

    private void fill(ExportView job, Model model) {
        model.addAttribute("job", job);
        model.addAttribute("kind", kinds.named(job.kind()));
    }

    /** Hands the file out, once. */
    @PostMapping("/{id}/file")
    public void file(@PathVariable ExportId id, HttpServletResponse response) throws IOException {
        var job = requesting.fetch(id);
        Attachments.headers(job.fileName(), job.form().mediaType())
            .forEach((header, values) -> response.setHeader(header, values.getFirst()));
        if (job.fileSize() != null) {
            response.setContentLengthLong(job.fileSize());
        }
        requesting.write(job, response.getOutputStream());
    }

    @PostMapping("/{id}/discard")
    public String discard(@PathVariable ExportId id, RedirectAttributes flash) {
        requesting.discard(id);
        flash.addFlashAttribute("notice", "exports.discarded");
        return "redirect:/exports";
    }

}
