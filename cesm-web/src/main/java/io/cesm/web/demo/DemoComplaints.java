package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the complaints of the demo company, each step at its own moment. */
@Component
@Order(50)
class DemoComplaints implements DemoPart {

    private static final ComplaintChannel PHONE = ComplaintChannel.PHONE;

    private final FilingComplaints filing;

    private final HandlingComplaints handling;

    private final OfferingCaseLinks offering;

    private final CaseByLink cases;

    private final DimensionBook dimensions;

    private final DemoEscalations escalations;

    private final Batch batch;

    private final Clock clock;

    DemoComplaints(FilingComplaints filing, HandlingComplaints handling, OfferingCaseLinks offering, CaseByLink cases,
            DimensionBook dimensions, DemoEscalations escalations, Batch batch, Clock clock) {
        this.filing = filing;
        this.handling = handling;
        this.offering = offering;
        this.cases = cases;
        this.dimensions = dimensions;
        this.escalations = escalations;
        this.batch = batch;
        this.clock = clock;
    }

    /** One complaint that is being told: whose, by whom of us, and from when on. */
    private record Tale(Words row, Client client, Client.Speaker caller, Cast cast, Instant begin, Instant now) {

        String fate() {
            return row.at("fate").text();
        }

        Instant after(int hours) {
            var moment = begin.plusSeconds(hours * 3_600L);
            return moment.isAfter(now) ? now : moment;
        }

    }

    @Override
    public void tell(DemoWorld world) {
        tell(world.clients(), world.cast());
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("complaint", "demo"));
    }

    private void tell(List<Client> clients, Cast cast) {
        var talking = clients.stream().filter(it -> !it.people().isEmpty()).toList();
        for (var row : Words.of("complaints.yaml").items()) {
            var client = talking.get(row.at("c").number() % talking.size());
            var caller = client.people().get(row.at("p").number() % client.people().size());
            batch.run(() -> tellWhole(
                    new Tale(row, client, caller, cast, begin(row.at("ago").number()), clock.instant())));
        }
    }

    private Instant begin(int daysAgo) {
        var day = CompanyTime.today(clock).minusDays(daysAgo);
        var morning = day.atTime(9, 20).atZone(CompanyTime.ZONE).toInstant();
        var now = clock.instant();
        return morning.isAfter(now) ? now.minusSeconds(900) : morning;
    }

    private void tellWhole(Tale it) {
        var id = tell(it);
        escalations.pass(id, clock.instant(), it.cast(), it.client().fr());
    }

    private ComplaintId tell(Tale it) {
        var id = at(it.begin(), it, it.client().csr(), () -> filing.file(wish(it), List.of()));
        if (it.fate().equals("RECEIVED")) {
            return id;
        }
        take(it, 1, it.client().csr(), id, Step.ACKNOWLEDGE, TakeStep.telling("您反映的问题已登记，我们会按约定时间给您答复。", PHONE));
        if (it.fate().equals("WITHDRAWN")) {
            take(it, 26, it.client().csr(), id, Step.WITHDRAW, TakeStep.saying(it.row().at("answer").text()));
            return id;
        }
        if (it.fate().equals("ACKNOWLEDGED")) {
            return id;
        }
        if (wish(it).kind() == ComplaintKind.COMPLAINT) {
            work(it, id);
        }
        else {
            solve(it, id);
        }
        return id;
    }

    private void work(Tale it, ComplaintId id) {
        take(it, 2, it.client().fr(), id, Step.START, TakeStep.NOTHING);
        escalations.handOn(id, it.cast().member(it.client().csr()), it.cast().member(it.client().fr()),
                it.cast().member(it.client().sr()), it.after(2), it.now());
        if (it.row().at("wait").isGiven()) {
            take(it, 28, it.client().fr(), id, Step.WAIT, TakeStep.saying(it.row().at("wait").text()));
        }
        if (it.row().at("contain").isGiven()) {
            take(it, 8, it.client().fr(), id, Step.CONTAIN, TakeStep.saying(it.row().at("contain").text()));
        }
        if (it.row().at("root").isGiven()) {
            solve(it, id);
        }
    }

    private void solve(Tale it, ComplaintId id) {
        var cause = it.row().at("cause").textOrNull();
        take(it, 52, it.client().fr(), id, Step.RESOLVE, new TakeStep(it.row().at("done").text(), null, PHONE, null,
                null, cause == null ? null : CauseClass.valueOf(cause), it.row().at("root").textOrNull(),
                it.row().at("remedy").text(),
                it.row().at("cost").isGiven() ? BigDecimal.valueOf(it.row().at("cost").number()) : null, null, null));
        var answer = it.row().at("answer").textOrNull();
        switch (it.fate()) {
            case "CONFIRMED", "CLOSED" -> end(it, id, answer);
            case "DECISION_DECLINED" ->
                take(it, 60, it.client().csr(), id, Step.DECLINE, new TakeStep(answer, it.caller().id(), PHONE, null,
                        null, null, null, null, null, it.row().at("external").textOrNull(), null));
            case "REOPENED" ->
                take(it, 75, it.client().csr(), id, Step.REOPEN, TakeStep.saying(it.row().at("again").text()));
            default -> {
                // the customer has not answered yet
            }
        }
    }

    private void end(Tale it, ComplaintId id, @Nullable String answer) {
        if (answer != null && it.row().at("ago").number() % 2 == 0) {
            acceptByLink(it, id, answer);
        }
        else if (answer != null) {
            take(it, 60, it.client().csr(), id, Step.CONFIRM,
                    new TakeStep(answer, it.caller().id(), PHONE, null, null, null, null, null, null, null, null));
        }
        if (it.fate().equals("CLOSED")) {
            take(it, 61, it.client().csr(), id, Step.CLOSE, TakeStep.NOTHING);
        }
    }

    /** The customer opens their own page and agrees there. */
    private void acceptByLink(Tale it, ComplaintId id, String answer) {
        var token = ScopedClock.at(it.after(52), () -> Acting.as(it.cast().member(it.client().csr()).actor(),
                () -> offering.token(id, offering.offer(id, it.caller().id()))));
        ScopedClock.at(it.after(60), () -> {
            cases.shown(token);
            var seen = cases.look(token).about();
            if (seen != null) {
                cases.accept(token, seen.version(), answer, null);
            }
            return id;
        });
    }

    private FileComplaint wish(Tale it) {
        var at = it.row().at("at");
        var dimension = at.at(4).text();
        var known = dimensions.find(dimension).isPresent() ? dimension : null;
        var owner = it.row().at("owner").isGiven() ? null : it.cast().member(it.client().csr()).id();
        return new FileComplaint(ComplaintKind.valueOf(at.at(0).text()), it.client().id(), it.caller().id(), null,
                it.row().at("say").text(), ComplaintChannel.valueOf(at.at(1).text()), null, null, null, known,
                Flow.valueOf(at.at(5).text()), at.at(2).number(), at.at(3).number(), it.row().at("publicity").isGiven(),
                owner, true);
    }

    private void take(Tale it, int hours, String login, ComplaintId id, Step step, TakeStep wish) {
        escalations.pass(id, it.after(hours), it.cast(), login);
        at(it.after(hours), it, login, () -> {
            handling.take(id, null, step, wish);
            return id;
        });
    }

    private static ComplaintId at(Instant moment, Tale it, String login, Supplier<ComplaintId> step) {
        return ScopedClock.at(moment, () -> Acting.as(it.cast().member(login).actor(), step));
    }

}
