package io.cesm.web.measure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.satisfaction.measure.index.IndexBook;
import io.cesm.satisfaction.measure.index.IndexDetails;
import io.cesm.satisfaction.measure.index.IndexId;
import io.cesm.satisfaction.measure.index.IndexWave;
import io.cesm.satisfaction.measure.index.IndexWish;
import io.cesm.satisfaction.measure.index.KeepingIndices;
import io.cesm.satisfaction.measure.index.WaveWish;
import io.cesm.web.customer.Tries;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import tools.jackson.databind.json.JsonMapper;

/** Published indices of our industry, and our place in them. */
@Controller
@RequestMapping("/indices")
class IndexController {

    private static final int RIVALS = 6;

    private final IndexBook book;

    private final KeepingIndices keeping;

    private final TimelineBook timeline;

    private final JsonMapper json;

    private final CurrentActor current;

    private final java.time.Clock clock;

    IndexController(IndexBook book, KeepingIndices keeping, TimelineBook timeline, JsonMapper json,
            CurrentActor current, java.time.Clock clock) {
        this.book = book;
        this.keeping = keeping;
        this.timeline = timeline;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /** What is said about an index. */
    record IndexForm(@NotBlank @Size(max = 160) @Nullable String name,
            @NotBlank @Size(max = 160) @Nullable String publisher, @Size(max = 120) @Nullable String industry,
            @NotBlank @Size(max = 120) @Nullable String ourName, @NotNull @Nullable BigDecimal worst,
            @NotNull @Nullable BigDecimal best, @Nullable Long version) {

        IndexWish wish() {
            return new IndexWish(requireNonNull(name), requireNonNull(publisher), industry, requireNonNull(ourName),
                    requireNonNull(worst), requireNonNull(best));
        }

    }

    /** The scores of one publication. */
    record WaveForm(@NotBlank @Size(max = 40) @Nullable String label, @NotNull @Nullable LocalDate publishedOn,
            @NotBlank @Size(max = 20_000) @Nullable String scores) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String list(@RequestParam @Nullable String q, @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", book.slice(q, 30, cursor));
        model.addAttribute("q", q);
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "measure/index-list";
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable IndexId id, @RequestParam @Nullable String cursor, Model model) {
        var it = book.require(id);
        var waves = book.waves(id);
        var recent = waves.stream().limit(8).toList();
        model.addAttribute("it", it);
        model.addAttribute("waves", waves);
        model.addAttribute("recent", recent);
        var brands = new LinkedHashSet<String>();
        recent.forEach(wave -> wave.places().forEach(place -> brands.add(place.brand())));
        model.addAttribute("brands", brands);
        model.addAttribute("chart", json.writeValueAsString(chart(it, waves)).replace("<", "\\u003c"));
        model.addAttribute("entries", timeline.of(id.id(), 10, cursor));
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "measure/index";
    }

    /** Our score and those of the best rivals of the last wave, over time. */
    private static Map<String, Object> chart(IndexDetails it, List<IndexWave> latestFirst) {
        var waves = latestFirst.reversed();
        var brands = new ArrayList<String>(List.of(it.about().ourName()));
        if (!latestFirst.isEmpty()) {
            latestFirst.getFirst()
                .places()
                .stream()
                .map(IndexWave.Place::brand)
                .filter(brand -> !brands.contains(brand))
                .limit(RIVALS)
                .forEach(brands::add);
        }
        var series = new ArrayList<Map<String, Object>>();
        for (var brand : brands) {
            var data = new ArrayList<@Nullable BigDecimal>();
            waves.forEach(wave -> data.add(wave.of(brand).map(IndexWave.Place::score).orElse(null)));
            series.add(ScorecardTrend.series(brand, data, series.isEmpty() ? "accent" : String.valueOf(series.size())));
        }
        var chart = ScorecardTrend.chart(waves.stream().map(IndexWave::label).toList(), series, null, null);
        latestFirst.stream()
            .flatMap(wave -> wave.places().stream())
            .map(IndexWave.Place::score)
            .min(BigDecimal::compareTo)
            .ifPresent(low -> chart.put("min", low.subtract(BigDecimal.ONE).setScale(0, java.math.RoundingMode.FLOOR)));
        return chart;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String ask(Model model) {
        model.addAttribute("form",
                new IndexForm(null, null, null, null, BigDecimal.ZERO, BigDecimal.valueOf(100), null));
        return page(null, model);
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String begin(@Valid @ModelAttribute("form") IndexForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        var made = new IndexId[1];
        if (!Tries.succeeds(errors, () -> made[0] = keeping.begin(form.wish()))) {
            return page(null, model);
        }
        flash.addFlashAttribute("notice", "index.saved");
        return "redirect:/indices/" + made[0];
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String edit(@PathVariable IndexId id, Model model) {
        var it = book.require(id);
        var about = it.about();
        model.addAttribute("form",
                new IndexForm(about.name(), about.publisher(), about.industry(), about.ourName(),
                        about.worst().stripTrailingZeros(),
                        new BigDecimal(about.best().stripTrailingZeros().toPlainString()), it.version()));
        return page(it, model);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String revise(@PathVariable IndexId id, @Valid @ModelAttribute("form") IndexForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        var seen = form.version() == null ? -1 : form.version();
        if (!Tries.succeeds(errors, () -> keeping.revise(id, seen, form.wish()))) {
            return page(book.require(id), model);
        }
        flash.addFlashAttribute("notice", "index.saved");
        return "redirect:/indices/" + id;
    }

    private static String page(@Nullable IndexDetails it, Model model) {
        model.addAttribute("it", it);
        return "measure/index-form";
    }

    @GetMapping("/{id}/waves/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String askWave(@PathVariable IndexId id, @RequestParam @Nullable String label, Model model) {
        var wave = book.waves(id).stream().filter(it -> it.label().equals(label)).findFirst();
        model.addAttribute("form", wave.map(it -> new WaveForm(it.label(), it.publishedOn(), lines(it)))
            .orElseGet(() -> new WaveForm(null, CompanyTime.today(clock), null)));
        return wavePage(id, model);
    }

    private static String lines(IndexWave wave) {
        return String.join("\n",
                wave.places()
                    .stream()
                    .map(it -> it.brand() + " = " + it.score().stripTrailingZeros().toPlainString())
                    .toList());
    }

    @PostMapping("/{id}/waves/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String publish(@PathVariable IndexId id, @Valid @ModelAttribute("form") WaveForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> keeping.publish(id, new WaveWish(requireNonNull(form.label()),
                requireNonNull(form.publishedOn()), WaveWish.scores(form.scores()))))) {
            return wavePage(id, model);
        }
        flash.addFlashAttribute("notice", "index.saved");
        return "redirect:/indices/" + id;
    }

    private String wavePage(IndexId id, Model model) {
        model.addAttribute("it", book.require(id));
        return "measure/index-wave";
    }

    @PostMapping("/{id}/waves/{wave}/removal")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String drop(@PathVariable IndexId id, @PathVariable UUID wave, RedirectAttributes flash) {
        keeping.drop(id, wave);
        flash.addFlashAttribute("notice", "index.saved");
        return "redirect:/indices/" + id;
    }

}
