package io.cesm.web.expectation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.expectation.ConfirmingByLink;
import io.cesm.expectation.LinkState;
import io.cesm.web.answer.Guessers;
import io.cesm.web.once.Resumed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The customer's own page: no account, no script, one decision. Opening it changes
 * nothing, however often a mail scanner does; only the button does, once.
 */
@Controller
class CustomerController {

    private static final String CHOSEN_LANGUAGE = "cesm_lang";

    private final ConfirmingByLink confirming;

    private final Guessers guessers;

    private final LinkCookie cookie;

    CustomerController(ConfirmingByLink confirming, Guessers guessers, LinkCookie cookie) {
        this.confirming = confirming;
        this.guessers = guessers;
        this.cookie = cookie;
    }

    /**
     * Swaps the token for a cookie, so that it stands in no address, log or history any
     * more.
     */
    @GetMapping("/c/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, LinkState.EXPIRED)) {
            return "expectation/customer-gone";
        }
        if (confirming.look(token, null).state() == LinkState.UNKNOWN) {
            guessers.missed(request);
        }
        cookie.keepToken(response, token.length() > 100 ? "" : token.replaceAll("[^A-Za-z0-9_-]", ""));
        return "redirect:/confirm";
    }

    @GetMapping("/confirm")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        var token = cookie.token(request);
        var seen = confirming.look(token, cookie.receipt(request));
        speak(seen, request);
        return page(seen, token, response, model);
    }

    @PostMapping("/confirm")
    String answer(@Valid @ModelAttribute("form") CustomerForm form, BindingResult errors, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var token = cookie.token(request);
        var seen = confirming.look(token, null);
        speak(seen, request);
        if (token == null || seen.state() != LinkState.OPEN && !Resumed.now() || form.key() == null
                || !MessageDigest.isEqual(LinkCookie.formKey(token).getBytes(UTF_8), form.key().getBytes(UTF_8))) {
            return page(seen.state() == LinkState.OPEN ? new ConfirmingByLink.Seen(LinkState.CHANGED, null, null, null)
                    : seen, token, response, model);
        }
        form.judge(errors);
        var receipt = new AtomicReference<@Nullable String>();
        if (!Attempt.succeeds(errors, () -> receipt
            .set(confirming.answer(token, form.isMet(), form.level(), form.words(), request.getRemoteAddr())))) {
            if (Attempt.isStale(errors) || seen.about() == null) {
                return page(confirming.look(token, null), token, response, model);
            }
            response.setStatus(422);
            fill(seen, token, model);
            return "expectation/customer";
        }
        var given = receipt.get();
        if (given == null) {
            return page(confirming.look(token, null), token, response, model);
        }
        cookie.keepReceipt(response, given);
        return "redirect:/confirm";
    }

    private String page(ConfirmingByLink.Seen seen, @Nullable String token, HttpServletResponse response, Model model) {
        if (seen.about() == null || token == null) {
            response.setStatus(410);
            model.addAttribute("reason", seen.state() == LinkState.UNKNOWN || seen.state() == LinkState.OPEN
                    ? LinkState.EXPIRED : seen.state());
            return "expectation/customer-gone";
        }
        model.addAttribute("form", new CustomerForm(null, null, null, null));
        fill(seen, token, model);
        return "expectation/customer";
    }

    private static void fill(ConfirmingByLink.Seen seen, String token, Model model) {
        model.addAttribute("it", seen.about());
        model.addAttribute("contactName", seen.contactName());
        model.addAttribute("answered", seen.state() == LinkState.USED);
        model.addAttribute("key", LinkCookie.formKey(token));
    }

    /**
     * The page speaks the contact's language unless this browser was told another one.
     */
    private static void speak(ConfirmingByLink.Seen seen, HttpServletRequest request) {
        var chosen = request.getCookies() != null
                && Arrays.stream(request.getCookies()).anyMatch(each -> each.getName().equals(CHOSEN_LANGUAGE));
        if (seen.language() != null && !chosen && request.getParameter("lang") == null) {
            var locale = seen.language().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
            request.setAttribute(CHOSEN_LANGUAGE, locale);
            LocaleContextHolder.setLocale(locale);
        }
    }

}
