package io.cesm.web.voice;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.voice.TendingVoices;
import io.cesm.satisfaction.voice.Theme;
import io.cesm.satisfaction.voice.VoiceBook;
import io.cesm.satisfaction.voice.VoiceFigures;
import io.cesm.satisfaction.voice.VoiceFilter;
import io.cesm.web.fielding.SurveyPages;
import io.cesm.web.layout.Counted;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Reading what customers wrote, of one survey or of all, and what it is about. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class VoiceController {

    private static final int PAGE = 20;

    private static final int COUNTED = 5000;

    private final VoiceBook book;

    private final VoiceFigures figures;

    private final TendingVoices voices;

    private final SurveyHeads surveys;

    private final SurveyPages pages;

    private final CurrentActor current;

    VoiceController(VoiceBook book, VoiceFigures figures, TendingVoices voices, SurveyHeads surveys, SurveyPages pages,
            CurrentActor current) {
        this.book = book;
        this.figures = figures;
        this.voices = voices;
        this.surveys = surveys;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping("/voices")
    public String all(@ModelAttribute("query") VoiceQuery query, Model model, Locale locale) {
        model.addAttribute("surveys", surveys.all(locale));
        return list(query, query.filter(), "/voices", model, locale);
    }

    @GetMapping("/surveys/{id}/voices")
    public String ofSurvey(@PathVariable UUID id, @ModelAttribute("query") VoiceQuery query, Model model,
            Locale locale) {
        pages.open(new SurveyId(id), model);
        return list(query, query.filter().in(id), "/surveys/" + id + "/voices", model, locale);
    }

    @GetMapping("/voices/themes")
    public String allThemes(@ModelAttribute("query") VoiceQuery query, Model model, Locale locale) {
        model.addAttribute("surveys", surveys.all(locale));
        return themes(query.filter(), "/voices", model, locale);
    }

    @GetMapping("/surveys/{id}/voices/themes")
    public String themesOfSurvey(@PathVariable UUID id, @ModelAttribute("query") VoiceQuery query, Model model,
            Locale locale) {
        pages.open(new SurveyId(id), model);
        return themes(query.filter().in(id), "/surveys/" + id + "/voices", model, locale);
    }

    private String list(VoiceQuery query, VoiceFilter filter, String here, Model model, Locale locale) {
        model.addAttribute("slice", book.slice(filter, PAGE, query.cursor()));
        model.addAttribute("count", new Counted(book.count(filter, COUNTED), COUNTED));
        model.addAttribute("hidden", book.hidden(filter));
        frame(here, model, locale);
        return "voice/list";
    }

    private String themes(VoiceFilter filter, String here, Model model, Locale locale) {
        model.addAttribute("rows", figures.of(filter));
        model.addAttribute("firstMonth", figures.firstMonth());
        model.addAttribute("hidden", book.hidden(filter));
        model.addAttribute("draw", new ThemeDrawing());
        frame(here, model, locale);
        return "voice/themes";
    }

    private void frame(String here, Model model, Locale locale) {
        model.addAttribute("here", here);
        model.addAttribute("themeNames", names(voices, locale));
        model.addAttribute("mayCode", current.actor().may(Right.SURVEY_EDIT));
    }

    static Map<String, String> names(TendingVoices voices, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Theme each : voices.themes()) {
            names.put(each.code(), each.name(locale));
        }
        return names;
    }

}
