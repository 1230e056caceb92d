package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Classification;
import io.cesm.expectation.CompetitorPromise;
import io.cesm.expectation.CorrectWords;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.Kano;
import io.cesm.expectation.Origin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** The groups of facts that are edited on the record page itself. */
final class Facts {

    private Facts() {
    }

    /** What the fields of a form would say, by name; the version is none of them. */
    static Map<String, @Nullable String> stored(Record form) {
        Map<String, @Nullable String> stored = new LinkedHashMap<>();
        for (var each : form.getClass().getRecordComponents()) {
            if (!each.getName().equals("version")) {
                ReflectionUtils.makeAccessible(each.getAccessor());
                var value = ReflectionUtils.invokeMethod(each.getAccessor(), form);
                stored.put(each.getName(), value == null ? null : value.toString());
            }
        }
        return stored;
    }

    /** Who said what, when and where. */
    record WordsForm(@NotBlank @Nullable String contact, @NotBlank @Size(max = 4000) @Nullable String verbatim,
            @Size(max = 4000) @Nullable String understood, @NotNull @Nullable LocalDate saidOn,
            @Nullable Channel channel, @Size(max = 120) @Nullable String touchPoint,
            @Size(max = 200) @Nullable String reference, @Nullable Long version) {

        static WordsForm of(ExpectationDetails it) {
            return new WordsForm(Ids.text(it.contact()), it.verbatim(), it.understood(), it.origin().saidOn(),
                    it.origin().channel(), it.origin().touchPoint(), it.origin().reference(), it.version());
        }

        CorrectWords wish() {
            return new CorrectWords(requireNonNull(Ids.contact(contact)), requireNonNull(verbatim), understood,
                    new Origin(requireNonNull(saidOn), channel, touchPoint, reference));
        }

    }

    /** What kind of expectation it is. */
    record KindForm(@Nullable String dimension, @Nullable Flow flow, @Min(1) @Max(5) @Nullable Integer importance,
            @Nullable Kano kano, @Nullable Long version) {

        static KindForm of(ExpectationDetails it) {
            var kind = it.classification();
            return new KindForm(Placing.of(kind), kind.flow(), kind.importance(), kind.kano(), it.version());
        }

        Classification wish() {
            return new Classification(Placing.dimension(dimension), flow, importance, kano,
                    Placing.fitsNone(dimension));
        }

    }

    /** What a competitor promised. */
    record RivalForm(@Size(max = 120) @Nullable String competitor, @Size(max = 400) @Nullable String competitorPromise,
            @Nullable BigDecimal competitorLevel, @Nullable LocalDate competitorOn, @Nullable Long version) {

        static RivalForm of(ExpectationDetails it) {
            var rival = it.competitor();
            return rival == null ? new RivalForm(null, null, null, null, it.version())
                    : new RivalForm(rival.name(), rival.promise(), Plain.of(rival.level()), rival.on(), it.version());
        }

        @Nullable CompetitorPromise wish() {
            return CompetitorPromise.orNull(competitor, competitorPromise, competitorLevel, competitorOn);
        }

    }

    /** Until when the next step should be done. */
    record DueForm(@NotNull @Nullable LocalDate dueOn, @NotBlank @Size(max = 1000) @Nullable String because,
            @Nullable Long version) {

        static DueForm of(ExpectationDetails it) {
            return new DueForm(it.dueOn(), null, it.version());
        }

    }

    /** Words for the timeline. */
    record CommentForm(@NotBlank @Size(max = 2000) @Nullable String words) {
    }

}
