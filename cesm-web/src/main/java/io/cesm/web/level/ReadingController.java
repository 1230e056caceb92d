package io.cesm.web.level;

import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.ReadingBook;
import io.cesm.domain.level.ReadingSource;
import io.cesm.domain.level.RecordedReadingBook;
import io.cesm.domain.level.RecordedReadingId;
import io.cesm.domain.level.RecordingReadings;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.SurveyBook;
import io.cesm.satisfaction.SurveyGaps;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The readings behind every figure, and the record each one comes from. */
@Controller
@RequestMapping("/levels")
class ReadingController {

    private static final int PAGE = 50;

    private final ReadingBook readings;

    private final RecordedReadingBook recorded;

    private final RecordingReadings recording;

    private final SurveyBook surveys;

    private final SurveyGaps gaps;

    private final ScorecardBook scorecards;

    private final CustomerBook customers;

    private final LevelPanels panels;

    private final Today today;

    private final CurrentActor current;

    ReadingController(ReadingBook readings, RecordedReadingBook recorded, RecordingReadings recording,
            SurveyBook surveys, SurveyGaps gaps, ScorecardBook scorecards, CustomerBook customers, LevelPanels panels,
            Today today, CurrentActor current) {
        this.readings = readings;
        this.recorded = recorded;
        this.recording = recording;
        this.surveys = surveys;
        this.gaps = gaps;
        this.scorecards = scorecards;
        this.customers = customers;
        this.panels = panels;
        this.today = today;
        this.current = current;
    }

    @GetMapping("/readings")
    @PreAuthorize("hasAuthority('VIEW')")
    public String list(@ModelAttribute("query") ReadingQuery query, @RequestParam @Nullable String cursor, Model model,
            Locale locale) {
        var filter = query.filter(today);
        var customer = filter.customer();
        model.addAttribute("slice", readings.page(filter, cursor, PAGE));
        model.addAttribute("customer", (customer != null) ? customers.require(customer) : null);
        model.addAttribute("filter", filter);
        model.addAttribute("levels", Level.values());
        model.addAttribute("periods", panels.periods(filter.period(), locale));
        model.addAttribute("dimensions", panels.names(locale));
        return "level/readings";
    }

    @GetMapping("/readings/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String one(@PathVariable String id, Model model, Locale locale) {
        var reading = readings.require(uuid(id));
        var source = reading.source();
        if (source.kind().equals(ReadingSource.EXPECTATION)) {
            return "redirect:/expectations/" + source.id();
        }
        if (source.kind().equals(ReadingSource.COMPLAINT)) {
            return "redirect:/complaints/" + source.id();
        }
        var marked = source.kind().equals(ReadingSource.SCORECARD) ? scorecards.ofMark(source.id()) : null;
        if (marked != null && marked.isPresent()) {
            return "redirect:/scorecards/" + marked.get().scorecard() + "/periods/" + marked.get().id();
        }
        model.addAttribute("mayEdit", current.actor().may(Right.EXPECTATION_EDIT));
        model.addAttribute("reading", reading);
        model.addAttribute("recorded", recorded.find(new RecordedReadingId(source.id())).orElse(null));
        model.addAttribute("survey", surveys.ofItem(source.id()).orElse(null));
        model.addAttribute("dimensions", panels.names(locale));
        return "level/reading";
    }

    @PostMapping("/recorded/{id}/withdrawal")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String withdraw(@PathVariable RecordedReadingId id, RedirectAttributes flash) {
        var row = recorded.require(id);
        recording.withdraw(id);
        flash.addFlashAttribute("notice", "level.measure.withdrawn");
        return "redirect:/levels/customers/" + row.customer();
    }

    @GetMapping("/surveys/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String survey(@PathVariable String id, Model model, Locale locale) {
        var survey = surveys.require(uuid(id));
        model.addAttribute("survey", survey);
        model.addAttribute("results", surveys.results(survey.id()));
        model.addAttribute("gaps", gaps.of(survey.id()));
        model.addAttribute("dimensions", panels.names(locale));
        return "level/survey";
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

}
