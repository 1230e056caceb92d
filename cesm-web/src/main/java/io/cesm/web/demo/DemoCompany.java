package io.cesm.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.web.security.Credentials;
import org.springframework.stereotype.Component;

/**
 * Makes the demo company with all its history, relative to today and the same every time.
 */
@Component
class DemoCompany {

    /** Who makes the demo company, as the timeline names it. */
    static final String MAKER = "demo";

    /** The password of the demo accounts; everybody may know it. */
    static final String PASSWORD = "River-Stone-Lantern-27";

    /** The people who can sign in, one for each role. */
    static final int ACCOUNTS = 8;

    private static final long SEED = 20_261_122L;

    private static final int EXPECTATIONS = 280;

    private static final int MONTHS = 19;

    private final DemoPeople people;

    private final DemoCustomers customers;

    private final DemoExpectations expectations;

    private final DemoComplaints complaints;

    private final DemoMails mails;

    private final DemoKnowledge knowledge;

    private final DecidingConflicts deciding;

    private final DemoLevels levels;

    private final DemoSurveys surveys;

    private final DemoAsking asking;

    private final DemoMeasures measures;

    private final Credentials credentials;

    private final Batch batch;

    private final Clock clock;

    DemoCompany(DemoPeople people, DemoCustomers customers, DemoExpectations expectations, DemoComplaints complaints,
            DemoMails mails, DemoKnowledge knowledge, DecidingConflicts deciding, DemoLevels levels,
            DemoSurveys surveys, DemoAsking asking, DemoMeasures measures, Credentials credentials, Batch batch,
            Clock clock) {
        this.people = people;
        this.customers = customers;
        this.expectations = expectations;
        this.complaints = complaints;
        this.mails = mails;
        this.knowledge = knowledge;
        this.deciding = deciding;
        this.levels = levels;
        this.surveys = surveys;
        this.asking = asking;
        this.measures = measures;
        this.credentials = credentials;
        this.batch = batch;
        this.clock = clock;
    }

    /** Makes all of it. */
    void make() {
        begin().run();
    }

    /**
     * Makes what somebody needs to look around.
     * @return makes the rest: the expectations that ended long ago, and the surveys
     */
    Runnable begin() {
        var texts = DemoTexts.read();
        var today = CompanyTime.today(clock);
        var start = today.minusMonths(MONTHS);
        var cast = engage(texts, start, today);
        var clients = register(texts, cast, start, today);
        var dice = new Dice(SEED + 1);
        var plot = new Plot(clients, texts.sayings(), texts.company(), texts.phrases(), dice, today);
        var conflicts = Conflicts.of(plot, clients);
        var told = expectations.tell(conflicts.together(plot.lives(EXPECTATIONS)), cast, texts.phrases());
        deciding.settle(conflicts, told.ids(),
                new Narrator.Stage(cast, texts.phrases(), new Dice(SEED + 3), clock.instant()));
        Acting.as(Actor.system(MAKER),
                () -> batch.finish(() -> levels.put(clients, texts.phrases(), new Dice(SEED + 2), today)));
        return () -> {
            complaints.tell(clients, cast);
            mails.arrive(clients);
            knowledge.tell(cast);
            told.rest().run();
            Acting.as(Actor.system(MAKER), () -> surveys.hold(clients, cast));
            asking.tell(cast.member("office").id(), new Dice(SEED + 4), today);
            measures.tell(clients, cast, new Dice(SEED + 4));
        };
    }

    private Cast engage(DemoTexts texts, LocalDate start, LocalDate today) {
        var cast = asMaker(morning(start), () -> people.engage(texts.company(), start));
        asMaker(clock.instant(), () -> {
            people.arrangeAbsences(texts.company(), cast, today);
            credentials.assign(cast.members().values().stream().limit(ACCOUNTS).map(Cast.Member::id).toList(),
                    PASSWORD);
            return true;
        });
        return cast;
    }

    private List<Client> register(DemoTexts texts, Cast cast, LocalDate start, LocalDate today) {
        var office = DemoCustomers.Office.open(texts.company(), cast, new Dice(SEED), start, today);
        List<Client> clients = new ArrayList<>();
        for (var row : texts.company().at("customers").items()) {
            clients.add(asMaker(morning(start.plusDays(1)), () -> customers.register(row, office)));
        }
        return clients;
    }

    private <T> T asMaker(Instant moment, Supplier<T> work) {
        return ScopedClock.at(moment, () -> Acting.as(Actor.system(MAKER), () -> batch.get(work)));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(CompanyTime.ZONE).toInstant();
    }

}
