package io.cesm.satisfaction.followup;

import java.time.Clock;

import io.cesm.domain.people.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the causes of what was followed up, as far as the one who asks may see it. */
@Component
@Transactional(readOnly = true)
public class CauseFigures {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    CauseFigures(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /** Only what was dealt with has a cause; the filter says which of it. */
    public CausePareto of(FollowUpFilter filter) {
        var sql = FollowUpSql.of(filter, Visible.to(current.actor()), clock.instant());
        return CausePareto.of(jdbc.sql("""
                select k.code, k.name, k.name_en, k.hint, k.hint_en, k.back_office, k.active, k.sort,
                       count(*) filter (where f.flow = 'IPD') as ipd, count(*) filter (where f.flow = 'LTC') as ltc,
                       count(*) filter (where f.flow = 'ITR') as itr, count(*) filter (where f.flow is null) as none
                  from follow_up f join cause_class k on k.code = f.cause
                 where f.state = 'DONE' and\s""" + sql.where() + " group by k.code")
            .params(sql.params())
            .query((rs, i) -> new CausePareto.Counted(
                    new CauseClass(rs.getString("code"), rs.getString("name"), rs.getString("name_en"),
                            rs.getString("hint"), rs.getString("hint_en"), rs.getBoolean("back_office"),
                            rs.getBoolean("active"), rs.getInt("sort")),
                    rs.getLong("ipd"), rs.getLong("ltc"), rs.getLong("itr"), rs.getLong("none")))
            .list());
    }

}
