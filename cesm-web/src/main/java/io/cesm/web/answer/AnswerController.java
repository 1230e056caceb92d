package io.cesm.web.answer;

import java.util.List;

import io.cesm.satisfaction.answer.AnswerDraft;
import io.cesm.satisfaction.answer.AnswerDrafts;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.FaultyAnswers;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.LinkClosed;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.answer.TakingAnswers;
import io.cesm.satisfaction.fielding.QualityBook;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.questionnaire.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The respondent's pages: no account, no script needed, nothing counted but the answer.
 * What was answered is kept with each page, so that a reload, another device or a lost
 * network loses nothing.
 */
@Controller
class AnswerController {

    private final AnswerLinks links;

    private final AnswerDrafts drafts;

    private final TakingAnswers taking;

    private final AnswerCookie cookie;

    private final AnswerPage page;

    private final AnswerFiles files;

    private final RobotGuard guard;

    private final QualityBook quality;

    AnswerController(AnswerLinks links, AnswerDrafts drafts, TakingAnswers taking, AnswerCookie cookie, AnswerPage page,
            AnswerFiles files, RobotGuard guard, QualityBook quality) {
        this.links = links;
        this.drafts = drafts;
        this.taking = taking;
        this.cookie = cookie;
        this.page = page;
        this.files = files;
        this.guard = guard;
        this.quality = quality;
    }

    /** One request with what it is about. */
    private record Visit(AnswerLink link, AnswerCookie.Held held, HttpServletRequest request,
            HttpServletResponse response, Model model) {

        String secret() {
            return held.secret(link);
        }

    }

    @GetMapping("/answer/{ref}")
    String show(@PathVariable String ref, @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String speak, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var visit = visit(ref, request, response, model);
        if (visit == null) {
            return page.gone(null, response, model);
        }
        var link = visit.link();
        var draft = link.state() == LinkState.OPEN ? drafts.of(link, visit.secret()) : null;
        var sheets = page.speak(link, draft == null ? null : draft.language(), request);
        if (visit.held().receipt() != null) {
            return page.done(link, visit.held(), sheets, model);
        }
        if (draft == null) {
            return page.gone(link, response, model);
        }
        if (speak != null && draft.begun()) {
            drafts.keep(link, visit.secret(), new AnswerDraft(draft.answers(), draft.page(), sheets.language()));
        }
        var pages = sheets.asking().pages(draft.answers());
        return pages.isEmpty() ? page.gone(link, response, model) : page.questions(link, visit.held(), sheets, pages,
                AnswerPage.place(pages, at, draft), draft.answers(), List.of(), model);
    }

    @PostMapping("/answer/{ref}")
    String go(@PathVariable String ref, @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultiValueMap<String, MultipartFile> uploads,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var visit = visit(ref, request, response, model);
        if (visit == null) {
            return page.gone(null, response, model);
        }
        if (visit.link().state() != LinkState.OPEN || visit.held().receipt() != null) {
            return "redirect:/answer/{ref}";
        }
        var draft = drafts.of(visit.link(), visit.secret());
        var sheets = page.speak(visit.link(), draft.language(), request);
        var sent = AnswerSheet.merged(visit.link().definition(), sheets.asking(), draft.answers(),
                SentAnswers.of(form));
        var handed = files.take(visit.link(), sent, uploads);
        var step = AnswerStep.of(sheets.asking(), handed.form()).with(handed.faults());
        return step.done() ? finish(visit, sheets, handed.form(), step) : on(visit, sheets, step);
    }

    private String on(Visit visit, Sheets sheets, AnswerStep step) {
        var id = step.pages().get(step.at()).page().id();
        drafts.keep(visit.link(), visit.secret(), new AnswerDraft(step.answers(), id, sheets.language()));
        if (step.stays()) {
            visit.response().setStatus(422);
            return page.questions(visit.link(), visit.held(), sheets, step.pages(), step.at(), step.answers(),
                    step.faults(), visit.model());
        }
        return "redirect:/answer/" + visit.held().ref() + "?at=" + id;
    }

    private String finish(Visit visit, Sheets sheets, SentAnswers form, AnswerStep step) {
        var objection = visit.link().open() ? guard.objection(visit.secret(), form, visit.request()) : null;
        if (objection != null) {
            visit.response().setStatus(429);
            visit.model().addAttribute("objection", objection);
            return page.questions(visit.link(), visit.held(), sheets, step.pages(), step.at(), step.answers(),
                    List.of(), visit.model());
        }
        try {
            var receipt = taking.take(visit.link(), Given.now(step.answers(), sheets.language()));
            quality.noteOrigin(new SurveyId(visit.link().survey().id()), visit.request().getRemoteAddr());
            cookie.keepReceipt(visit.response(), visit.held(), receipt.number());
            return "redirect:/answer/" + visit.held().ref();
        }
        catch (FaultyAnswers faulty) {
            return on(visit, sheets, step.firstOf(faulty.faults()));
        }
        catch (LinkClosed meanwhile) {
            return "redirect:/answer/" + visit.held().ref();
        }
    }

    /** Keeps a page while it is being answered; asked by script. */
    @PostMapping("/answer/{ref}/draft")
    ResponseEntity<Void> keep(@PathVariable String ref, @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var visit = visit(ref, request, response, model);
        if (visit == null || visit.link().state() != LinkState.OPEN || visit.held().receipt() != null) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        var draft = drafts.of(visit.link(), visit.secret());
        var sheets = page.speak(visit.link(), draft.language(), request);
        var sent = AnswerSheet.merged(visit.link().definition(), sheets.asking(), draft.answers(),
                SentAnswers.of(form));
        drafts.keep(visit.link(), visit.secret(),
                new AnswerDraft(sent.answers(), sent.text("p_page", draft.page()), sheets.language()));
        return ResponseEntity.noContent().header("X-Shown", shown(sheets, sent)).build();
    }

    /** The questions of the page as it is now; an answer may have brought up others. */
    private static String shown(Sheets sheets, SentAnswers sent) {
        return sheets.asking()
            .pages(sent.answers())
            .stream()
            .filter(it -> it.page().id().equals(sent.text("p_page", "")))
            .findFirst()
            .map(it -> String.join(" ", it.keys()))
            .orElse("");
    }

    /** The device goes to the next person; only devices do. */
    @GetMapping("/answer/{ref}/next")
    String next(@PathVariable String ref, HttpServletRequest request, HttpServletResponse response, Model model) {
        var visit = visit(ref, request, response, model);
        if (visit != null && visit.link().kiosk()) {
            drafts.forget(visit.link());
            cookie.next(response, visit.held());
        }
        return "redirect:/answer/{ref}";
    }

    private @Nullable Visit visit(String ref, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        var held = cookie.held(request, ref);
        var link = held == null ? null : links.find(held.token(), held.visitor());
        return held == null || link == null ? null : new Visit(link, held, request, response, model);
    }

}
