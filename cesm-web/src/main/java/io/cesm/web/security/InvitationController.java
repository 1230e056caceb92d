package io.cesm.web.security;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.people.FormTry;
import io.cesm.web.once.Resumed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where somebody with a link sets their password. The link is taken out of the address at
 * once; looking at it changes nothing.
 */
@Controller
class InvitationController {

    private static final String MARK = "invitation";

    private final PasswordLinks links;

    InvitationController(PasswordLinks links) {
        this.links = links;
    }

    @GetMapping("/invitation/{secret}")
    String arrive(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        request.getSession().setAttribute(MARK, PasswordLinks.mark(secret));
        return "redirect:/invitation";
    }

    @GetMapping("/invitation")
    String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("form", new PasswordForm("", ""));
        return page(request, response, model);
    }

    @PostMapping("/invitation")
    String set(@ModelAttribute("form") PasswordForm form, BindingResult errors, HttpServletRequest request,
            HttpServletResponse response, Model model, RedirectAttributes flash) {
        var mark = mark(request);
        if (mark == null || links.owner(mark).isEmpty() && !Resumed.now()) {
            return page(request, response, model);
        }
        if (!form.same()) {
            errors.rejectValue("again", "refusal.password.not_the_same");
        }
        if (!FormTry.succeeds(errors, () -> links.use(mark, form.text()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(request, response, model);
        }
        request.getSession().removeAttribute(MARK);
        flash.addFlashAttribute("notice", "invitation.done");
        return "redirect:/login";
    }

    private String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var mark = mark(request);
        var owner = mark == null ? java.util.Optional.<io.cesm.domain.people.Access>empty() : links.owner(mark);
        if (owner.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return "security/invitation-gone";
        }
        model.addAttribute("owner", owner.get());
        return "security/invitation";
    }

    private static @Nullable String mark(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(MARK) instanceof String text ? text : null;
    }

    /** A new password, twice. */
    record PasswordForm(@Nullable String password, @Nullable String again) {

        String text() {
            if (password == null) {
                throw new UnknownThing();
            }
            return password;
        }

        boolean same() {
            return password != null && password.equals(again);
        }

        @Override
        public String toString() {
            return "PasswordForm";
        }

    }

}
