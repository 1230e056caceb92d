package io.cesm.web.demo;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what belongs to the demo company, and what people have entered by hand beside
 * it.
 */
@Component
@Transactional(readOnly = true)
class DemoInventory {

    private static final int NAMED = 20;

    private static final String AT_DEMO = " customer_id in (select id from customer where demo)";

    private final JdbcClient jdbc;

    DemoInventory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What goes when the demo company is removed.
     *
     * @param own records entered by hand for demo customers, which go with them
     * @param ownCount how many these are
     * @param passed records of real customers that demo people look after, which pass on
     */
    record Count(long customers, long contacts, long expectations, long readings, long staff, List<String> own,
            long ownCount, long passed) {

        public boolean isEmpty() {
            return customers == 0 && staff == 0;
        }

    }

    Count count() {
        return new Count(number("customer where demo"), number("contact where" + AT_DEMO),
                number("expectation where" + AT_DEMO), number("level_reading where" + AT_DEMO),
                number("staff where demo"), own(),
                number("contact where not demo and" + AT_DEMO) + number("expectation where not demo and" + AT_DEMO),
                number("expectation where owner_id in (select id from staff where demo) and not" + AT_DEMO));
    }

    private List<String> own() {
        return jdbc.sql("""
                select named from (
                    select e.number || ' ' || left(e.verbatim, 60) as named, e.captured_at as at
                      from expectation e where not e.demo and e.customer_id in (select id from customer where demo)
                    union all
                    select c.name || ' · ' || k.name, c.created_at
                      from contact c join customer k on k.id = c.customer_id where not c.demo and k.demo) as own
                 order by at desc limit :limit""").param("limit", NAMED).query((rs, i) -> rs.getString(1)).list();
    }

    private long number(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

}
