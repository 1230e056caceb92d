package io.cesm.web.voice;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.voice.Lexicon;
import io.cesm.satisfaction.voice.Phrases;
import io.cesm.satisfaction.voice.TendingVoices;
import io.cesm.satisfaction.voice.Theme;
import io.cesm.satisfaction.voice.VoiceBook;
import io.cesm.satisfaction.voice.VoiceFilter;
import io.cesm.web.customer.Tries;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dictionary of themes, what it may be missing, and the words of feeling. */
@Controller
@RequestMapping("/voices/dictionary")
@PreAuthorize("hasAuthority('VIEW')")
class DictionaryController {

    private static final String BACK = "redirect:/voices/dictionary";

    private static final int READ = 3_000;

    private static final int SUGGESTED = 40;

    private final TendingVoices voices;

    private final VoiceBook book;

    private final CurrentActor current;

    DictionaryController(TendingVoices voices, VoiceBook book, CurrentActor current) {
        this.voices = voices;
        this.book = book;
        this.current = current;
    }

    /** A theme as a person writes it. */
    record ThemeForm(@NotBlank @Nullable String code, @NotBlank @Size(max = 40) @Nullable String name,
            @NotBlank @Size(max = 40) @Nullable String nameEn, @NotBlank @Size(max = 8000) @Nullable String words,
            @Nullable Boolean active, @Nullable Integer sort, @Nullable Long version, @Nullable Boolean fresh) {

        Theme wish() {
            return new Theme(String.valueOf(code), String.valueOf(name), String.valueOf(nameEn),
                    java.util.List.of(String.valueOf(words).split("[\\n\\r,，、;；]+")), Boolean.TRUE.equals(active),
                    sort == null ? 100 : sort, version == null ? 0 : version);
        }

        static ThemeForm of(Theme it) {
            return new ThemeForm(it.code(), it.name(), it.nameEn(), String.join("\n", it.words()), it.active(),
                    it.sort(), it.version(), false);
        }

    }

    /** Own words of feeling, one a line: weight, then the word. */
    record FeelingsForm(@Size(max = 40_000) @Nullable String words) {

        Map<String, Double> wish() {
            Map<String, Double> wish = new LinkedHashMap<>();
            if (words != null) {
                words.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> {
                    var parts = line.split("\\s+", 2);
                    try {
                        wish.put(parts[1].strip(), Double.valueOf(parts[0]));
                    }
                    catch (NumberFormatException | ArrayIndexOutOfBoundsException ex) {
                        throw new FieldRefusal("words", "voice.word.line", line);
                    }
                });
            }
            return wish;
        }

    }

    @GetMapping
    public String show(Model model, Locale locale) {
        model.addAttribute("form", feelings());
        return page(model, locale);
    }

    @PostMapping("/feelings")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String feelings(@Valid @ModelAttribute("form") FeelingsForm form, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> voices.revise(form.wish()))) {
            response.setStatus(422);
            return page(model, locale);
        }
        flash.addFlashAttribute("notice", "voice.saved");
        return BACK;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String blank(@RequestParam @Nullable String word, Model model) {
        model.addAttribute("form", new ThemeForm(null, null, null, word, true, 100, 0L, true));
        return "voice/theme";
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String edit(@PathVariable String code, Model model) {
        model.addAttribute("form", ThemeForm.of(voices.require(code)));
        return "voice/theme";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String save(@Valid @ModelAttribute("form") ThemeForm form, BindingResult errors,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> {
            if (Boolean.TRUE.equals(form.fresh())) {
                voices.add(form.wish());
            }
            else {
                voices.revise(form.wish());
            }
        })) {
            response.setStatus(422);
            return "voice/theme";
        }
        flash.addFlashAttribute("notice", "voice.saved");
        return BACK;
    }

    /** Adds a suggested word to a theme. */
    @PostMapping("/{code}/words")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String learn(@PathVariable String code, @RequestParam @Nullable String word, RedirectAttributes flash) {
        voices.learn(code, word == null ? "" : word);
        flash.addFlashAttribute("notice", "voice.saved");
        return BACK + "#suggested";
    }

    private FeelingsForm feelings() {
        var lines = new StringBuilder();
        voices.words().forEach((word, weight) -> lines.append(weight).append(' ').append(word).append('\n'));
        return new FeelingsForm(lines.toString());
    }

    private String page(Model model, Locale locale) {
        var themes = voices.themes();
        var known = new HashSet<String>();
        themes.forEach(it -> known.addAll(it.words()));
        model.addAttribute("themes", themes);
        model.addAttribute("themeNames", VoiceController.names(voices, locale));
        model.addAttribute("suggested", Phrases.of(book.texts(VoiceFilter.ALL, READ), known, SUGGESTED));
        model.addAttribute("shipped", Lexicon.shipped().feelings().size());
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "voice/dictionary";
    }

}
