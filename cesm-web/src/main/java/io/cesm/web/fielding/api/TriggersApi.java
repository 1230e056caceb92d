package io.cesm.web.fielding.api;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.SettingTriggers;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.TellEvent;
import io.cesm.satisfaction.fielding.TellingEvents;
import io.cesm.satisfaction.fielding.ToldEvent;
import io.cesm.satisfaction.fielding.TriggerRule;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Service events that are asked about, and the rules for that. */
@RestController
@RequestMapping("/api/v1")
class TriggersApi {

    private final SettingTriggers setting;

    private final TellingEvents telling;

    TriggersApi(SettingTriggers setting, TellingEvents telling) {
        this.setting = setting;
        this.telling = telling;
    }

    /**
     * A service event.
     *
     * @param key what makes it one event, such as the number of the case
     * @param customer number, key of another system or name
     * @param contact mail address, phone, WeCom id, key of another system or name
     * @param about case, product, date, flow, touch_point
     */
    record EventBody(@NotNull ServiceEvent event, @NotBlank @Nullable String key, @NotBlank @Nullable String customer,
            @NotBlank @Nullable String contact, @Nullable Instant happenedAt, @Nullable Map<String, String> about) {
    }

    /** A rule; probability 0.25 asks every fourth on average. */
    record RuleBody(@NotNull UUID survey, @NotNull ServiceEvent event, int delayHours,
            @NotNull BigDecimal probability) {
    }

    /** How a rule is to be from now on. */
    record ChangeBody(int delayHours, @NotNull BigDecimal probability, boolean active) {
    }

    /** A rule with what came of it. */
    record RuleJson(UUID id, UUID survey, ServiceEvent event, int delayHours, BigDecimal probability, boolean active,
            long told, long asked, long version) {

        static RuleJson of(TriggerRule it) {
            return new RuleJson(it.id(), it.survey().id(), it.event(), it.delayHours(), it.probability(), it.active(),
                    it.told(), it.asked(), it.version());
        }

    }

    /**
     * Tells a service event. The same event told again changes nothing and gets the same
     * answer.
     */
    @PostMapping("/survey-events")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<ToldEvent> tell(@Valid @RequestBody EventBody body) {
        var told = telling.tell(new TellEvent(body.event(), requireNonNull(body.key()), requireNonNull(body.customer()),
                requireNonNull(body.contact()), body.happenedAt(), body.about() == null ? Map.of() : body.about()));
        return ResponseEntity.status(told.repeated() ? 200 : 201).body(told);
    }

    @GetMapping("/survey-triggers")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<RuleJson> list() {
        return new Slice<>(setting.all().stream().map(RuleJson::of).toList(), null, null);
    }

    @PostMapping("/survey-triggers")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<RuleJson> make(@Valid @RequestBody RuleBody body) {
        var json = rule(setting.make(new SurveyId(body.survey()), body.event(), body.delayHours(), body.probability()));
        return Answers.created("/api/v1/survey-triggers", json, json.version());
    }

    @PutMapping("/survey-triggers/{trigger}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<RuleJson> change(@PathVariable UUID trigger,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeBody body) {
        setting.change(trigger, Versions.required(ifMatch), body.delayHours(), body.probability(), body.active());
        var json = rule(trigger);
        return Answers.of(json, json.version());
    }

    private RuleJson rule(UUID id) {
        return setting.all()
            .stream()
            .filter(it -> it.id().equals(id))
            .map(RuleJson::of)
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

}
