package io.cesm.web.casepage;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.domain.complaint.CustomerCase;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.complaint.ComplaintUploads;
import io.cesm.satisfaction.aftercare.ScoringByLink;
import io.cesm.web.files.Attachments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A complaint as its customer sees it, and what they do about it. Which complaint it is
 * follows from the cookie alone; opening the page changes nothing, only buttons do.
 */
@Controller
@RequestMapping("/c/cases/{ref}")
class CaseController {

    private static final Set<String> DONE = Set.of("write", "accept", "decline", "reopen", "withdraw", "score");

    private final CaseByLink cases;

    private final CaseCookie cookie;

    private final ScoringByLink scoring;

    private final Clock clock;

    CaseController(CaseByLink cases, CaseCookie cookie, ScoringByLink scoring, Clock clock) {
        this.cases = cases;
        this.scoring = scoring;
        this.clock = clock;
        this.cookie = cookie;
    }

    /** What was typed when something was refused, and why. */
    record Refused(String form, @Nullable String words, String reason, Object[] args) {
    }

    private interface Deed {

        void with(String token);

    }

    @GetMapping
    String show(@PathVariable String ref, @RequestParam @Nullable String done, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var token = cookie.token(request, ref);
        var seen = cases.look(token);
        if (seen.about() == null || token == null) {
            return gone(seen.state(), response, model);
        }
        if ("GET".equals(request.getMethod())) {
            cases.shown(token);
        }
        model.addAttribute("done", done != null && DONE.contains(done) ? done : null);
        return page(ref, token, seen.about(), request, response, model);
    }

    @PostMapping("/messages")
    String write(@PathVariable String ref, @RequestParam @Nullable String words,
            @RequestParam @Nullable List<MultipartFile> files, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return act(ref, "write", words, request, response, model,
                token -> cases.write(token, words, ComplaintUploads.of(files), request.getRemoteAddr()));
    }

    @PostMapping("/decision")
    String decide(@PathVariable String ref, @RequestParam String decision, @RequestParam @Nullable String words,
            @RequestParam @Nullable String external, @RequestParam long version, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var accepted = decision.equals("accept");
        return act(ref, accepted ? "accept" : "decline", words, request, response, model, token -> {
            if (accepted) {
                cases.accept(token, version, words, request.getRemoteAddr());
            }
            else if (decision.equals("decline")) {
                cases.decline(token, version, words, external, request.getRemoteAddr());
            }
            else {
                throw new Refusal("case.decide");
            }
        });
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable String ref, @RequestParam @Nullable String words, @RequestParam long version,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(ref, "reopen", words, request, response, model,
                token -> cases.reopen(token, version, words, request.getRemoteAddr()));
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable String ref, @RequestParam @Nullable String words, @RequestParam long version,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(ref, "withdraw", words, request, response, model,
                token -> cases.withdraw(token, version, words, request.getRemoteAddr()));
    }

    /** The two marks after closing: from the complainant alone. */
    @PostMapping("/score")
    String score(@PathVariable String ref, @RequestParam @Nullable Integer handling,
            @RequestParam @Nullable Integer outcome, @RequestParam @Nullable String words, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return act(ref, "score", words, request, response, model,
                token -> scoring.score(token, handling, outcome, words));
    }

    /** A file of a message; always saved, never shown in our name. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String ref, @PathVariable UUID file, HttpServletRequest request) {
        var token = cookie.token(request, ref);
        if (token == null) {
            throw new UnknownThing();
        }
        var found = cases.file(token, file);
        return ResponseEntity.ok().headers(Attachments.headers(found.name(), found.mediaType())).body(found.content());
    }

    private String act(String ref, String form, @Nullable String words, HttpServletRequest request,
            HttpServletResponse response, Model model, Deed deed) {
        var token = cookie.token(request, ref);
        var seen = cases.look(token);
        if (token == null || seen.about() == null) {
            return gone(seen.state(), response, model);
        }
        try {
            deed.with(token);
            return "redirect:/c/cases/" + ref + "?done=" + form;
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("refused", new Refused(form, words, refusal.messageKey(), refusal.args().toArray()));
        }
        catch (StaleVersion | OptimisticLockingFailureException overtaken) {
            response.setStatus(409);
            model.addAttribute("refused", new Refused(form, words, "case.stale", new Object[0]));
        }
        var now = cases.look(token).about();
        return now == null ? gone(CaseLinkState.UNKNOWN, response, model)
                : page(ref, token, now, request, response, model);
    }

    private String page(String ref, String token, CustomerCase about, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        CaseTongue.speak(about.language(), request);
        model.addAttribute("it", about);
        model.addAttribute("ref", ref);
        model.addAttribute("asked", about.closedAt() != null && scoring.isAsked(token));
        model.addAttribute("late", about.dueAt() != null && about.dueAt().isBefore(clock.instant()));
        response.setHeader("Cache-Control", "private, no-store");
        return "casepage/page";
    }

    static String gone(CaseLinkState state, HttpServletResponse response, Model model) {
        response.setStatus(410);
        model.addAttribute("reason",
                state == CaseLinkState.UNKNOWN || state == CaseLinkState.OPEN ? CaseLinkState.EXPIRED : state);
        return "casepage/gone";
    }

}
