package io.cesm.web.level;

import java.util.Locale;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.RecordingReadings;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The four levels of one customer, and noting a measured one by hand. */
@Controller
@RequestMapping("/levels/customers/{id}")
class CustomerLevelsController {

    private final LevelPanels panels;

    private final RecordingReadings recording;

    private final Today today;

    private final CurrentActor current;

    CustomerLevelsController(LevelPanels panels, RecordingReadings recording, Today today, CurrentActor current) {
        this.panels = panels;
        this.recording = recording;
        this.today = today;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable CustomerId id, @ModelAttribute("query") LevelQuery query, Model model,
            Locale locale) {
        model.addAttribute("form", MeasureForm.blank(query.chosen(), today.day()));
        return page(id, query, model, locale);
    }

    @PostMapping("/readings")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String note(@PathVariable CustomerId id, @Valid @ModelAttribute("form") MeasureForm form,
            BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                recording.record(form.wish(id));
                flash.addFlashAttribute("notice", "level.measure.noted");
                return "redirect:/levels/customers/{id}?dimension=" + form.dimension();
            }
            catch (Refusal refusal) {
                reject(errors, refusal);
            }
        }
        return page(id, LevelQuery.usual(), model, locale);
    }

    private String page(CustomerId id, LevelQuery query, Model model, Locale locale) {
        model.addAttribute("panel", panels.of(id, query, locale));
        model.addAttribute("trend", panels.trend(id, query));
        model.addAttribute("mayEdit", current.actor().may(Right.EXPECTATION_EDIT));
        model.addAttribute("measurable", new Level[] { Level.D, Level.C, Level.E });
        return "level/customer";
    }

    private static void reject(BindingResult errors, Refusal refusal) {
        var field = refusal.field();
        var args = refusal.args().toArray();
        if (field != null && MeasureForm.asksFor(field)) {
            errors.rejectValue(field, refusal.messageKey(), args, refusal.code());
        }
        else {
            errors.reject(refusal.messageKey(), args, refusal.code());
        }
    }

}
