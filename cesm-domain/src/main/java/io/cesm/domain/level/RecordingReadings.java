package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;

/** What people and other systems do with readings of their own. */
@Service
@Transactional
public class RecordingReadings {

    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1000);

    private final RecordedReadings readings;

    private final LevelLedger ledger;

    private final CustomerBook customers;

    private final DimensionBook dimensions;

    private final Timeline timeline;

    private final CurrentActor current;

    private final Clock clock;

    RecordingReadings(RecordedReadings readings, LevelLedger ledger, CustomerBook customers, DimensionBook dimensions,
            Timeline timeline, CurrentActor current, Clock clock) {
        this.readings = readings;
        this.ledger = ledger;
        this.customers = customers;
        this.dimensions = dimensions;
        this.timeline = timeline;
        this.current = current;
        this.clock = clock;
    }

    /** Notes a reading; one with a known external key corrects what it said before. */
    public RecordedReadingId record(RecordReading wish) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var customer = customers.require(wish.customer());
        var clean = judged(wish);
        var known = (clean.externalKey() != null) ? readings.findByExternalKey(clean.externalKey()).orElse(null) : null;
        if (known == null) {
            var reading = readings.save(RecordedReading.record(clean, me(), clock.instant()));
            ledger.put(reading.reading());
            tell(customer, "READING_RECORDED", null, reading);
            return reading.id();
        }
        customers.require(known.customer());
        var before = told(known);
        known.correct(clean, me(), clock.instant());
        if (!told(known).equals(before)) {
            ledger.restate(known.id().id(), List.of(known.reading()));
            tell(customer, "READING_CORRECTED", before, known);
        }
        return known.id();
    }

    /** Takes a reading back; it stays on record as withdrawn. */
    public void withdraw(RecordedReadingId id) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var reading = readings.require(id);
        var customer = customers.require(reading.customer());
        reading.withdraw(clock.instant());
        ledger.retract(id.id());
        var subject = new Subject("CUSTOMER", customer.id().id(), customer.name(), customer.id().id());
        timeline.record(Change.of(subject, "READING_WITHDRAWN").with("reading", told(reading), null));
    }

    private RecordReading judged(RecordReading wish) {
        if (dimensions.find(wish.dimension()).isEmpty()) {
            throw new FieldRefusal("dimension", "level.unknown_dimension", wish.dimension());
        }
        if (wish.readOn().isAfter(CompanyTime.today(clock).plusDays(1)) || wish.readOn().getYear() < 1990) {
            throw new FieldRefusal("readOn", "level.day_out_of_range");
        }
        if (wish.n() < 1) {
            throw new FieldRefusal("n", "level.n_too_small");
        }
        if (wish.weight().signum() <= 0 || wish.weight().compareTo(HEAVIEST) > 0) {
            throw new FieldRefusal("weight", "level.weight_out_of_range");
        }
        return new RecordReading(wish.customer(), wish.dimension(), wish.level(),
                Texts.required(wish.title(), 200, "title"), wish.given(), wish.weight(), wish.n(), wish.readOn(),
                Texts.optional(wish.note(), 1000, "note"), Texts.optional(wish.externalKey(), 120, "externalKey"));
    }

    private void tell(CustomerCard customer, String action, @Nullable String before, RecordedReading reading) {
        var subject = new Subject("CUSTOMER", customer.id().id(), customer.name(), customer.id().id());
        timeline.record(Change.of(subject, action).with("reading", before, told(reading)));
    }

    private static String told(RecordedReading recorded) {
        var reading = recorded.reading();
        return "%s %s %s = %s, n %d, %s".formatted(reading.dimension(), reading.level(), recorded.words(),
                reading.value().stripTrailingZeros().toPlainString(), reading.n(), reading.readOn());
    }

    private @Nullable UUID me() {
        var staff = current.actor().staff();
        return (staff != null) ? staff.id() : null;
    }

}
