package io.cesm.web.security;

import io.cesm.web.security.BrowserContext.Proof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The second step of the sign-in: a code from the person's device, or a recovery code.
 */
@Controller
class SecondStepController {

    static final String NEXT = "next";

    private final SecondFactors factors;

    private final BrowserSessions sessions;

    private final SigningIn signingIn;

    SecondStepController(SecondFactors factors, BrowserSessions sessions, SigningIn signingIn) {
        this.factors = factors;
        this.sessions = sessions;
        this.signingIn = signingIn;
    }

    @GetMapping("/login/code")
    String ask() {
        return "security/code";
    }

    @PostMapping("/login/code")
    String judge(@RequestParam(defaultValue = "") String code, StaffAuthentication who, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var verdict = factors.judge(who.access().staff(), code);
        if (verdict.later() > 0) {
            SignInController.later(verdict.later(), response, model);
            return "security/code";
        }
        if (!verdict.right()) {
            signingIn.note(who.access(), "SIGN_IN_FAILED", "page", request.getRemoteAddr());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("error", "login.code.wrong");
            return "security/code";
        }
        var next = request.getSession().getAttribute(NEXT) instanceof String path ? LocalPath.orHome(path) : "/";
        sessions.begin(request, who.access(), Proof.STRONG);
        signingIn.note(who.access(), "SIGNED_IN", "page", request.getRemoteAddr());
        return "redirect:" + next;
    }

}
