package io.cesm.web.voice.api;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.figures.Showing;
import io.cesm.satisfaction.voice.CodingComments;
import io.cesm.satisfaction.voice.Phrases;
import io.cesm.satisfaction.voice.TendingVoices;
import io.cesm.satisfaction.voice.Theme;
import io.cesm.satisfaction.voice.ThemeFigure;
import io.cesm.satisfaction.voice.VoiceBook;
import io.cesm.satisfaction.voice.VoiceFigures;
import io.cesm.satisfaction.voice.VoiceRow;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.voice.VoiceQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers wrote, what it is about, and the dictionary that says so. */
@RestController
@RequestMapping("/api/v1")
class VoicesApi {

    private static final int LARGEST = 200;

    private static final int READ = 3_000;

    private final VoiceBook book;

    private final VoiceFigures figures;

    private final TendingVoices voices;

    private final CodingComments coding;

    VoicesApi(VoiceBook book, VoiceFigures figures, TendingVoices voices, CodingComments coding) {
        this.book = book;
        this.figures = figures;
        this.voices = voices;
        this.coding = coding;
    }

    /** A theme of the dictionary. */
    record ThemeBody(@NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 40) String nameEn, @NotNull List<@NotBlank @Size(max = 40) String> words,
            boolean active, int sort) {

        Theme wish(String which, long version) {
            return new Theme(which, name, nameEn, words, active, sort, version);
        }

    }

    /** Own words of feeling; a weight of 0 takes a shipped one away. */
    record WordsBody(@NotNull List<@Valid WordBody> words) {
    }

    /** A word of feeling, from −3 to 3. */
    record WordBody(@NotBlank @Size(max = 40) String word, double weight) {
    }

    /**
     * What a coder says of a comment.
     *
     * @param theme a code of the dictionary, or none
     */
    record CodeBody(@NotBlank String theme, @NotNull Integer sentiment) {
    }

    /**
     * A theme in figures; what too few respondents stand behind is left out.
     */
    record FigureJson(@Nullable String theme, long comments, long bad, long good, long n, @Nullable Double level,
            @Nullable Double low, @Nullable Double high, List<Long> months) {

        static FigureJson of(ThemeFigure it) {
            var level = it.level();
            var shown = level.showing() != Showing.HIDDEN && level.showing() != Showing.EMPTY;
            var interval = shown ? level.interval() : null;
            return new FigureJson(it.code(), it.comments(), it.bad(), it.good(), level.n(),
                    shown ? level.value() : null, interval == null ? null : interval.low(),
                    interval == null ? null : interval.high(), it.months());
        }

    }

    /** Comments, the latest first; where too few wrote, they are left out. */
    @GetMapping("/voices")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<VoiceRow> list(@ModelAttribute VoiceQuery query, @RequestParam(defaultValue = "50") int size) {
        return book.slice(query.filter(), Math.clamp(size, 1, LARGEST), query.cursor());
    }

    /** Themes in figures, the most frequent first. */
    @GetMapping("/voice-figures")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<FigureJson> themesInFigures(@ModelAttribute VoiceQuery query) {
        return figures.of(query.filter()).stream().map(FigureJson::of).toList();
    }

    /** What is written again and again and no theme knows. */
    @GetMapping("/voice-phrases")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Phrases.Found> phrases(@ModelAttribute VoiceQuery query) {
        var known = new HashSet<String>();
        voices.themes().forEach(it -> known.addAll(it.words()));
        return Phrases.of(book.texts(query.filter(), READ), known, LARGEST);
    }

    @GetMapping("/voice-themes")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Theme> themes() {
        return voices.themes();
    }

    @PostMapping("/voice-themes")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Theme> add(@Valid @RequestBody ThemeBody body) {
        voices.add(body.wish(body.code(), 0));
        return Answers.created("/api/v1/voice-themes/" + body.code(), voices.require(body.code()), 0);
    }

    @GetMapping("/voice-themes/{code}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<Theme> theme(@PathVariable String code) {
        var it = voices.require(code);
        return Answers.of(it, it.version());
    }

    @PutMapping("/voice-themes/{code}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Theme> revise(@PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ThemeBody body) {
        voices.require(code);
        voices.revise(body.wish(code, Versions.required(ifMatch)));
        return theme(code);
    }

    @GetMapping("/voice-words")
    @PreAuthorize("hasAuthority('VIEW')")
    public Map<String, Double> words() {
        return voices.words();
    }

    @PutMapping("/voice-words")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public Map<String, Double> words(@Valid @RequestBody WordsBody body) {
        Map<String, Double> wish = new LinkedHashMap<>();
        body.words().forEach(it -> wish.put(it.word(), it.weight()));
        voices.revise(wish);
        return voices.words();
    }

    /** The next comment the owner of the token has not coded. */
    @GetMapping("/surveys/{id}/voices/coding")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public CodingComments.Next next(@PathVariable UUID id) {
        var next = coding.next(id);
        if (next == null) {
            throw new UnknownThing();
        }
        return next;
    }

    @PostMapping("/surveys/{id}/voices/{comment}/code")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Void> code(@PathVariable UUID id, @PathVariable UUID comment,
            @Valid @RequestBody CodeBody body) {
        coding.code(id, comment, body.theme(), body.sentiment());
        return ResponseEntity.noContent().build();
    }

    /** How far the coders agree beyond chance: Cohen's kappa. */
    @GetMapping("/surveys/{id}/voices/agreement")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public List<CodingComments.Pair> agreement(@PathVariable UUID id) {
        return coding.agreement(id);
    }

}
