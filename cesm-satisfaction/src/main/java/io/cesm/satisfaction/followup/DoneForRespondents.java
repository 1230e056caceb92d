package io.cesm.satisfaction.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.satisfaction.answer.WhatWasDone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done after a respondent was asked again, in the words written for them; nobody
 * else at the customer is shown it.
 */
@Component
class DoneForRespondents implements WhatWasDone {

    private static final int MOST = 5;

    private final JdbcClient jdbc;

    DoneForRespondents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Deed> since(UUID customer, UUID contact, LocalDate day) {
        return jdbc.sql("""
                select coalesce(f.customer_said, ''), f.told, f.closed_at::date from follow_up f
                 where f.customer_id = ? and f.contact_id = ? and f.state = 'DONE' and f.told is not null
                   and f.closed_at >= ? order by f.closed_at desc limit ?""")
            .params(customer, contact, day, MOST)
            .query((rs, i) -> new Deed("FOLLOW_UP", rs.getString(1), rs.getString(2), rs.getObject(3, LocalDate.class)))
            .list();
    }

}
