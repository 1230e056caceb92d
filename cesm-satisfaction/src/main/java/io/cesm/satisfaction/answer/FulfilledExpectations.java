package io.cesm.satisfaction.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a contact had told us they count on, and was delivered since. Words of their
 * colleagues are not shown.
 */
@Component
class FulfilledExpectations implements WhatWasDone {

    private static final int MOST = 5;

    private final JdbcClient jdbc;

    FulfilledExpectations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Deed> since(UUID customer, UUID contact, LocalDate day) {
        return jdbc
            .sql("""
                    select coalesce(understood, verbatim), case when measure = coalesce(understood, verbatim) then '' else measure end,
                       delivered_at::date
                      from expectation
                     where customer_id = ? and contact_id = ? and state in ('DELIVERED', 'CONFIRMED') and delivered_at::date >= ?
                     order by delivered_at desc limit ?""")
            .params(customer, contact, day, MOST)
            .query((rs, i) -> new Deed("EXPECTATION", rs.getString(1), rs.getString(2),
                    rs.getObject(3, LocalDate.class)))
            .list();
    }

}
