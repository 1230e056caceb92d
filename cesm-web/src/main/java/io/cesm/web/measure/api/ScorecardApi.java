package io.cesm.web.measure.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.measure.scorecard.Cadence;
import io.cesm.satisfaction.measure.scorecard.Criterion;
import io.cesm.satisfaction.measure.scorecard.KeepingScorecards;
import io.cesm.satisfaction.measure.scorecard.Marks;
import io.cesm.satisfaction.measure.scorecard.Outcome;
import io.cesm.satisfaction.measure.scorecard.PeriodDetails;
import io.cesm.satisfaction.measure.scorecard.PeriodId;
import io.cesm.satisfaction.measure.scorecard.PeriodRow;
import io.cesm.satisfaction.measure.scorecard.PeriodState;
import io.cesm.satisfaction.measure.scorecard.ReceiveMarks;
import io.cesm.satisfaction.measure.scorecard.ReceivingScorecards;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardDetails;
import io.cesm.satisfaction.measure.scorecard.ScorecardFilter;
import io.cesm.satisfaction.measure.scorecard.ScorecardId;
import io.cesm.satisfaction.measure.scorecard.ScorecardRow;
import io.cesm.satisfaction.measure.scorecard.ScorecardWish;
import io.cesm.web.api.Versions;
import io.cesm.web.layout.IdText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Scorecards of customers for programs: definition, calendar, marks, disputes. */
@RestController
@RequestMapping("/api/v1/scorecards")
class ScorecardApi {

    private static final int LARGEST = 200;

    private final ScorecardBook book;

    private final KeepingScorecards keeping;

    private final ReceivingScorecards receiving;

    ScorecardApi(ScorecardBook book, KeepingScorecards keeping, ReceivingScorecards receiving) {
        this.book = book;
        this.keeping = keeping;
        this.receiving = receiving;
    }

    /** One line of the customer's scorecard. */
    record CriterionJson(@Nullable UUID id, @NotBlank @Size(max = 120) @Nullable String name,
            @NotNull @Nullable BigDecimal weight, @Size(max = 40) @Nullable String dimension) {
    }

    /** A letter or colour and its level. */
    record LetterJson(@NotBlank @Size(max = 40) @Nullable String mark, @NotNull @Nullable BigDecimal level) {
    }

    /** What is said about a scorecard: either worst and best, or letters. */
    record ScorecardBody(@NotNull @Nullable String customer, @NotBlank @Size(max = 160) @Nullable String title,
            @Nullable BigDecimal worst, @Nullable BigDecimal best,
            @Valid @Size(max = 30) @Nullable List<LetterJson> letters, @NotNull @Nullable Cadence cadence,
            @Nullable Integer dueDays, @Nullable Integer graceDays, @Size(max = 160) @Nullable String deliveredBy,
            @NotNull @Nullable LocalDate startsOn, @Nullable LocalDate endedOn,
            @Valid @Size(max = 40) @Nullable List<CriterionJson> criteria, @Nullable UUID owner) {

        ScorecardWish wish() {
            var marks = new Marks(worst, best,
                    letters == null ? List.of()
                            : letters.stream()
                                .map(it -> new Marks.Letter(given(it.mark(), "letters"), given(it.level(), "letters")))
                                .toList());
            return new ScorecardWish(IdText.required(customer, "customer", CustomerId::of), given(title, "title"),
                    marks, given(cadence, "cadence"), dueDays == null ? 15 : dueDays,
                    graceDays == null ? 30 : graceDays, deliveredBy, given(startsOn, "startsOn"), endedOn,
                    criteria == null ? List.of()
                            : criteria.stream()
                                .map(it -> new Criterion(null, given(it.name(), "criteria"),
                                        given(it.weight(), "criteria"), it.dimension()))
                                .toList(),
                    owner == null ? null : new StaffId(owner));
        }

    }

    /** A scorecard as it is. */
    record ScorecardJson(ScorecardId id, long version, String number, String customer, String customerName,
            String title, @Nullable BigDecimal worst, @Nullable BigDecimal best, List<Marks.Letter> letters,
            Cadence cadence, int dueDays, int graceDays, @Nullable String deliveredBy, LocalDate startsOn,
            @Nullable LocalDate endedOn, List<Criterion> criteria, @Nullable String owner) {

        static ScorecardJson of(ScorecardDetails it) {
            var a = it.about();
            return new ScorecardJson(it.id(), it.version(), it.number(), a.customer().toString(), it.customerName(),
                    a.title(), a.marks().worst(), a.marks().best(), a.marks().letters(), a.cadence(), a.dueDays(),
                    a.graceDays(), a.deliveredBy(), a.startsOn(), a.endedOn(), a.criteria(), it.ownerName());
        }

    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new FieldRefusal(field, "text.required");
        }
        return value;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<ScorecardRow> list(@RequestParam @Nullable String q, @RequestParam @Nullable String customer,
            @RequestParam ScorecardFilter.@Nullable Show show, @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return book.slice(new ScorecardFilter(q, IdText.read(customer, CustomerId::of), show, mine),
                Math.clamp(size, 1, LARGEST), cursor);
    }

    /** Periods of all scorecards within reach, the last first: the calendar. */
    @GetMapping("/periods")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<PeriodRow> calendar(@RequestParam @Nullable String customer, @RequestParam @Nullable PeriodState state,
            @RequestParam ScorecardFilter.@Nullable Show show, @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return book.periods(new ScorecardFilter(null, IdText.read(customer, CustomerId::of), show, mine), state,
                Math.clamp(size, 1, LARGEST), cursor);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ScorecardJson> begin(@Valid @RequestBody ScorecardBody body) {
        var made = book.require(keeping.begin(body.wish()));
        return ResponseEntity.created(URI.create("/api/v1/scorecards/" + made.id()))
            .eTag(Versions.etag(made.version()))
            .body(ScorecardJson.of(made));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<ScorecardJson> show(@PathVariable ScorecardId id) {
        var it = book.require(id);
        return ResponseEntity.ok().eTag(Versions.etag(it.version())).body(ScorecardJson.of(it));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ScorecardJson> revise(@PathVariable ScorecardId id, @Valid @RequestBody ScorecardBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        keeping.revise(id, Versions.required(ifMatch), body.wish());
        return show(id);
    }

    @GetMapping("/{id}/periods")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<PeriodDetails> periods(@PathVariable ScorecardId id) {
        return book.periods(book.require(id));
    }

    @GetMapping("/{id}/periods/{period}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<PeriodDetails> period(@PathVariable ScorecardId id, @PathVariable PeriodId period) {
        var it = book.period(book.require(id), period);
        return ResponseEntity.ok().eTag(Versions.etag(it.version())).body(it);
    }

    /** Marks by id of the criterion, as the customer wrote them. */
    record MarksBody(@NotNull @Nullable LocalDate receivedOn, @Size(max = 40) @Nullable String total,
            @Nullable Map<UUID, String> marks, @Size(max = 1000) @Nullable String note) {

        ReceiveMarks wish() {
            return new ReceiveMarks(given(receivedOn, "receivedOn"), total,
                    marks == null ? Map.of() : new LinkedHashMap<>(marks), note);
        }

    }

    @PutMapping("/{id}/periods/{period}/marks")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<PeriodDetails> receive(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @Valid @RequestBody MarksBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        receiving.receive(id, period, Versions.required(ifMatch), body.wish());
        return period(id, period);
    }

    /** A few words. */
    record WordsBody(@Size(max = 2000) @Nullable String words) {
    }

    @PostMapping("/{id}/periods/{period}/absence")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<PeriodDetails> notReceived(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @Valid @RequestBody WordsBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        receiving.notReceived(id, period, Versions.required(ifMatch), body.words());
        return period(id, period);
    }

    @PostMapping("/{id}/periods/{period}/dispute")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<PeriodDetails> dispute(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @Valid @RequestBody WordsBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        receiving.dispute(id, period, Versions.required(ifMatch), body.words());
        return period(id, period);
    }

    /** How a dispute ended; the marks are those that changed. */
    record SettlementBody(@NotNull @Nullable Outcome outcome, @Size(max = 2000) @Nullable String words,
            @Valid @Nullable MarksBody changed) {
    }

    @PostMapping("/{id}/periods/{period}/settlement")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<PeriodDetails> settle(@PathVariable ScorecardId id, @PathVariable PeriodId period,
            @Valid @RequestBody SettlementBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var changed = body.changed();
        receiving.settle(id, period, Versions.required(ifMatch), given(body.outcome(), "outcome"), body.words(),
                changed == null ? null : changed.wish());
        return period(id, period);
    }

}
