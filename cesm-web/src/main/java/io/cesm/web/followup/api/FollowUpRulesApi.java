package io.cesm.web.followup.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.followup.CauseClass;
import io.cesm.satisfaction.followup.CauseFigures;
import io.cesm.satisfaction.followup.CausePareto;
import io.cesm.satisfaction.followup.FollowUpRule;
import io.cesm.satisfaction.followup.Measure;
import io.cesm.satisfaction.followup.RuleId;
import io.cesm.satisfaction.followup.TendingCauses;
import io.cesm.satisfaction.followup.TendingRules;
import io.cesm.satisfaction.followup.Threshold;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.followup.FollowUpQuery;
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
import org.springframework.web.bind.annotation.RestController;

/** The rules that open follow-ups, the list of causes, and how often each was found. */
@RestController
@RequestMapping("/api/v1")
class FollowUpRulesApi {

    private final TendingRules rules;

    private final TendingCauses causes;

    private final CauseFigures figures;

    private final CurrentActor current;

    FollowUpRulesApi(TendingRules rules, TendingCauses causes, CauseFigures figures, CurrentActor current) {
        this.rules = rules;
        this.causes = causes;
        this.figures = figures;
        this.current = current;
    }

    /**
     * A rule; all conditions given have to hold.
     *
     * @param atMost the highest value that is too low, in points or as a level 0 to 100
     */
    record RuleBody(@NotBlank @Size(max = 80) String name, @NotBlank @Size(max = 80) String nameEn, boolean active,
            @Nullable Measure measure, @Nullable BigDecimal atMost, Threshold.@Nullable Unit unit,
            @Nullable List<@NotBlank @Size(max = 60) String> words, boolean decidersOnly, @Nullable Integer againDays,
            int dueHours, int sort) {

        FollowUpRule wish(UUID id, long version) {
            return new FollowUpRule(new RuleId(id), name, nameEn, active, Threshold.orNull(measure, atMost, unit),
                    words == null ? List.of() : words, decidersOnly, againDays, dueHours, sort, version);
        }

    }

    /** A rule as it is. */
    record RuleJson(UUID id, long version, String name, String nameEn, boolean active, @Nullable Measure measure,
            @Nullable BigDecimal atMost, Threshold.@Nullable Unit unit, List<String> words, boolean decidersOnly,
            @Nullable Integer againDays, int dueHours, int sort) {

        static RuleJson of(FollowUpRule it) {
            var low = it.threshold();
            return new RuleJson(it.id().id(), it.version(), it.name(), it.nameEn(), it.active(),
                    low == null ? null : low.measure(), low == null ? null : low.atMost(),
                    low == null ? null : low.unit(), it.words(), it.decidersOnly(), it.againDays(), it.dueHours(),
                    it.sort());
        }

    }

    /** A cause. */
    record CauseBody(@NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 60) String nameEn, @Nullable @Size(max = 200) String hint,
            @Nullable @Size(max = 200) String hintEn, boolean backOffice, @Nullable Boolean active, int sort) {

        CauseClass wish() {
            return new CauseClass(code, name, nameEn, hint == null ? "" : hint, hintEn == null ? "" : hintEn,
                    backOffice, !Boolean.FALSE.equals(active), sort);
        }

    }

    @GetMapping("/follow-up-rules")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<RuleJson> rules() {
        return rules.all().stream().map(RuleJson::of).toList();
    }

    @GetMapping("/follow-up-rules/{rule}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<RuleJson> rule(@PathVariable UUID rule) {
        var it = rules.require(new RuleId(rule));
        return Answers.of(RuleJson.of(it), it.version());
    }

    @PostMapping("/follow-up-rules")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<RuleJson> add(@Valid @RequestBody RuleBody body) {
        var it = rules.require(rules.add(body.wish(new UUID(0, 0), 0)));
        return Answers.created("/api/v1/follow-up-rules/" + it.id(), RuleJson.of(it), it.version());
    }

    @PutMapping("/follow-up-rules/{rule}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<RuleJson> revise(@PathVariable UUID rule,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RuleBody body) {
        rules.revise(body.wish(rule, Versions.required(ifMatch)));
        return rule(rule);
    }

    @GetMapping("/causes")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<CauseClass> causes() {
        return causes.all();
    }

    @PostMapping("/causes")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public List<CauseClass> add(@Valid @RequestBody CauseBody body) {
        causes.add(body.wish());
        return causes.all();
    }

    @PutMapping("/causes/{code}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public List<CauseClass> revise(@PathVariable String code, @Valid @RequestBody @NotNull CauseBody body) {
        var it = body.wish();
        causes.revise(new CauseClass(code, it.name(), it.nameEn(), it.hint(), it.hintEn(), it.backOffice(), it.active(),
                it.sort()));
        return causes.all();
    }

    /**
     * How often each cause was found in what was followed up, the most frequent first.
     */
    @GetMapping("/follow-up-causes")
    @PreAuthorize("hasAuthority('VIEW')")
    public CausePareto found(@ModelAttribute FollowUpQuery query) {
        return figures.of(query.filter(current.actor()));
    }

}
