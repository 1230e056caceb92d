package io.cesm.web.security;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.cesm.domain.people.Right;
import io.cesm.web.people.FormTry;
import io.cesm.web.security.ApiTokens.NewToken;
import io.cesm.web.security.ApiTokens.TokenKind;
import io.cesm.web.security.ApiTokens.TokenWish;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** One's own API tokens. */
@Controller
@RequestMapping("/me/tokens")
@PreAuthorize("hasAuthority('VIEW')")
class OwnTokensController {

    private final ApiTokens tokens;

    OwnTokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    String list(StaffAuthentication who, Model model) {
        model.addAttribute("form", new TokenForm("", 90, Set.of(Right.VIEW), null));
        return page(who, model);
    }

    /** Makes a token and shows it in the answer itself: it is stored nowhere. */
    @PostMapping
    String make(@ModelAttribute("form") TokenForm form, BindingResult errors, StaffAuthentication who, Model model,
            HttpServletResponse response) {
        var made = new NewToken[1];
        boolean done = FormTry.succeeds(errors, () -> made[0] = tokens.make(who.access(), who.actor(), form.wish()));
        response.setHeader("Cache-Control", "no-store");
        if (done) {
            model.addAttribute("made", made[0]);
        }
        else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(who, model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, StaffAuthentication who, RedirectAttributes flash) {
        tokens.revoke(who.access().staff(), id, who.actor());
        flash.addFlashAttribute("notice", "me.tokens.ended");
        return "redirect:/me/tokens";
    }

    private String page(StaffAuthentication who, Model model) {
        model.addAttribute("tokens", tokens.of(who.access().staff()));
        model.addAttribute("rights", new TreeSet<>(who.access().rights()));
        model.addAttribute("mayServe", who.actor().may(Right.SETTINGS));
        return "people/me-tokens";
    }

    /** A token to make. */
    record TokenForm(@Nullable String name, @Nullable Integer days, @Nullable Set<Right> rights,
            @Nullable TokenKind kind) {

        TokenWish wish() {
            return new TokenWish(name, kind == null ? TokenKind.PERSONAL : kind,
                    rights == null || rights.isEmpty() ? Set.of(Right.VIEW) : rights, days);
        }

    }

}
