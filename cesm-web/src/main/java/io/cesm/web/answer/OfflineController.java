package io.cesm.web.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Sheet;
import io.cesm.satisfaction.questionnaire.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page for devices that go where there is no network: it stays on the device, keeps
 * what people answer, and sends it later, each answer once.
 */
@Controller
class OfflineController {

    private static final String WORKER = read("static/js/offline-worker.js");

    private final AnswerLinks links;

    private final AnswerCookie cookie;

    private final AnswerPage page;

    private final JsonMapper json;

    OfflineController(AnswerLinks links, AnswerCookie cookie, AnswerPage page, JsonMapper json) {
        this.links = links;
        this.cookie = cookie;
        this.page = page;
        this.json = json;
    }

    @GetMapping("/answer/{ref}/offline")
    String show(@PathVariable String ref, @RequestParam(required = false) @Nullable String speak,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var held = cookie.held(request, ref);
        var link = held == null ? null : links.find(held.token(), held.visitor());
        if (held == null || link == null || link.state() != LinkState.OPEN || !link.kiosk()) {
            return page.gone(link, response, model);
        }
        var sheets = page.speak(link, null, request);
        var whole = new Sheets(OfflineSheet.everything(link.definition()), link.circumstances(), sheets.language());
        var pages = whole.asking().pages(Answers.none());
        List<Sheet> all = new java.util.ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            all.add(whole.sheet(pages, i, Answers.none(), List.of()));
        }
        model.addAttribute("sheets", all);
        model.addAttribute("token", held.token());
        model.addAttribute("rules", json.writeValueAsString(OfflineSheet.rules(link.definition())));
        fill(link, held, whole, model);
        return "answer/offline";
    }

    private static void fill(AnswerLink link, AnswerCookie.Held held, Sheets sheets, Model model) {
        model.addAttribute("ref", held.ref());
        model.addAttribute("speak", sheets.language());
        model.addAttribute("languages", link.definition().languages());
        model.addAttribute("thanks", sheets.thanks());
        model.addAttribute("answering", new Answering(sheets.title(), sheets.intro(), link.survey().anonymity(),
                MethodChecker.minutes(link.definition())));
    }

    /** What keeps the page on the device; it stands beside the pages it keeps. */
    @GetMapping("/answer/worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
            .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
            .header("Cache-Control", "no-cache")
            .body(WORKER);
    }

    private static String read(String path) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new IllegalStateException("The program is not whole: " + path, ex);
        }
    }

}
