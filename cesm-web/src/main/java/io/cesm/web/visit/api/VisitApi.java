package io.cesm.web.visit.api;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.perception.visit.DueVisit;
import io.cesm.perception.visit.LogVisit;
import io.cesm.perception.visit.LoggingVisits;
import io.cesm.perception.visit.Visit;
import io.cesm.perception.visit.VisitBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Visits that were made, and those that are due by the service standard. */
@RestController
@RequestMapping("/api/v1")
class VisitApi {

    private final VisitBook book;

    private final LoggingVisits logging;

    private final Clock clock;

    VisitApi(VisitBook book, LoggingVisits logging, Clock clock) {
        this.book = book;
        this.logging = logging;
        this.clock = clock;
    }

    /** Where a customer stands, and the latest visits. */
    record VisitsJson(@Nullable Integer everyDays, @Nullable LocalDate lastOn, @Nullable LocalDate dueOn,
            boolean overdue, List<Visit> visits) {
    }

    /** A visit that was made; by the one who asks unless somebody else is named. */
    record NewVisit(@Nullable LocalDate on, @Nullable UUID staff, @Nullable UUID contact, @Nullable String words) {
    }

    record MadeJson(UUID id) {
    }

    /** A customer whose visit is due. */
    record DueJson(UUID customer, String number, String name, @Nullable String nameEn, @Nullable LocalDate lastOn,
            LocalDate dueOn, int everyDays, @Nullable String responsible) {

        static DueJson of(DueVisit it) {
            return new DueJson(it.customer().id(), it.number(), it.name(), it.nameEn(), it.lastOn(), it.dueOn(),
                    it.everyDays(), it.responsible());
        }

    }

    @GetMapping("/customers/{id}/visits")
    @PreAuthorize("hasAuthority('VIEW')")
    public VisitsJson list(@PathVariable UUID id) {
        var customer = new CustomerId(id);
        var rhythm = book.rhythm(customer);
        return new VisitsJson(rhythm.everyDays(), rhythm.lastOn(), rhythm.dueOn(),
                rhythm.isOverdue(CompanyTime.today(clock)), book.of(customer, VisitBook.SHOWN));
    }

    @PostMapping("/customers/{id}/visits")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<MadeJson> log(@PathVariable UUID id, @RequestBody NewVisit body) {
        var visit = logging.log(new CustomerId(id), LogVisit.of(body.on(), body.staff(), body.contact(), body.words()));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id + "/visits")).body(new MadeJson(visit));
    }

    /** Customers within reach whose visit is due, the longest overdue first. */
    @GetMapping("/visits/due")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<DueJson> due() {
        return book.due(VisitBook.SHOWN).stream().map(DueJson::of).toList();
    }

}
