package io.cesm.web.demo;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.List;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.LeadingIncidents;
import io.cesm.domain.complaint.TellingIncidents;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.ScopedClock;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One incident of the demo company that struck several of its customers. */
@Component
@Order(53)
class DemoIncident implements DemoPart {

    private static final int HOURS_AGO = 26;

    private final LeadingIncidents leading;

    private final TellingIncidents telling;

    private final Batch batch;

    private final Clock clock;

    private final JdbcClient jdbc;

    DemoIncident(LeadingIncidents leading, TellingIncidents telling, Batch batch, Clock clock, JdbcClient jdbc) {
        this.leading = leading;
        this.telling = telling;
        this.batch = batch;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public void tell(DemoWorld world) {
        var leader = world.cast().member("office").actor();
        var then = clock.instant().minusSeconds(HOURS_AGO * 3_600L);
        var struck = jdbc
            .sql("select id from complaint where demo and closed_at is null and kind = 'COMPLAINT'"
                    + " and state <> 'RESOLVED'" + " and received_at < :then order by received_at desc, id limit 4")
            .param("then", then.atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new ComplaintId(requireNonNull(rs.getObject(1, UUID.class))))
            .list();
        if (struck.isEmpty()) {
            return;
        }
        ScopedClock.at(then, () -> Acting.as(leader, () -> batch.get(() -> {
            var incident = leading.open("密封件批次质量波动", "供应商三月批次密封件硬度偏低，涉及多家客户的减速机和水泵，正在排查在途和库存。", true);
            struck.forEach(it -> leading.attach(incident, it));
            leading.tell(incident, "{{contact}}，您好：编号 {{number}} 的问题已确认与一批密封件有关。我们正在排查同批次备件，最晚明天给出更换安排，由{{owner}}跟进。",
                    "Dear {{contact}}, case {{number}} goes back to one batch of seals. We are checking all parts of it and tell you by tomorrow when yours is replaced. {{owner}} takes care of it.");
            telling.tell();
            return incident;
        })));
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("complaint_incident", "demo"));
    }

}
