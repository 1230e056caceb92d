package io.cesm.web.escalation;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.UnitBook;
import io.cesm.governance.escalation.Deed;
import io.cesm.governance.escalation.EscalationLevel;
import io.cesm.governance.escalation.EscalationPolicies;
import io.cesm.governance.escalation.EscalationPolicy;
import io.cesm.governance.escalation.LevelConditions;
import io.cesm.governance.escalation.Trigger;
import io.cesm.governance.escalation.TriggerKind;
import io.cesm.governance.escalation.Whom;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
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

/** The policies of escalation: read as sentences, written level by level as a draft. */
@Controller
@RequestMapping("/complaints/escalation")
class EscalationPolicyController {

    private static final String LIST = "redirect:/complaints/escalation";

    private static final String BACK = "redirect:/complaints/escalation/{policy}";

    private final EscalationPolicies policies;

    private final EscalationSentences sentences;

    private final UnitBook units;

    EscalationPolicyController(EscalationPolicies policies, EscalationSentences sentences, UnitBook units) {
        this.policies = policies;
        this.sentences = sentences;
        this.units = units;
    }

    /** A policy in the list, with its levels in words. */
    record Entry(EscalationPolicy policy, @Nullable String conditions, List<EscalationSentences.Line> lines) {
    }

    /** A version of the past in words. */
    record Chapter(EscalationPolicies.Past past, @Nullable String conditions, List<EscalationSentences.Line> lines) {
    }

    /** A new policy. */
    record NewForm(@NotBlank @Size(max = 80) @Nullable String name, @Size(max = 80) @Nullable String nameEn,
            @NotNull @Nullable Integer rank, @Nullable UUID like) {
    }

    /** Name, order and conditions of a policy. */
    record HeadForm(@NotBlank @Size(max = 80) @Nullable String name, @Size(max = 80) @Nullable String nameEn,
            @NotNull @Nullable Integer rank, @Nullable List<ComplaintKind> kinds, @Nullable List<Integer> grades,
            @Nullable List<Integer> tiers, @Nullable UUID unit, @Nullable Long version) {

        static HeadForm of(EscalationPolicy it) {
            var when = it.edited().when();
            return new HeadForm(it.name(), it.nameEn(), it.rank(), when.kinds(), when.grades(), when.tiers(),
                    when.unit(), it.revision());
        }

    }

    /** One level as it is typed. */
    record LevelForm(@NotNull @Nullable Integer number, @NotNull @Nullable TriggerKind kind, @Nullable ClockKind clock,
            @Nullable Integer amount, @Nullable List<ComplaintKind> kinds, @Nullable List<Integer> grades,
            @Nullable List<Integer> tiers, @Nullable UUID unit, @Nullable List<Whom> whom, @Nullable List<Deed> deeds,
            @Nullable Integer acknowledgeWithin, @Nullable Integer planWithin, @Nullable Long version) {

        static LevelForm of(EscalationLevel it, long version) {
            return new LevelForm(it.number(), it.trigger().kind(), it.trigger().clock(), it.trigger().amount(),
                    it.when().kinds(), it.when().grades(), it.when().tiers(), it.when().unit(), it.whom(), it.deeds(),
                    it.acknowledgeWithin(), it.planWithin(), version);
        }

        EscalationLevel level() {
            return new EscalationLevel(requireNonNullElse(number, 0),
                    new Trigger(requireNonNullElse(kind, TriggerKind.CLOCK_PERCENT), clock,
                            requireNonNullElse(amount, 0)),
                    new LevelConditions(kinds, grades, tiers, unit), whom, deeds, acknowledgeWithin, planWithin);
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String list(Model model, Locale locale) {
        model.addAttribute("policies", policies.all().stream().map(it -> entry(it, locale)).toList());
        return "escalation/list";
    }

    private Entry entry(EscalationPolicy it, Locale locale) {
        var rules = it.rules() == null ? it.edited() : it.rules();
        return new Entry(it, sentences.conditions(rules.when(), locale), sentences.lines(rules, locale));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String ask(Model model) {
        model.addAttribute("form", new NewForm(null, null, null, null));
        model.addAttribute("others", policies.all());
        return "escalation/new";
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String add(@Valid @ModelAttribute("form") NewForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var made = new UUID[1];
        if (!FormTry.succeeds(errors,
                () -> made[0] = policies
                    .add(form.name(), form.nameEn(), requireNonNullElse(form.rank(), 0), form.like())
                    .id())) {
            response.setStatus(422);
            model.addAttribute("others", policies.all());
            return "escalation/new";
        }
        flash.addFlashAttribute("notice", "escalation.added");
        return LIST + "/" + made[0];
    }

    @GetMapping("/{policy}")
    @PreAuthorize("hasAuthority('VIEW')")
    String show(@PathVariable UUID policy, Model model, Locale locale) {
        return page(policies.require(policy), model, locale);
    }

    private String page(EscalationPolicy it, Model model, Locale locale) {
        model.addAttribute("policy", it);
        model.addAttribute("lines", sentences.lines(it.edited(), locale));
        model.addAttribute("conditions", sentences.conditions(it.edited().when(), locale));
        model.addAttribute("versions",
                policies.versions(it.id())
                    .stream()
                    .map(each -> new Chapter(each, sentences.conditions(each.rules().when(), locale),
                            sentences.lines(each.rules(), locale)))
                    .toList());
        return "escalation/policy";
    }

    @GetMapping("/{policy}/edit")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String head(@PathVariable UUID policy, Model model) {
        var it = policies.require(policy);
        model.addAttribute("form", HeadForm.of(it));
        return vocabulary(it, model, "escalation/head");
    }

    @PostMapping("/{policy}/edit")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String revise(@PathVariable UUID policy, @Valid @ModelAttribute("form") HeadForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> policies.revise(policy, requireNonNullElse(form.version(), -1L), form.name(), form.nameEn(),
                        requireNonNullElse(form.rank(), 0),
                        new LevelConditions(form.kinds(), form.grades(), form.tiers(), form.unit())))) {
            response.setStatus(422);
            return vocabulary(policies.require(policy), model, "escalation/head");
        }
        flash.addFlashAttribute("notice", "escalation.drafted");
        return BACK;
    }

    @GetMapping("/{policy}/levels/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String askLevel(@PathVariable UUID policy, Model model) {
        var it = policies.require(policy);
        var number = it.edited().levels().stream().mapToInt(EscalationLevel::number).max().orElse(0);
        model.addAttribute("form", new LevelForm(Math.min(number + 1, 9), TriggerKind.CLOCK_PERCENT, null, 75, null,
                null, null, null, List.of(Whom.OWNER), List.of(Deed.NOTIFY), null, null, it.revision()));
        return vocabulary(it, model, "escalation/level");
    }

    @GetMapping("/{policy}/levels/{place}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String showLevel(@PathVariable UUID policy, @PathVariable int place, Model model) {
        var it = policies.require(policy);
        model.addAttribute("place", place);
        model.addAttribute("form", LevelForm.of(level(it, place), it.revision()));
        return vocabulary(it, model, "escalation/level");
    }

    @PostMapping("/{policy}/levels/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String addLevel(@PathVariable UUID policy, @Valid @ModelAttribute("form") LevelForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        return keep(policies.require(policy), null, form, errors, model, response, flash);
    }

    @PostMapping("/{policy}/levels/{place}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String changeLevel(@PathVariable UUID policy, @PathVariable int place,
            @Valid @ModelAttribute("form") LevelForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var it = policies.require(policy);
        level(it, place);
        model.addAttribute("place", place);
        return keep(it, place, form, errors, model, response, flash);
    }

    private String keep(EscalationPolicy it, @Nullable Integer place, LevelForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> policies.draft(it.id(), requireNonNullElse(form.version(), -1L),
                it.edited().with(place, form.level())))) {
            response.setStatus(422);
            return vocabulary(it, model, "escalation/level");
        }
        flash.addFlashAttribute("notice", "escalation.drafted");
        return BACK;
    }

    @PostMapping("/{policy}/levels/{place}/remove")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String removeLevel(@PathVariable UUID policy, @PathVariable int place, @RequestParam long version,
            RedirectAttributes flash) {
        var it = policies.require(policy);
        level(it, place);
        policies.draft(policy, version, it.edited().without(place));
        flash.addFlashAttribute("notice", "escalation.drafted");
        return BACK;
    }

    @PostMapping("/{policy}/switch-on")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String switchOn(@PathVariable UUID policy, @RequestParam long version,
            @RequestParam(required = false) @Nullable String note, RedirectAttributes flash) {
        policies.switchOn(policy, version, note);
        flash.addFlashAttribute("notice", "escalation.switched_on");
        return BACK;
    }

    @PostMapping("/{policy}/switch-off")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String switchOff(@PathVariable UUID policy, @RequestParam long version, RedirectAttributes flash) {
        policies.switchOff(policy, version);
        flash.addFlashAttribute("notice", "escalation.switched_off");
        return BACK;
    }

    /** Throws the draft away, or a policy that never was in force. */
    @PostMapping("/{policy}/drop-draft")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String drop(@PathVariable UUID policy, @RequestParam long version, RedirectAttributes flash) {
        policies.dropDraft(policy, version);
        flash.addFlashAttribute("notice", "escalation.dropped");
        return LIST;
    }

    private static EscalationLevel level(EscalationPolicy it, int place) {
        var levels = it.edited().levels();
        if (place < 0 || place >= levels.size()) {
            throw new UnknownThing();
        }
        return levels.get(place);
    }

    private String vocabulary(EscalationPolicy it, Model model, String view) {
        model.addAttribute("policy", it);
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
        model.addAttribute("triggers", List.of(TriggerKind.values()).stream().filter(TriggerKind::isChosen).toList());
        model.addAttribute("clocks", ClockKind.values());
        model.addAttribute("everybody", Whom.values());
        model.addAttribute("everything", Deed.values());
        model.addAttribute("units", units.tree().stream().filter(each -> each.validTo() == null).toList());
        return view;
    }

}
