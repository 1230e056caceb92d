package io.cesm.web.level;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.level.Given;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.ReadingBook;
import io.cesm.domain.level.ReadingRow;
import io.cesm.domain.level.RecordReading;
import io.cesm.domain.level.RecordedReadingBook;
import io.cesm.domain.level.RecordedReadingId;
import io.cesm.domain.level.RecordedRow;
import io.cesm.domain.level.RecordingReadings;
import io.cesm.domain.level.Scale;
import io.cesm.web.layout.IdText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Readings for programs: what stands in the ledger, and what other systems measured. */
@RestController
@RequestMapping("/api/v1/levels/readings")
class ReadingApi {

    private static final int LARGEST = 200;

    private final ReadingBook readings;

    private final RecordedReadingBook recorded;

    private final RecordingReadings recording;

    private final Today today;

    ReadingApi(ReadingBook readings, RecordedReadingBook recorded, RecordingReadings recording, Today today) {
        this.readings = readings;
        this.recorded = recorded;
        this.recording = recording;
        this.today = today;
    }

    /** Something measured between two anchors. */
    record Measured(@NotNull @Nullable BigDecimal value, @Size(max = 20) @Nullable String unit,
            @NotNull @Nullable BigDecimal unacceptable, @NotNull @Nullable BigDecimal ideal) {
    }

    /** An answer on a scale. */
    record Answered(@NotNull @Nullable BigDecimal value, @NotNull @Nullable BigDecimal min,
            @NotNull @Nullable BigDecimal max, boolean reversed) {
    }

    /** A reading to note: exactly one of measured, answered and value. */
    record NewReading(@NotNull @Nullable String customer, @NotBlank @Nullable String dimension,
            @NotNull @Nullable Level level, @NotBlank @Size(max = 200) @Nullable String title,
            @Valid @Nullable Measured measured, @Valid @Nullable Answered answered, @Nullable BigDecimal value,
            @Nullable BigDecimal weight, @Nullable Integer n, @NotNull @Nullable LocalDate readOn,
            @Size(max = 1000) @Nullable String note, @Size(max = 120) @Nullable String externalKey) {
    }

    /** The readings behind the levels, newest first. */
    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<ReadingRow> list(@ModelAttribute("query") ReadingQuery query, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return readings.page(query.filter(today), cursor, Math.clamp(size, 1, LARGEST));
    }

    /** One recorded reading with the value as it was given. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public RecordedRow one(@PathVariable RecordedReadingId id) {
        return recorded.require(id);
    }

    /** Notes a reading; one with a known external key corrects what it said before. */
    @PostMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<RecordedRow> note(@Valid @RequestBody NewReading wish) {
        var id = recording.record(wish(wish));
        return ResponseEntity.created(URI.create("/api/v1/levels/readings/" + id)).body(recorded.require(id));
    }

    /** Takes a recorded reading back. */
    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Void> withdraw(@PathVariable RecordedReadingId id) {
        recording.withdraw(id);
        return ResponseEntity.noContent().build();
    }

    private static RecordReading wish(NewReading it) {
        return new RecordReading(IdText.required(it.customer(), "customer", CustomerId::of),
                given(it.dimension(), "dimension"), given(it.level(), "level"), given(it.title(), "title"), value(it),
                (it.weight() != null) ? it.weight() : BigDecimal.ONE, (it.n() != null) ? it.n() : 1,
                given(it.readOn(), "readOn"), it.note(), it.externalKey());
    }

    private static Given value(NewReading it) {
        var measured = it.measured();
        var answered = it.answered();
        var value = it.value();
        var said = ((measured != null) ? 1 : 0) + ((answered != null) ? 1 : 0) + ((value != null) ? 1 : 0);
        if (said != 1) {
            throw new FieldRefusal("value", "level.one_value");
        }
        if (measured != null) {
            return Given.measured(given(measured.value(), "measured"), measured.unit(),
                    given(measured.unacceptable(), "unacceptable"), given(measured.ideal(), "ideal"));
        }
        if (answered != null) {
            var min = given(answered.min(), "min");
            var max = given(answered.max(), "max");
            if (min.compareTo(max) >= 0) {
                throw new FieldRefusal("max", "level.anchors_equal");
            }
            return Given.answered(given(answered.value(), "answered"), new Scale(min, max, answered.reversed()));
        }
        return Given.level(given(value, "value"));
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new FieldRefusal(field, "text.required");
        }
        return value;
    }

}
