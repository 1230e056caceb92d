package io.cesm.web.demo;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In the profile "demo", an empty database is filled with the demo company. One that ever
 * held anything is left alone, also after the demo company was removed.
 */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final DemoCompany company;

    private final JdbcClient jdbc;

    DemoStart(DemoCompany company, JdbcClient jdbc) {
        this.company = company;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select not exists (select 1 from timeline_entry) and not exists (select 1 from staff)")
            .query(Boolean.class)
            .single()) {
            long start = System.nanoTime();
            company.make();
            log.info("Made the demo company in {} ms", (System.nanoTime() - start) / 1_000_000);
        }
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        var accounts = jdbc.sql("""
                select s.login || ' (' || s.name || ')' from staff s join credential c on c.staff_id = s.id
                 where s.demo and s.status = 'ACTIVE' order by s.created_at, s.id limit 8
                """).query(String.class).list();
        if (!accounts.isEmpty()) {
            lines.add("Demo company 衡岚装备 (fictional). Sign in with one of these names and the password "
                    + DemoCompany.PASSWORD + ":");
            lines.add(String.join(", ", accounts));
        }
        return lines;
    }

}
