package io.cesm.web.fielding.api;

import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.fielding.DrawSample;
import io.cesm.satisfaction.fielding.DrawingSamples;
import io.cesm.satisfaction.fielding.DrawnSample;
import io.cesm.satisfaction.fielding.FieldStatus;
import io.cesm.satisfaction.fielding.FieldStatusBook;
import io.cesm.satisfaction.fielding.FrameOutcome;
import io.cesm.satisfaction.fielding.QualityBook;
import io.cesm.satisfaction.fielding.SamplePlan;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveyQuality;
import io.cesm.satisfaction.fielding.TierStatus;
import io.cesm.satisfaction.figures.Figure;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many to ask, drawing them, and how far the survey is. */
@RestController
@RequestMapping("/api/v1/surveys/{id}")
class SamplingApi {

    private final DrawingSamples drawing;

    private final FieldStatusBook status;

    private final QualityBook quality;

    private final SurveyDesk desk;

    SamplingApi(DrawingSamples drawing, FieldStatusBook status, QualityBook quality, SurveyDesk desk) {
        this.drawing = drawing;
        this.status = status;
        this.quality = quality;
        this.desk = desk;
    }

    /**
     * How many to draw.
     *
     * @param quotas people by tier, 0 for customers without one; a missing tier is asked
     * completely
     */
    record DrawBody(@Nullable Map<Integer, Integer> quotas, @Nullable Long seed) {
    }

    /** One tier, with its rates in percent. */
    record TierJson(int tier, long frame, long askable, long invited, long begun, long answered, long declined,
            long bounced, @Nullable Double response, @Nullable Double cooperation, @Nullable Double breakOff,
            @Nullable Double coverage) {

        static TierJson of(TierStatus it) {
            var work = it.work();
            return new TierJson(it.tier(), it.frame(), it.askable(), it.invited(), it.begun(), it.answered(),
                    it.declined(), it.bounced(), value(work.response()), value(work.cooperation()),
                    value(work.breakOff()), value(it.coverage()));
        }

        private static @Nullable Double value(Figure it) {
            return it.value();
        }

    }

    /** How far it is. */
    record StatusJson(Map<FrameOutcome, Long> outcomes, List<TierJson> tiers, TierJson all) {

        static StatusJson of(FieldStatus it) {
            return new StatusJson(it.outcomes(), it.tiers().stream().map(TierJson::of).toList(), TierJson.of(it.all()));
        }

    }

    /** Works out how many to ask, for the people who wait to be drawn. */
    @GetMapping("/sample")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public SamplePlan sample(@PathVariable SurveyId id, @RequestParam(defaultValue = "5") double margin,
            @RequestParam(defaultValue = "95") double confidence, @RequestParam(defaultValue = "40") double rate,
            @RequestParam(defaultValue = "false") boolean nps) {
        desk.require(id);
        return SamplePlan.of(drawing.waiting(id), margin, confidence, rate, nps);
    }

    @GetMapping("/draws")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public Slice<DrawnSample> draws(@PathVariable SurveyId id) {
        desk.require(id);
        return new Slice<>(drawing.of(id), null, null);
    }

    @PostMapping("/draws")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<DrawnSample> draw(@PathVariable SurveyId id, @Valid @RequestBody DrawBody body) {
        var drawn = drawing.draw(id, new DrawSample(body.quotas() == null ? Map.of() : body.quotas(), body.seed()));
        return ResponseEntity.status(201).body(drawn);
    }

    @GetMapping("/status")
    @PreAuthorize("hasAuthority('VIEW')")
    public StatusJson status(@PathVariable SurveyId id) {
        desk.require(id);
        return StatusJson.of(status.of(id));
    }

    @GetMapping("/quality")
    @PreAuthorize("hasAuthority('VIEW')")
    public SurveyQuality quality(@PathVariable SurveyId id) {
        desk.require(id);
        return quality.of(id);
    }

}
