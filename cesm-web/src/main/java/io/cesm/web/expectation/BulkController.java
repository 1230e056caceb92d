package io.cesm.web.expectation;

import java.time.LocalDate;
import java.util.List;

import io.cesm.expectation.ChangingMany;
import io.cesm.expectation.ExpectationId;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Changing owner or due date of several expectations, with what became of each. */
@Controller
@RequestMapping("/expectations/bulk")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class BulkController {

    private final ChangingMany changing;

    private final Choices choices;

    BulkController(ChangingMany changing, Choices choices) {
        this.changing = changing;
        this.choices = choices;
    }

    /** Which ones, and what becomes of them. */
    record BulkForm(@Nullable List<ExpectationId> id, @Nullable String owner, @Nullable LocalDate dueOn,
            @Size(max = 1000) @Nullable String because) {

        List<ExpectationId> ids() {
            return id == null ? List.of() : id;
        }

    }

    @GetMapping
    String ask(@ModelAttribute("form") BulkForm form, BindingResult errors, Model model) {
        return page(form, model);
    }

    @PostMapping
    String change(@Valid @ModelAttribute("form") BulkForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        if (!Attempt.succeeds(errors, () -> model.addAttribute("results",
                changing.change(form.ids(), Ids.staff(form.owner()), form.dueOn(), form.because())))) {
            response.setStatus(422);
        }
        return page(form, model);
    }

    private String page(BulkForm form, Model model) {
        model.addAttribute("ids", form.ids());
        model.addAttribute("owners", choices.owners());
        return "expectation/bulk";
    }

}
