package io.cesm.web.complaint;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;

import io.cesm.domain.complaint.GradeMatrix;
import io.cesm.domain.complaint.GradingComplaints;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The printed matrix that makes grades; the office changes it. */
@Controller
@RequestMapping("/complaints/grading")
class GradeMatrixController {

    private final GradingComplaints grading;

    GradeMatrixController(GradingComplaints grading) {
        this.grading = grading;
    }

    /** Points as people type them: four numbers, the worst first. */
    record MatrixForm(@Size(max = 40) @Nullable String impact, @Size(max = 40) @Nullable String urgency,
            @Size(max = 40) @Nullable String tier, @NotNull @Nullable Integer publicity,
            @NotNull @Nullable Integer recurrence, @NotNull @Nullable Integer mostRecurrence,
            @NotNull @Nullable Integer keyDecider, @Size(max = 40) @Nullable String from, @Nullable Long version) {

        static MatrixForm of(GradeMatrix it, long version) {
            return new MatrixForm(text(it.impact()), text(it.urgency()), text(it.tier()), it.publicity(),
                    it.recurrence(), it.mostRecurrence(), it.keyDecider(), text(it.from()), version);
        }

        private static String text(List<Integer> numbers) {
            return String.join(", ", numbers.stream().map(String::valueOf).toList());
        }

        GradeMatrix matrix() {
            return new GradeMatrix(numbers(impact, "impact"), numbers(urgency, "urgency"), numbers(tier, "tier"),
                    requireNonNullElse(publicity, 0), requireNonNullElse(recurrence, 0),
                    requireNonNullElse(mostRecurrence, 0), requireNonNullElse(keyDecider, 0), numbers(from, "from"));
        }

        private static List<Integer> numbers(@Nullable String text, String field) {
            try {
                return text == null || text.isBlank() ? List.of()
                        : Arrays.stream(text.strip().split("[^0-9-]+")).map(Integer::valueOf).toList();
            }
            catch (NumberFormatException unreadable) {
                throw new FieldRefusal(field, "complaint.matrix.numbers");
            }
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String show(Model model) {
        var now = grading.matrix();
        model.addAttribute("form", MatrixForm.of(now.matrix(), now.version()));
        return page(model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SETTINGS')")
    String revise(@Valid @ModelAttribute("form") MatrixForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> grading.revise(form.version() == null ? -1 : form.version(), form.matrix()))) {
            response.setStatus(422);
            return page(model);
        }
        flash.addFlashAttribute("notice", "complaint.matrix.saved");
        return "redirect:/complaints/grading";
    }

    private String page(Model model) {
        model.addAttribute("matrix", grading.matrix().matrix());
        return "complaint/grading";
    }

}
