package io.cesm.web.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.measure.CodebookFile;
import io.cesm.satisfaction.measure.CodebookProposal;
import io.cesm.satisfaction.measure.ColumnKind;
import io.cesm.satisfaction.measure.KeepingSeries;
import io.cesm.satisfaction.measure.SeriesBook;
import io.cesm.satisfaction.measure.SeriesId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.web.customer.Tries;
import io.cesm.web.imports.UploadedText;
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

/** Saying what an agency measures and what its files mean. */
@Controller
@RequestMapping("/surveys/waves")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class SeriesFormController {

    private final SeriesBook book;

    private final KeepingSeries keeping;

    SeriesFormController(SeriesBook book, KeepingSeries keeping) {
        this.book = book;
        this.keeping = keeping;
    }

    @GetMapping("/new")
    public String ask(Model model, Locale locale) {
        model.addAttribute("form", SeriesForm.blank(locale.getLanguage().equals("zh") ? "zh" : "en", null));
        return page(model);
    }

    /** A codebook drafted from a file of answers. */
    @PostMapping("/proposal")
    public String propose(@RequestParam MultipartFile file, Model model, Locale locale, HttpServletResponse response)
            throws IOException {
        var language = locale.getLanguage().equals("zh") ? "zh" : "en";
        try {
            var proposed = CodebookProposal.of(file::getInputStream);
            model.addAttribute("form", SeriesForm.blank(language, CodebookFile.write(proposed)));
            model.addAttribute("proposed", proposed.columns().size());
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("form", SeriesForm.blank(language, null));
            model.addAttribute("refusal", refusal);
        }
        return page(model);
    }

    @PostMapping("/new")
    public String begin(@Valid @ModelAttribute("form") SeriesForm form, BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, RedirectAttributes flash)
            throws IOException {
        var text = text(form, file, errors);
        var made = new SeriesId[1];
        if (!Tries.succeeds(errors, () -> made[0] = keeping.begin(form.wish(), CodebookFile.read(text)))) {
            return page(model);
        }
        flash.addFlashAttribute("notice", "measure.series.begun");
        return "redirect:/surveys/waves/" + made[0];
    }

    private static String text(SeriesForm form, @Nullable MultipartFile file, BindingResult errors) throws IOException {
        try {
            var typed = form.codebook();
            return file != null && !file.isEmpty() ? UploadedText.of(file) : typed == null ? "" : typed;
        }
        catch (Refusal refusal) {
            errors.rejectValue("codebook", refusal.messageKey(), refusal.args().toArray(), refusal.code());
            return "";
        }
    }

    private static String page(Model model) {
        model.addAttribute("kinds", SurveyKind.values());
        model.addAttribute("promises", Anonymity.values());
        model.addAttribute("columnKinds", ColumnKind.values());
        model.addAttribute("roles", ItemRole.values());
        return "measure/series-new";
    }

    @GetMapping("/{id}/edit")
    public String edit(@PathVariable SeriesId id, Model model) {
        model.addAttribute("form", SeriesForm.of(book.require(id)));
        return editPage(id, model);
    }

    @PostMapping("/{id}/edit")
    public String describe(@PathVariable SeriesId id, @Valid @ModelAttribute("form") SeriesForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> keeping.describe(id, form.seen(), form.wish()))) {
            return editPage(id, model);
        }
        flash.addFlashAttribute("notice", "measure.series.saved");
        return "redirect:/surveys/waves/" + id;
    }

    private String editPage(SeriesId id, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("kinds", SurveyKind.values());
        model.addAttribute("promises", Anonymity.values());
        return "measure/series-edit";
    }

    /** What is typed about the columns. */
    record CodebookForm(@Nullable String codebook, @Nullable Long version) {
    }

    @GetMapping("/{id}/codebook")
    public String codebook(@PathVariable SeriesId id, Model model) {
        var it = book.require(id);
        model.addAttribute("form", new CodebookForm(CodebookFile.write(it.codebook()), it.version()));
        return codebookPage(id, model);
    }

    @PostMapping("/{id}/codebook")
    public String explain(@PathVariable SeriesId id, @ModelAttribute("form") CodebookForm form, BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, RedirectAttributes flash)
            throws IOException {
        var typed = form.codebook();
        var text = text(new SeriesForm(null, null, null, null, null, false, typed, null), file, errors);
        var seen = form.version() == null ? -1 : form.version();
        if (!Tries.succeeds(errors, () -> keeping.explain(id, seen, CodebookFile.read(text)))) {
            return codebookPage(id, model);
        }
        flash.addFlashAttribute("notice", "measure.series.saved");
        return "redirect:/surveys/waves/" + id;
    }

    private String codebookPage(SeriesId id, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("columnKinds", ColumnKind.values());
        model.addAttribute("roles", ItemRole.values());
        return "measure/codebook";
    }

    @GetMapping("/{id}/codebook.csv")
    public void download(@PathVariable SeriesId id, HttpServletResponse response) throws IOException {
        var it = book.require(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"codebook-" + it.number() + ".csv\"");
        response.getOutputStream()
            .write(("\uFEFF" + CodebookFile.write(it.codebook())).getBytes(StandardCharsets.UTF_8));
    }

}
