package io.cesm.web.measure;

import java.util.Locale;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.satisfaction.measure.scorecard.Cadence;
import io.cesm.satisfaction.measure.scorecard.KeepingScorecards;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardFilter;
import io.cesm.satisfaction.measure.scorecard.ScorecardId;
import io.cesm.web.customer.Tries;
import io.cesm.web.layout.IdText;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Scorecards of customers: the list, the record, and what is said about them. */
@Controller
@RequestMapping("/scorecards")
class ScorecardController {

    private static final int SIZE = 30;

    private static final int COLUMNS = 8;

    private final ScorecardBook book;

    private final KeepingScorecards keeping;

    private final CustomerBook customers;

    private final DimensionBook dimensions;

    private final TimelineBook timeline;

    private final MessageSource messages;

    private final JsonMapper json;

    private final CurrentActor current;

    private final java.time.Clock clock;

    ScorecardController(ScorecardBook book, KeepingScorecards keeping, CustomerBook customers, DimensionBook dimensions,
            TimelineBook timeline, MessageSource messages, JsonMapper json, CurrentActor current,
            java.time.Clock clock) {
        this.book = book;
        this.keeping = keeping;
        this.customers = customers;
        this.dimensions = dimensions;
        this.timeline = timeline;
        this.messages = messages;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String list(@ModelAttribute("query") ScorecardQuery query, @RequestParam @Nullable String cursor,
            Model model) {
        var filter = query.filter();
        var customer = filter.customer();
        model.addAttribute("slice", book.slice(filter, SIZE, cursor));
        model.addAttribute("customer", customer == null ? null : customers.require(customer));
        model.addAttribute("shows", ScorecardFilter.Show.values());
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        return "measure/scorecard-list";
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable ScorecardId id, @RequestParam @Nullable String cursor, Model model,
            Locale locale) {
        var it = book.require(id);
        var periods = book.periods(it);
        model.addAttribute("it", it);
        model.addAttribute("periods", periods);
        model.addAttribute("recent", periods.stream().limit(COLUMNS).toList());
        model.addAttribute("dimensions", dimensions.byCode());
        model
            .addAttribute("chart",
                    json.writeValueAsString(ScorecardTrend.of(periods.stream().limit(24).toList(),
                            String.valueOf(messages.getMessage("scorecard.total", null, locale))))
                        .replace("<", "\\u003c"));
        model.addAttribute("entries", timeline.of(id.id(), 10, cursor));
        model.addAttribute("today", CompanyTime.today(clock));
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        return "measure/scorecard";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String ask(@RequestParam @Nullable String customer, Model model) {
        var whose = IdText.read(customer, CustomerId::of);
        var card = whose == null ? null : customers.require(whose);
        model.addAttribute("form", ScorecardForm.blank(card == null ? null : card.id().toString(),
                card == null ? null : card.name(), CompanyTime.today(clock)));
        return page(null, model);
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String begin(@Valid @ModelAttribute("form") ScorecardForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        var made = new ScorecardId[1];
        if (!Tries.succeeds(errors, () -> made[0] = keeping.begin(form.wish()))) {
            return page(null, model);
        }
        flash.addFlashAttribute("notice", "scorecard.saved");
        return "redirect:/scorecards/" + made[0];
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String edit(@PathVariable ScorecardId id, Model model) {
        model.addAttribute("form", ScorecardForm.of(book.require(id)));
        return page(id, model);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String revise(@PathVariable ScorecardId id, @Valid @ModelAttribute("form") ScorecardForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> keeping.revise(id, form.seen(), form.wish()))) {
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "scorecard.saved");
        return "redirect:/scorecards/" + id;
    }

    private String page(@Nullable ScorecardId id, Model model) {
        model.addAttribute("card", id == null ? null : book.require(id));
        model.addAttribute("cadences", Cadence.values());
        model.addAttribute("dimensions", dimensions.active());
        return "measure/scorecard-form";
    }

}
