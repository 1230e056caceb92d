package io.cesm.web.security;

import java.util.Locale;

import io.cesm.web.security.BrowserContext.Proof;
import io.cesm.web.security.PasswordHashes.TooBusy;
import io.cesm.web.security.SigningIn.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The door: user name and password. */
@Controller
class SignInController {

    private final SigningIn signingIn;

    private final BrowserSessions sessions;

    private final SecondFactors factors;

    private final LocaleResolver languages;

    private final SetUp setUp;

    SignInController(SigningIn signingIn, BrowserSessions sessions, SecondFactors factors, LocaleResolver languages,
            SetUp setUp) {
        this.setUp = setUp;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.factors = factors;
        this.languages = languages;
    }

    @GetMapping("/login")
    String ask(@RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String ended, @Nullable Authentication who, Model model) {
        if (who instanceof StaffAuthentication staff && !staff.needsCode()) {
            return "redirect:" + LocalPath.orHome(next);
        }
        if (setUp.isEmpty()) {
            return "redirect:/setup";
        }
        model.addAttribute("out", out != null);
        model.addAttribute("ended", ended != null);
        return page("", next, model);
    }

    @PostMapping("/login")
    String signIn(@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return switch (signingIn.judge(username, password, "page", request.getRemoteAddr())) {
            case Answer.Right right -> enter(right, next, request, response);
            case Answer.Wrong wrong -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("error", "login.wrong");
                yield page(username, next, model);
            }
            case Answer.Later later -> {
                later(later.seconds(), response, model);
                yield page(username, next, model);
            }
        };
    }

    @ExceptionHandler(TooBusy.class)
    String busy(HttpServletRequest request, HttpServletResponse response, Model model) {
        later(5, response, model);
        return page(request.getParameter("username"), request.getParameter("next"), model);
    }

    private String enter(Answer.Right right, @Nullable String next, HttpServletRequest request,
            HttpServletResponse response) {
        var access = right.access();
        if (access.language() != null) {
            languages.setLocale(request, response, Locale.of(access.language()));
        }
        boolean code = factors.has(access.staff());
        sessions.begin(request, access, code ? Proof.PASSWORD_BEFORE_CODE : Proof.PASSWORD);
        if (code) {
            request.getSession().setAttribute(SecondStepController.NEXT, LocalPath.orHome(next));
            return "redirect:/login/code";
        }
        signingIn.note(access, "SIGNED_IN", "page", request.getRemoteAddr());
        return "redirect:" + LocalPath.orHome(next);
    }

    static void later(long seconds, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", String.valueOf(seconds));
        model.addAttribute("error", "login.later");
        model.addAttribute("wait", seconds);
    }

    private static String page(@Nullable String username, @Nullable String next, Model model) {
        model.addAttribute("username", username == null ? "" : username);
        model.addAttribute("next", LocalPath.orHome(next));
        return "security/login";
    }

}
