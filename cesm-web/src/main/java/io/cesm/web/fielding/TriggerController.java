package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.SettingTriggers;
import io.cesm.satisfaction.fielding.SurveyFilter;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveyRegister;
import io.cesm.satisfaction.fielding.SurveyState;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** The rules that ask after service events. */
@Controller
@RequestMapping("/surveys/triggers")
class TriggerController {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SettingTriggers setting;

    private final SurveyRegister register;

    TriggerController(SettingTriggers setting, SurveyRegister register) {
        this.setting = setting;
        this.register = register;
    }

    /** A rule to make. */
    record TriggerForm(@NotBlank @Nullable String survey, @NotNull @Nullable ServiceEvent event,
            @NotNull @Min(0) @Max(720) @Nullable Integer delayHours,
            @NotNull @DecimalMin("0.1") @DecimalMax("100") @Digits(integer = 3,
                    fraction = 1) @Nullable BigDecimal percent) {
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String survey, Model model, Locale locale) {
        model.addAttribute("form", new TriggerForm(survey, ServiceEvent.CASE_CLOSED, 24, HUNDRED));
        return page(model, locale);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String make(@Valid @ModelAttribute("form") TriggerForm form, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> setting.make(SurveyId.of(requireNonNull(form.survey())), requireNonNull(form.event()),
                        requireNonNull(form.delayHours()), share(requireNonNull(form.percent()))))) {
            response.setStatus(422);
            return page(model, locale);
        }
        flash.addFlashAttribute("notice", "fielding.trigger.made");
        return "redirect:/surveys/triggers";
    }

    @PostMapping("/{trigger}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String change(@PathVariable UUID trigger, @RequestParam long version, @RequestParam int delayHours,
            @RequestParam BigDecimal percent, @RequestParam(required = false) @Nullable Boolean active, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        try {
            setting.change(trigger, version, delayHours, share(percent), Boolean.TRUE.equals(active));
        }
        catch (Refusal refused) {
            response.setStatus(422);
            model.addAttribute("refused", refused);
            model.addAttribute("form", new TriggerForm(null, ServiceEvent.CASE_CLOSED, 24, HUNDRED));
            return page(model, locale);
        }
        flash.addFlashAttribute("notice", "fielding.saved");
        return "redirect:/surveys/triggers";
    }

    private static BigDecimal share(BigDecimal percent) {
        return percent.movePointLeft(2).stripTrailingZeros();
    }

    private String page(Model model, Locale locale) {
        model.addAttribute("rules", setting.all());
        model.addAttribute("events", ServiceEvent.values());
        Map<String, String> surveys = new LinkedHashMap<>();
        for (var state : new SurveyState[] { SurveyState.FIELDED, SurveyState.DRAFT }) {
            register.slice(new SurveyFilter(null, SurveyKind.SERVICE, state, null, null, null), 100, null)
                .items()
                .forEach(it -> surveys.put(it.id().toString(), it.number() + " " + it.title(locale.getLanguage())));
        }
        model.addAttribute("surveys", surveys);
        return "fielding/triggers";
    }

}
