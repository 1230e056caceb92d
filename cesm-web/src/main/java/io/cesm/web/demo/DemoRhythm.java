package io.cesm.web.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.perception.visit.LogVisit;
import io.cesm.perception.visit.LoggingVisits;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets customers have been visited in the rhythm of their tier; some were forgotten. */
@Component
@Order(57)
class DemoRhythm implements DemoPart {

    private static final List<String> WORDS = List.of("例行拜访，走访两条产线，设备运行平稳，客户关心备件价格。", "与生产主管核对本季度交付计划，约定下月复查进度。",
            "回访上次反映的问题，客户确认已解决，另提出培训需求。", "拜访设备部，了解新线规划，明年上半年有扩产意向。", "当面说明整改措施，客户要求每周书面通报一次。");

    private final LoggingVisits logging;

    private final Batch batch;

    private final JdbcClient jdbc;

    DemoRhythm(LoggingVisits logging, Batch batch, JdbcClient jdbc) {
        this.logging = logging;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("customer_visit", "customer_id in (select id from customer where demo)"));
    }

    /** A customer, who goes there, and how often they should. */
    private record Visited(CustomerId customer, StaffId staff, @Nullable ContactId contact, int everyDays) {
    }

    @Override
    public void tell(DemoWorld world) {
        var all = visited();
        for (int i = 0; i < all.size(); i++) {
            var it = all.get(i);
            var forgotten = i % 5 == 1;
            var last = world.today().minusDays(forgotten ? it.everyDays() + 2 + i % 9 : i * 11 % it.everyDays());
            for (int back = 0; back < 2; back++) {
                log(it, last.minusDays((long) back * it.everyDays()), WORDS.get((i + back) % WORDS.size()));
            }
        }
    }

    private void log(Visited it, LocalDate on, String words) {
        batch.at(on, () -> logging.log(it.customer(), new LogVisit(on, it.staff(), it.contact(), words)));
    }

    private List<Visited> visited() {
        return jdbc
            .sql("""
                    select c.id, s.visit_every_days,
                           (select t.staff_id from account_team t where t.customer_id = c.id and t.valid_to is null
                             order by case t.role when 'AR' then 1 when 'SR' then 2 when 'FR' then 3 else 4 end, t.backup, t.id
                             limit 1) as staff,
                           (select k.id from contact k where k.customer_id = c.id and k.active and k.merged_into is null
                             order by k.id limit 1) as contact
                      from customer c join service_standard s on s.tier = c.tier
                     where c.demo and c.status = 'CUSTOMER' and c.kind <> 'GROUP'
                       and exists (select 1 from account_team t where t.customer_id = c.id and t.valid_to is null)
                     order by c.number""")
            .query((rs, i) -> {
                var contact = rs.getObject("contact", UUID.class);
                return new Visited(new CustomerId(rs.getObject("id", UUID.class)),
                        new StaffId(rs.getObject("staff", UUID.class)), contact == null ? null : new ContactId(contact),
                        rs.getInt("visit_every_days"));
            })
            .list();
    }

}
