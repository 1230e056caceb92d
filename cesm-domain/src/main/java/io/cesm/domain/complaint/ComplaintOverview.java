package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open complaints at a glance: how old they are, and whose; one statement each. */
@Component
@Transactional(readOnly = true)
public class ComplaintOverview {

    private static final int MOST = 200;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    ComplaintOverview(CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The open complaints of one customer. */
    public record OfCustomer(CustomerId customer, String name, @Nullable String nameEn, @Nullable Integer tier,
            int open, int overdue, int grave, int nobodys, Instant oldest) {
    }

    /** How many open ones there are, by state and age. */
    public Map<ComplaintState, Map<ComplaintAge, Integer>> ageing() {
        var scope = current.actor().scope();
        var today = CompanyTime.today(clock);
        Map<String, Object> params = new HashMap<>(scope.params());
        var band = new StringBuilder("case");
        for (var age : ComplaintAge.values()) {
            var from = age.from(today);
            if (from != null) {
                params.put("from" + age.ordinal(), CompanyTime.startOf(from).atOffset(ZoneOffset.UTC));
                band.append(" when c.received_at >= :from")
                    .append(age.ordinal())
                    .append(" then '")
                    .append(age)
                    .append("'");
            }
        }
        band.append(" else '").append(ComplaintAge.OLDER).append("'");
        Map<ComplaintState, Map<ComplaintAge, Integer>> found = new EnumMap<>(ComplaintState.class);
        jdbc.sql("select c.state, " + band + " end as band, count(*) from complaint c where c.closed_at is null and "
                + scope.sql("c.customer_id") + " group by 1, 2")
            .params(params)
            .query(rs -> {
                found.computeIfAbsent(ComplaintState.valueOf(rs.getString(1)), it -> new EnumMap<>(ComplaintAge.class))
                    .put(ComplaintAge.valueOf(rs.getString(2)), rs.getInt(3));
            });
        return found;
    }

    /** Customers with open complaints, the most overdue first. */
    public List<OfCustomer> byCustomer() {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select u.id, u.name, u.name_en, u.tier, count(*) as open, count(*) filter (where c.due_at < :now) as overdue,
                           count(*) filter (where c.grade <= 2) as grave, count(*) filter (where c.owner_id is null) as nobodys,
                           min(c.received_at) as oldest
                      from complaint c join customer u on u.id = c.customer_id
                     where c.closed_at is null and """
                    + scope.sql("c.customer_id") + " group by u.id order by overdue desc, open desc, u.id limit "
                    + MOST)
            .params(scope.params())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new OfCustomer(new CustomerId(requireNonNull(rs.getObject("id", UUID.class))),
                    rs.getString("name"), rs.getString("name_en"), rs.getObject("tier", Integer.class),
                    rs.getInt("open"), rs.getInt("overdue"), rs.getInt("grave"), rs.getInt("nobodys"),
                    requireNonNull(ComplaintRegister.at(rs, "oldest"))))
            .list();
    }

}
