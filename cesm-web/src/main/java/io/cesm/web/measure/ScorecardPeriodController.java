package io.cesm.web.measure;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.files.FileStore;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.measure.scorecard.Outcome;
import io.cesm.satisfaction.measure.scorecard.PeriodDetails;
import io.cesm.satisfaction.measure.scorecard.PeriodId;
import io.cesm.satisfaction.measure.scorecard.ReceiveMarks;
import io.cesm.satisfaction.measure.scorecard.ReceivingScorecards;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardDetails;
import io.cesm.satisfaction.measure.scorecard.ScorecardId;
import io.cesm.web.strict.UnexpectedParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came for one period: entering, disputing, settling. */
@Controller
@RequestMapping("/scorecards/{id}/periods/{period}")
class ScorecardPeriodController {

    private static final List<String> FIELDS = List.of("receivedOn", "total", "note", "outcome", "version");

    private final ScorecardBook book;

    private final ReceivingScorecards receiving;

    private final FileStore files;

    private final CurrentActor current;

    private final Clock clock;

    ScorecardPeriodController(ScorecardBook book, ReceivingScorecards receiving, FileStore files, CurrentActor current,
            Clock clock) {
        this.book = book;
        this.receiving = receiving;
        this.files = files;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable ScorecardId id, @PathVariable PeriodId period, Model model) {
        return page(id, period, Map.of(), model);
    }

    private String page(ScorecardId id, PeriodId period, Map<String, String> typed, Model model) {
        var card = book.require(id);
        var it = book.period(card, period);
        model.addAttribute("card", card);
        model.addAttribute("it", it);
        model.addAttribute("typed", typed.isEmpty() ? known(it) : typed);
        model.addAttribute("files",
                files.of(ScorecardBook.FILES, List.of(period.id())).getOrDefault(period.id(), List.of()));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("today", CompanyTime.today(clock));
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        return "measure/scorecard-period";
    }

    private Map<String, String> known(PeriodDetails it) {
        Map<String, String> known = new HashMap<>();
        it.marks().forEach(mark -> known.put("mark." + mark.criterion(), mark.mark()));
        known.put("total", it.totalMark() == null ? "" : it.totalMark());
        known.put("note", it.note() == null ? "" : it.note());
        known.put("receivedOn", String.valueOf(it.receivedOn() == null ? CompanyTime.today(clock) : it.receivedOn()));
        return known;
    }

    @PostMapping("/marks")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String receive(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @RequestParam MultiValueMap<String, String> form, Model model, RedirectAttributes flash,
            HttpServletResponse response) {
        requireKnown(form);
        var card = book.require(id);
        return done(id, period, form, model, flash, response,
                seen -> receiving.receive(id, period, seen, wish(card, form)));
    }

    @PostMapping("/settlement")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String settle(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @RequestParam MultiValueMap<String, String> form, Model model, RedirectAttributes flash,
            HttpServletResponse response) {
        requireKnown(form);
        var card = book.require(id);
        return done(id, period, form, model, flash, response, seen -> {
            var outcome = outcome(form.getFirst("outcome"));
            receiving.settle(id, period, seen, outcome, form.getFirst("note"),
                    outcome == Outcome.CHANGED ? wish(card, form) : null);
        });
    }

    private static Outcome outcome(@Nullable String text) {
        for (var each : Outcome.values()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw new FieldRefusal("outcome", "text.required");
    }

    /**
     * Before the scorecard is looked up: its criteria are numbers behind a name of ours.
     */
    private static void requireKnown(MultiValueMap<String, String> form) {
        form.keySet()
            .stream()
            .filter(name -> !FIELDS.contains(name) && !name.startsWith("_") && !name.startsWith("mark."))
            .findFirst()
            .ifPresent(name -> {
                throw UnexpectedParameter.named(name);
            });
    }

    private String done(ScorecardId id, PeriodId period, MultiValueMap<String, String> form, Model model,
            RedirectAttributes flash, HttpServletResponse response, java.util.function.LongConsumer what) {
        try {
            what.accept(version(form.getFirst("version")));
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("refusal", refusal);
            return page(id, period, form.toSingleValueMap(), model);
        }
        flash.addFlashAttribute("notice", "scorecard.noted");
        return "redirect:/scorecards/" + id + "/periods/" + period;
    }

    private static long version(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    private ReceiveMarks wish(ScorecardDetails card, MultiValueMap<String, String> form) {
        Map<UUID, String> marks = new LinkedHashMap<>();
        card.about().criteria().forEach(criterion -> {
            var given = form.getFirst("mark." + criterion.id());
            if (given != null && criterion.id() != null) {
                marks.put(criterion.id(), given);
            }
        });
        return new ReceiveMarks(day(form.getFirst("receivedOn")), form.getFirst("total"), marks, form.getFirst("note"));
    }

    private LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? CompanyTime.today(clock) : LocalDate.parse(text);
        }
        catch (java.time.DateTimeException ex) {
            throw new FieldRefusal("receivedOn", "import.no_day");
        }
    }

    @PostMapping("/absence")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String notReceived(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @RequestParam(required = false) @Nullable String note, @RequestParam long version,
            RedirectAttributes flash) {
        receiving.notReceived(id, period, version, note);
        flash.addFlashAttribute("notice", "scorecard.noted");
        return "redirect:/scorecards/" + id + "/periods/" + period;
    }

    @PostMapping("/dispute")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String dispute(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @RequestParam(required = false) @Nullable String reason, @RequestParam long version,
            @RequestParam(required = false) @Nullable MultipartFile evidence, Model model, RedirectAttributes flash,
            HttpServletResponse response) throws IOException {
        try {
            book.require(id);
            receiving.dispute(id, period, version, reason);
            if (evidence != null && !evidence.isEmpty()) {
                files.put(evidence.getOriginalFilename(), evidence.getInputStream(), ScorecardBook.FILES, period.id());
            }
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("refusal", refusal);
            return page(id, period, Map.of(), model);
        }
        flash.addFlashAttribute("notice", "scorecard.noted");
        return "redirect:/scorecards/" + id + "/periods/" + period;
    }

}
