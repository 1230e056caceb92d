package io.cesm.expectation;

import static io.cesm.expectation.ExpectationState.MERGED;
import static io.cesm.expectation.ExpectationState.WITHDRAWN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import org.springframework.stereotype.Component;

/**
 * Writes what an expectation says about the four levels into the ledger: expected once a
 * level is known, committed, delivered, perceived as they come. An expectation that was
 * merged or withdrawn says nothing any more.
 */
@Component
class ExpectationLevels {

    private final LevelLedger ledger;

    ExpectationLevels(LevelLedger ledger) {
        this.ledger = ledger;
    }

    void restate(Expectation expectation) {
        ledger.restate(expectation.id().id(), readings(expectation));
    }

    static List<Reading> readings(Expectation it) {
        var dimension = it.classification().dimension();
        if (dimension == null || it.state() == WITHDRAWN || it.state() == MERGED) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        var source = ReadingSource.expectation(it.id().id(), it.number() + " " + it.verbatim());
        var weight = BigDecimal.valueOf(it.classification().weight());
        var expected = it.target().level();
        if (expected != null) {
            var clarified = it.clarifiedAt();
            readings.add(Reading
                .of(it.customer(), dimension, Level.E, expected,
                        clarified == null ? it.origin().saidOn() : Moment.dayOf(clarified), source)
                .saidBy(it.contact()));
        }
        var commitment = it.commitment();
        if (commitment != null) {
            readings.add(Reading.of(it.customer(), dimension, Level.C, commitment.level(),
                    Moment.dayOf(commitment.at()), source));
        }
        var delivery = it.delivery();
        if (delivery != null) {
            readings.add(Reading.of(it.customer(), dimension, Level.D, delivery.level(), Moment.dayOf(delivery.at()),
                    source));
        }
        var answer = it.answer();
        if (answer != null && answer.perceived() != null) {
            readings.add(Reading.of(it.customer(), dimension, Level.P, answer.perceived(), answer.on(), source)
                .saidBy(answer.contact()));
        }
        return readings.stream().map(reading -> reading.weighing(weight)).toList();
    }

}
