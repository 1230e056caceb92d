package io.cesm.web.casepage;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FilingByForm;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.answer.Crowd;
import io.cesm.web.answer.Guessers;
import io.cesm.web.complaint.ComplaintUploads;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form of a customer or a site: whoever has the link or scans the code tells us
 * something, and learns its number and when they hear from us.
 */
@Controller
class IntakeController {

    private static final String TOO_OLD = "answer.robot.old";

    private final FilingByForm filing;

    private final CaseCookie cookie;

    private final Guessers guessers;

    private final Crowd crowd;

    IntakeController(FilingByForm filing, CaseCookie cookie, Guessers guessers, Crowd crowd) {
        this.filing = filing;
        this.cookie = cookie;
        this.guessers = guessers;
        this.crowd = crowd;
    }

    /**
     * What somebody fills in.
     *
     * @param site stays empty where people fill it in
     * @param mark shows when the form was made
     */
    record IntakeForm(@Nullable ComplaintKind kind, @NotBlank @Size(max = 4000) @Nullable String words,
            @NotBlank @Size(max = 120) @Nullable String name, @Size(max = 254) @Nullable String mail,
            @Size(max = 60) @Nullable String phone, @Nullable List<MultipartFile> files, @Nullable String site,
            @Nullable String mark) {

        FilingByForm.Said said() {
            return new FilingByForm.Said(kind == null ? ComplaintKind.COMPLAINT : kind, words, name, mail, phone,
                    ComplaintUploads.of(files));
        }

    }

    @GetMapping("/c/form/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, CaseLinkState.EXPIRED)) {
            return "casepage/gone";
        }
        if (filing.look(token).isEmpty()) {
            guessers.missed(request);
            return gone(response, model);
        }
        return "redirect:/c/forms/" + cookie.keep(response, token);
    }

    @GetMapping("/c/forms/{ref}")
    String show(@PathVariable String ref, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("form", new IntakeForm(null, null, null, null, null, null, null, null));
        return page(ref, null, request, response, model);
    }

    @PostMapping("/c/forms/{ref}")
    String file(@PathVariable String ref, @Valid @ModelAttribute("form") IntakeForm form, BindingResult errors,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var token = cookie.token(request, ref);
        if (token == null || filing.look(token).isEmpty()) {
            return gone(response, model);
        }
        var objection = errors.hasErrors() ? null : crowd.objection(token, form.site(), form.mark(), request);
        if (objection != null) {
            errors.reject(objection);
        }
        var filed = new FilingByForm.Filed[1];
        if (!FormTry.succeeds(errors, () -> filed[0] = filing.file(token, form.said()))) {
            response.setStatus(422);
            var old = TOO_OLD.equals(objection);
            return page(ref, old ? null : form.mark(), request, response, model);
        }
        var known = filed[0].token();
        return "redirect:/c/forms/" + ref + "/done?filed=" + filed[0].complaint()
                + (known == null ? "" : "&page=" + cookie.keep(response, known));
    }

    @GetMapping("/c/forms/{ref}/done")
    String done(@PathVariable String ref, @RequestParam UUID filed, @RequestParam @Nullable String page,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var token = cookie.token(request, ref);
        model.addAttribute("receipt", filing.receipt(token, filed).orElseThrow(UnknownThing::new));
        model.addAttribute("ref", ref);
        model.addAttribute("page",
                page != null && page.matches("[A-Za-z0-9_-]{12}") && cookie.token(request, page) != null ? page : null);
        response.setHeader("Cache-Control", "private, no-store");
        return "casepage/intake-done";
    }

    /**
     * The form to fill in.
     * @param mark when it was shown first, if it comes back to be corrected
     */
    private String page(String ref, @Nullable String mark, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var token = cookie.token(request, ref);
        var about = filing.look(token);
        if (token == null || about.isEmpty()) {
            return gone(response, model);
        }
        model.addAttribute("about", about.get());
        model.addAttribute("ref", ref);
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("mark", mark == null ? crowd.mark(token) : mark);
        response.setHeader("Cache-Control", "private, no-store");
        return "casepage/intake";
    }

    private static String gone(HttpServletResponse response, Model model) {
        response.setStatus(410);
        model.addAttribute("reason", "EXPIRED");
        return "casepage/gone";
    }

}
