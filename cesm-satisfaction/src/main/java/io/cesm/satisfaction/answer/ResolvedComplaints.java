package io.cesm.satisfaction.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came of complaints a contact had, in the words it was told them in; what was
 * written for ourselves is not shown, nor what their colleagues complained about.
 */
@Component
class ResolvedComplaints implements WhatWasDone {

    private static final int MOST = 5;

    private final JdbcClient jdbc;

    ResolvedComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Deed> since(UUID customer, UUID contact, LocalDate day) {
        return jdbc.sql("""
                select c.verbatim, m.words, c.resolved_at::date
                  from complaint c
                  join lateral (select m.words from complaint_message m
                                 where m.complaint_id = c.id and m.kind = 'TO_CUSTOMER' and m.said_at >= c.resolved_at
                                   and (m.contact_id is null or m.contact_id = c.contact_id)
                                 order by m.said_at, m.id limit 1) m on true
                 where c.customer_id = ? and c.contact_id = ? and c.state in ('RESOLVED', 'CONFIRMED', 'CLOSED')
                   and c.resolved_at::date >= ?
                 order by c.resolved_at desc limit ?""")
            .params(customer, contact, day, MOST)
            .query((rs, i) -> new Deed("COMPLAINT", rs.getString(1), rs.getString(2), rs.getObject(3, LocalDate.class)))
            .list();
    }

}
