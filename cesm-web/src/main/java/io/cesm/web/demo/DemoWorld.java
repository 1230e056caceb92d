package io.cesm.web.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the demo company know of each other: days, texts, people, customers.
 */
final class DemoWorld {

    private static final long SEED = 20_261_122L;

    private static final int MONTHS = 19;

    private final DemoTexts texts = DemoTexts.read();

    private final Instant now;

    private final LocalDate today;

    private @Nullable Cast cast;

    private List<Client> clients = List.of();

    private Runnable unfinished = () -> {
    };

    DemoWorld(Instant now) {
        this.now = now;
        this.today = CompanyTime.dayOf(now);
    }

    DemoTexts texts() {
        return texts;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    /** The day the company's history begins. */
    LocalDate start() {
        return today.minusMonths(MONTHS);
    }

    /** Chance that is the same every time; each part has a number of its own. */
    Dice dice(int part) {
        return new Dice(SEED + part);
    }

    Cast cast() {
        return Objects.requireNonNull(cast, "nobody is engaged yet");
    }

    List<Client> clients() {
        return clients;
    }

    void engaged(Cast people) {
        cast = people;
    }

    void registered(List<Client> customers) {
        clients = List.copyOf(customers);
    }

    /** What a part leaves to be told later, after what is more to look at. */
    void leave(Runnable rest) {
        unfinished = rest;
    }

    void finish() {
        unfinished.run();
    }

}
