package io.cesm.web.followup;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.followup.CauseClass;
import io.cesm.satisfaction.followup.Measure;
import io.cesm.satisfaction.followup.OpeningFollowUps;
import io.cesm.satisfaction.followup.RuleId;
import io.cesm.satisfaction.followup.TendingCauses;
import io.cesm.satisfaction.followup.TendingRules;
import io.cesm.satisfaction.followup.Threshold;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules that open follow-ups, printed for all, and the list of causes. */
@Controller
@RequestMapping("/follow-ups/rules")
@PreAuthorize("hasAuthority('VIEW')")
class RuleController {

    private static final String BACK = "redirect:/follow-ups/rules";

    private final TendingRules rules;

    private final TendingCauses causes;

    private final CurrentActor current;

    RuleController(TendingRules rules, TendingCauses causes, CurrentActor current) {
        this.rules = rules;
        this.causes = causes;
        this.current = current;
    }

    /** A cause as a person writes it. */
    record CauseForm(@NotBlank @Nullable String code, @NotBlank @Size(max = 60) @Nullable String name,
            @NotBlank @Size(max = 60) @Nullable String nameEn, @Size(max = 200) @Nullable String hint,
            @Size(max = 200) @Nullable String hintEn, @Nullable Boolean backOffice, @Nullable Boolean active,
            @Nullable Integer sort, @Nullable Boolean fresh) {

        CauseClass wish() {
            return new CauseClass(String.valueOf(code), String.valueOf(name), String.valueOf(nameEn),
                    hint == null ? "" : hint, hintEn == null ? "" : hintEn, Boolean.TRUE.equals(backOffice),
                    Boolean.TRUE.equals(active), sort == null ? 100 : sort);
        }

        static CauseForm of(CauseClass it) {
            return new CauseForm(it.code(), it.name(), it.nameEn(), it.hint(), it.hintEn(), it.backOffice(),
                    it.active(), it.sort(), false);
        }

    }

    @GetMapping
    public String list(Model model) {
        model.addAttribute("rules", rules.all());
        model.addAttribute("causes", causes.all());
        model.addAttribute("fresh", OpeningFollowUps.FRESH_DAYS);
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "followup/rules";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String blank(Model model) {
        model.addAttribute("form", RuleForm.blank());
        return page(null, model);
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String add(@Valid @ModelAttribute("form") RuleForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        return saved(null, errors, () -> rules.add(form.wish(RuleId.of("00000000-0000-0000-0000-000000000000"))), model,
                response, flash);
    }

    @GetMapping("/{rule}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String edit(@PathVariable RuleId rule, Model model) {
        model.addAttribute("form", RuleForm.of(rules.require(rule)));
        return page(rule, model);
    }

    @PostMapping("/{rule}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String revise(@PathVariable RuleId rule, @Valid @ModelAttribute("form") RuleForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        rules.require(rule);
        return saved(rule, errors, () -> rules.revise(form.wish(rule)), model, response, flash);
    }

    @GetMapping("/causes/new")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String newCause(Model model) {
        model.addAttribute("form", new CauseForm(null, null, null, null, null, true, true, 100, true));
        return "followup/cause";
    }

    @GetMapping("/causes/{code}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String cause(@PathVariable String code, Model model) {
        model.addAttribute("form", CauseForm
            .of(causes.all().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(UnknownThing::new)));
        return "followup/cause";
    }

    @PostMapping("/causes")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String saveCause(@Valid @ModelAttribute("form") CauseForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var fresh = Boolean.TRUE.equals(form.fresh());
        if (!Tries.succeeds(errors, () -> {
            if (fresh) {
                causes.add(form.wish());
            }
            else {
                causes.revise(form.wish());
            }
        })) {
            response.setStatus(422);
            return "followup/cause";
        }
        flash.addFlashAttribute("notice", "followup.cause.saved");
        return BACK;
    }

    private String saved(@Nullable RuleId rule, BindingResult errors, Runnable work, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, work)) {
            response.setStatus(422);
            return page(rule, model);
        }
        flash.addFlashAttribute("notice", "followup.rule.saved");
        return BACK;
    }

    private static String page(@Nullable RuleId rule, Model model) {
        model.addAttribute("rule", rule);
        model.addAttribute("measures", Measure.values());
        model.addAttribute("units", Threshold.Unit.values());
        return "followup/rule";
    }

}
