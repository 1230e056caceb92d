package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.workorder.DispatchWork;
import io.cesm.governance.workorder.DispatchingWork;
import io.cesm.governance.workorder.FinishWork;
import io.cesm.governance.workorder.NotDone;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.governance.workorder.WorkOrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends the people of the demo company out to its customers. */
@Component
class DemoVisits {

    private final DispatchingWork dispatching;

    private final WorkOrderBook book;

    private final Batch batch;

    private final Clock clock;

    private final JdbcClient jdbc;

    DemoVisits(DispatchingWork dispatching, WorkOrderBook book, Batch batch, Clock clock, JdbcClient jdbc) {
        this.dispatching = dispatching;
        this.book = book;
        this.batch = batch;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void tell(Cast cast) {
        for (var row : Words.of("visits.yaml").items()) {
            jdbc.sql("select id from complaint where demo and starts_with(verbatim, ?) and closed_at is null")
                .param(row.at("of").text())
                .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
                .optional()
                .ifPresent(id -> batch.run(() -> tell(id, row, cast)));
        }
    }

    private void tell(ComplaintId complaint, Words row, Cast cast) {
        var begin = CompanyTime.today(clock)
            .plusDays(row.at("day").number())
            .atTime(row.at("hour").number(), 0)
            .atZone(CompanyTime.ZONE)
            .toInstant();
        var now = clock.instant();
        var sent = begin.minus(Duration.ofHours(20)).isBefore(now) ? begin.minus(Duration.ofHours(20)) : now;
        var who = row.at("who").text();
        var id = at(sent, cast, "office", () -> dispatching.dispatch(complaint, new DispatchWork(cast.member(who).id(),
                row.at("task").text(), row.at("site").textOrNull(), begin, begin.plus(Duration.ofHours(3))), true));
        if (row.at("way").isGiven()) {
            at(now, cast, who, () -> step(id, () -> dispatching.leave(id, version(id))));
        }
        else if (begin.isBefore(now.minus(Duration.ofHours(12)))) {
            went(id, row, cast, begin);
        }
    }

    private void went(WorkOrderId id, Words row, Cast cast, Instant begin) {
        var who = row.at("who").text();
        at(begin.minus(Duration.ofMinutes(50)), cast, who, () -> step(id, () -> dispatching.leave(id, version(id))));
        at(begin.plus(Duration.ofMinutes(5)), cast, who, () -> step(id, () -> dispatching.arrive(id, version(id))));
        if (row.at("failed").isGiven()) {
            at(begin.plus(Duration.ofMinutes(30)), cast, who, () -> step(id, () -> dispatching.fail(id, version(id),
                    NotDone.valueOf(row.at("failed").text()), row.at("words").text())));
            return;
        }
        List<WorkOrder.Part> parts = row.at("parts")
            .items()
            .stream()
            .map(it -> new WorkOrder.Part(it.at(0).text(), BigDecimal.valueOf(it.at(1).number()),
                    it.at(2).textOrNull()))
            .toList();
        at(begin.plus(Duration.ofMinutes(5 + row.at("minutes").number())), cast, who,
                () -> step(id,
                        () -> dispatching.finish(id, version(id), new FinishWork(row.at("solved").text().equals("true"),
                                row.at("outcome").text(), parts, List.of(), row.at("signed").text(), null))));
    }

    private static WorkOrderId step(WorkOrderId id, Runnable work) {
        work.run();
        return id;
    }

    private long version(WorkOrderId id) {
        return book.require(id).version();
    }

    private static <T> T at(Instant moment, Cast cast, String login, Supplier<T> work) {
        return ScopedClock.at(moment, () -> Acting.as(cast.member(login).actor(), work));
    }

}
