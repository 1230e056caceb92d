package io.cesm.web.fielding.api;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.satisfaction.fielding.FieldingSurveys;
import io.cesm.satisfaction.fielding.PlanningSurveys;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyFilter;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveyOrigin;
import io.cesm.satisfaction.fielding.SurveyRegister;
import io.cesm.satisfaction.fielding.SurveyState;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Surveys: listed, planned, led through their life. */
@RestController
@RequestMapping("/api/v1/surveys")
class SurveysApi {

    private static final int LARGEST = 200;

    private final SurveyRegister register;

    private final SurveyDesk desk;

    private final PlanningSurveys planning;

    private final FieldingSurveys fielding;

    private final TimelineBook timeline;

    SurveysApi(SurveyRegister register, SurveyDesk desk, PlanningSurveys planning, FieldingSurveys fielding,
            TimelineBook timeline) {
        this.register = register;
        this.desk = desk;
        this.planning = planning;
        this.fielding = fielding;
        this.timeline = timeline;
    }

    /** The last day of a survey that takes answers again. */
    record Until(@NotNull LocalDate closesOn) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<SurveyJson.Row> list(@RequestParam @Nullable String q, @RequestParam @Nullable SurveyKind kind,
            @RequestParam @Nullable SurveyState state, @RequestParam @Nullable SurveyOrigin origin,
            @RequestParam @Nullable UUID owner, @RequestParam @Nullable UUID questionnaire,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        var filter = new SurveyFilter(q, kind, state, origin, owner == null ? null : new StaffId(owner),
                questionnaire == null ? null : new QuestionnaireId(questionnaire));
        return register.slice(filter, Math.clamp(size, 1, LARGEST), cursor).map(SurveyJson.Row::of);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SurveyJson> plan(@Valid @RequestBody SurveyBody body) {
        var json = SurveyJson.of(desk.require(planning.plan(body.wish())));
        return Answers.created("/api/v1/surveys/" + json.id(), json, json.version());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<SurveyJson> read(@PathVariable SurveyId id) {
        var json = SurveyJson.of(desk.require(id));
        return Answers.of(json, json.version());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SurveyJson> replan(@PathVariable SurveyId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SurveyBody body) {
        planning.replan(id, Versions.required(ifMatch), body.wish());
        return read(id);
    }

    @PostMapping("/{id}/open")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SurveyJson> open(@PathVariable SurveyId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        fielding.open(id, Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SurveyJson> close(@PathVariable SurveyId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        fielding.close(id, Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/reopen")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SurveyJson> reopen(@PathVariable SurveyId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Until body) {
        fielding.reopen(id, Versions.required(ifMatch), body.closesOn());
        return read(id);
    }

    /** Says that its figures stand. */
    @PostMapping("/{id}/conclude")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SurveyJson> conclude(@PathVariable SurveyId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        fielding.conclude(id, Versions.required(ifMatch));
        return read(id);
    }

    /** What happened to it, newest first. */
    @GetMapping("/{id}/timeline")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<TimelineRow> timeline(@PathVariable SurveyId id, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        desk.require(id);
        return timeline.of(id.id(), Math.clamp(size, 1, LARGEST), cursor);
    }

}
