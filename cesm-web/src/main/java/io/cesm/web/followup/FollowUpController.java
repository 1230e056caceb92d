package io.cesm.web.followup;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowingUp;
import io.cesm.web.customer.Tries;
import io.cesm.web.followup.FollowUpForms.CommentForm;
import io.cesm.web.followup.FollowUpForms.ContactForm;
import io.cesm.web.followup.FollowUpForms.DoneForm;
import io.cesm.web.followup.FollowUpForms.DueForm;
import io.cesm.web.followup.FollowUpForms.EndForm;
import io.cesm.web.followup.FollowUpForms.OwnerForm;
import io.cesm.web.layout.IdText;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one follow-up and its verbs. */
@Controller
@RequestMapping("/follow-ups/{id}")
class FollowUpController {

    private final FollowingUp following;

    private final FollowUpPage page;

    FollowUpController(FollowingUp following, FollowUpPage page) {
        this.following = following;
        this.page = page;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable FollowUpId id, @RequestParam @Nullable String act, Model model, Locale locale) {
        return page.show(id, act, model, locale);
    }

    @PostMapping("/contact")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String contact(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "contact", errors,
                () -> following.contact(id, form.version(), form.channel(), form.on(), form.said()), "contacted", model,
                locale, response, flash);
    }

    @PostMapping("/done")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String close(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") DoneForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "done", errors, () -> following.done(id, form.version(), form.wish()), "done", model, locale,
                response, flash);
    }

    @PostMapping("/not-reached")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String notReached(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "not-reached", errors, () -> following.notReached(id, form.version(), form.outcome()), "ended",
                model, locale, response, flash);
    }

    @PostMapping("/not-needed")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String notNeeded(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "not-needed", errors, () -> following.notNeeded(id, form.version(), form.outcome()), "ended",
                model, locale, response, flash);
    }

    @PostMapping("/owner")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String assign(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") OwnerForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "owner", errors,
                () -> following.assign(id, form.version(), requireNonNull(IdText.read(form.owner(), StaffId::of))),
                "assigned", model, locale, response, flash);
    }

    @PostMapping("/due")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String due(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") DueForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "due", errors,
                () -> following.moveDueDate(id, form.version(), requireNonNull(form.dueOn()), form.because()), "moved",
                model, locale, response, flash);
    }

    @PostMapping("/comment")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String comment(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        return done(id, "comment", errors, () -> following.comment(id, form.words()), "commented", model, locale,
                response, flash);
    }

    private String done(FollowUpId id, String act, BindingResult errors, Runnable work, String what, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, work)) {
            response.setStatus(422);
            return page.show(id, act, model, locale);
        }
        flash.addFlashAttribute("notice", "followup.said." + what);
        return "redirect:/follow-ups/{id}";
    }

}
