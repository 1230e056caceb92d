package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.ClosingExpectations;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import io.cesm.expectation.Verb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letting an expectation live on in another one of the same customer. */
@Controller
@RequestMapping("/expectations/{id}/merge")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class MergeController {

    private static final int MOST = 50;

    private final ClosingExpectations closing;

    private final ExpectationBook book;

    private final ExpectationRegister register;

    private final VerbPage page;

    MergeController(ClosingExpectations closing, ExpectationBook book, ExpectationRegister register, VerbPage page) {
        this.closing = closing;
        this.book = book;
        this.register = register;
        this.page = page;
    }

    /** Into which one: picked from the list, or by the number people quote. */
    record MergeForm(@Size(max = 40) @Nullable String into, @Size(max = 40) @Nullable String number,
            @Nullable Long version) {

        @Nullable String meant() {
            return number == null || number.isBlank() ? into : number;
        }

    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.MERGE, id, model, locale);
        model.addAttribute("form", new MergeForm(null, null, it.version()));
        return show(it, model);
    }

    @PostMapping
    String merge(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") MergeForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var meant = form.meant();
        var into = meant == null ? null : book.byNumber(meant).orElse(null);
        if (into == null && !errors.hasErrors()) {
            errors.rejectValue("number", meant == null ? "NotBlank" : "refusal.expectation.merge.unknown");
        }
        if (into == null || !Attempt.succeeds(errors, () -> closing.merge(id, form.version(), into))) {
            show(book.require(id), model);
            return page.again("expectation/merge", Verb.MERGE, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.merged");
        return "redirect:/expectations/{id}";
    }

    private String show(ExpectationDetails it, Model model) {
        model.addAttribute("others",
                register.slice(RegisterFilter.ALL.open().of(it.customer()), RegisterOrder.NEWEST, MOST, null)
                    .items()
                    .stream()
                    .filter(row -> !row.id().equals(it.id()))
                    .toList());
        return "expectation/merge";
    }

}
