package io.cesm.web.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.escalation.EscalationLevel;
import io.cesm.governance.escalation.EscalationPolicies;
import io.cesm.governance.escalation.EscalationRules;
import io.cesm.governance.escalation.TryingPolicies;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Plays a draft on complaints of the past before it is switched on. */
@Controller
@PreAuthorize("hasAuthority('SETTINGS')")
class EscalationTrialController {

    private final TryingPolicies trying;

    private final EscalationPolicies policies;

    private final EscalationSentences sentences;

    private final Clock clock;

    EscalationTrialController(TryingPolicies trying, EscalationPolicies policies, EscalationSentences sentences,
            Clock clock) {
        this.trying = trying;
        this.policies = policies;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The period that is played; the last three months if nothing is said. */
    record TrialPeriod(@Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    }

    /** What a level would have done, with its sentence. */
    record EffectLine(EscalationSentences.Line line, TryingPolicies.Effect effect) {
    }

    /** A sample with its sentence. */
    record SampleLine(TryingPolicies.Sample sample, String reason) {
    }

    @GetMapping("/complaints/escalation/{policy}/trial")
    String play(@PathVariable UUID policy, @ModelAttribute("period") TrialPeriod period, Model model, Locale locale) {
        var to = period.to() == null ? CompanyTime.today(clock) : period.to();
        var from = period.from() == null || period.from().isAfter(to) ? to.minusMonths(3) : period.from();
        var trial = trying.play(policy, from, to);
        model.addAttribute("policy", policies.require(policy));
        model.addAttribute("trial", trial);
        model.addAttribute("most", TryingPolicies.MOST);
        model.addAttribute("effects",
                trial.effects().stream().map(it -> new EffectLine(line(it.level(), locale), it)).toList());
        model.addAttribute("samples",
                trial.samples()
                    .stream()
                    .map(it -> new SampleLine(it,
                            sentences.reason(it.level().trigger().kind(), it.level().trigger().clock(),
                                    it.level().trigger().amount(), locale)))
                    .toList());
        return "escalation/trial";
    }

    private EscalationSentences.Line line(EscalationLevel level, Locale locale) {
        return sentences.lines(new EscalationRules(null, List.of(level)), locale).getFirst();
    }

}
