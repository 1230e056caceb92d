package io.cesm.web.calendar.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.cesm.domain.calendar.BusinessCalendar;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.CalendarVersionRow;
import io.cesm.domain.calendar.HolidayFile;
import io.cesm.domain.calendar.TendingCalendars;
import io.cesm.domain.kernel.FieldRefusal;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Business calendars for programs, and due times counted with them. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsApi {

    private static final long MOST_MINUTES = 1_000_000;

    private final CalendarBook book;

    private final TendingCalendars tending;

    CalendarsApi(CalendarBook book, TendingCalendars tending) {
        this.book = book;
        this.tending = tending;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Row> list() {
        return book.all().stream().map(it -> new Row(it.code(), it.name(), it.nameEn(), it.version())).toList();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<CalendarJson> add(@Valid @RequestBody NewCalendar body) {
        var made = tending.add(body.code(), body.name(), body.nameEn(), body.definition());
        return Answers.created("/api/v1/calendars/" + made.code(), CalendarJson.of(made), made.version());
    }

    /** A calendar as it is, or as an earlier version said it. */
    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<CalendarJson> show(@PathVariable String code, @RequestParam @Nullable Integer version) {
        return answer(version == null ? book.require(code) : book.require(code, version));
    }

    @GetMapping("/{code}/versions")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<CalendarVersionRow> versions(@PathVariable String code) {
        book.require(code);
        return book.versions(code);
    }

    @PutMapping("/{code}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<CalendarJson> revise(@PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RevisedCalendar body) {
        return answer(tending.revise(code, Versions.required(ifMatch), body.name(), body.nameEn(), body.definition(),
                body.note()));
    }

    /** Takes the days off and working weekends of an iCalendar text in. */
    @PostMapping("/{code}/file")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<CalendarJson> take(@PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FileOfDays body) {
        var seen = Versions.required(ifMatch);
        return answer(tending.mark(code, seen, HolidayFile.read(body.text(), body.markedOnly()), body.note()));
    }

    /** When so many open minutes after a moment have passed. */
    @GetMapping("/{code}/due")
    @PreAuthorize("hasAuthority('VIEW')")
    public Due due(@PathVariable String code, @RequestParam Instant from, @RequestParam long minutes) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new FieldRefusal("minutes", "number.range", 0, MOST_MINUTES);
        }
        var calendar = book.require(code);
        return new Due(calendar.code(), calendar.version(), book.time(calendar).add(from, Duration.ofMinutes(minutes)));
    }

    /** How many open minutes lie between two moments. */
    @GetMapping("/{code}/between")
    @PreAuthorize("hasAuthority('VIEW')")
    public Between between(@PathVariable String code, @RequestParam Instant from, @RequestParam Instant to) {
        var calendar = book.require(code);
        return new Between(calendar.code(), calendar.version(),
                book.time(calendar).between(from, to).toSeconds() / 60.0);
    }

    private static ResponseEntity<CalendarJson> answer(BusinessCalendar it) {
        return Answers.of(CalendarJson.of(it), it.version());
    }

    record Row(String code, String name, @Nullable String nameEn, int version) {
    }

    record CalendarJson(String code, String name, @Nullable String nameEn, int version, CalendarDefinition definition) {

        static CalendarJson of(BusinessCalendar it) {
            return new CalendarJson(it.code(), it.name(), it.nameEn(), it.version(), it.definition());
        }

    }

    record NewCalendar(@NotBlank String code, @NotBlank String name, @Nullable String nameEn,
            @NotNull CalendarDefinition definition) {
    }

    record RevisedCalendar(@NotBlank String name, @Nullable String nameEn, @NotNull CalendarDefinition definition,
            @Nullable String note) {
    }

    record FileOfDays(@NotBlank String text, boolean markedOnly, @Nullable String note) {
    }

    record Due(String calendar, int version, Instant due) {
    }

    record Between(String calendar, int version, double minutes) {
    }

}
