package io.cesm.web.security;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.Access;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.web.people.FormTry;
import io.cesm.web.security.PasswordHashes.TooBusy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One's own password: the current one is asked for, and other browsers are signed out.
 */
@Controller
@RequestMapping("/me/password")
@PreAuthorize("hasAuthority('VIEW')")
class OwnPasswordController {

    private final SignInThrottle throttle;

    private final Credentials credentials;

    private final PasswordRules rules;

    private final BrowserSessions sessions;

    private final Timeline timeline;

    private final TransactionOperations transaction;

    OwnPasswordController(SignInThrottle throttle, Credentials credentials, PasswordRules rules,
            BrowserSessions sessions, Timeline timeline, TransactionOperations transaction) {
        this.throttle = throttle;
        this.credentials = credentials;
        this.rules = rules;
        this.sessions = sessions;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", new OwnPasswordForm("", "", ""));
        return "people/me-password";
    }

    @PostMapping
    String change(@ModelAttribute("form") OwnPasswordForm form, BindingResult errors, StaffAuthentication who,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        if (form.password() == null || !form.password().equals(form.again())) {
            errors.rejectValue("again", "refusal.password.not_the_same");
        }
        if (!FormTry.succeeds(errors, () -> change(form, who, request.getRemoteAddr()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "people/me-password";
        }
        flash.addFlashAttribute("notice", "me.password.changed");
        return "redirect:/me";
    }

    @ExceptionHandler(TooBusy.class)
    String busy(HttpServletResponse response, Model model) {
        SignInController.later(5, response, model);
        return ask(model);
    }

    private void change(OwnPasswordForm form, StaffAuthentication who, String address) {
        Access me = who.access();
        var verdict = throttle.ask(me.login(), me.staff(), address);
        if (!verdict.allowed()) {
            throw new FieldRefusal("current", "password.later", verdict.seconds());
        }
        var password = form.password() == null ? "" : form.password();
        if (!credentials.matches(me.staff(), form.current() == null ? "" : form.current())) {
            throw new FieldRefusal("current", "password.wrong");
        }
        throttle.succeeded(me.login(), me.staff(), address);
        rules.check(password, "password", me.login(), me.name(), me.nameEn());
        transaction.executeWithoutResult(status -> {
            credentials.set(me.staff(), password);
            sessions.endOthers(me.staff(), who.session());
            timeline.record(Change.of(new Subject("STAFF", me.staff().id(), me.name(), null), "PASSWORD_CHANGED"));
        });
    }

    /** The current password, and the new one twice. */
    record OwnPasswordForm(@Nullable String current, @Nullable String password, @Nullable String again) {

        @Override
        public String toString() {
            return "OwnPasswordForm";
        }

    }

}
