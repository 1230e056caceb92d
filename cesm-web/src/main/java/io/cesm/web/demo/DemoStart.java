package io.cesm.web.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import io.cesm.web.start.StartNote;
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
class DemoStart implements ApplicationRunner, StartNote {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final DemoCompany company;

    private final DemoAccounts accounts;

    private final DemoProgress progress;

    private final JdbcClient jdbc;

    DemoStart(DemoCompany company, DemoAccounts accounts, DemoProgress progress, JdbcClient jdbc) {
        this.company = company;
        this.accounts = accounts;
        this.progress = progress;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select not exists (select 1 from timeline_entry) and not exists (select 1 from staff)")
            .query(Boolean.class)
            .single()) {
            long start = System.nanoTime();
            var rest = company.begin();
            log.info("Engaged the people of the demo company in {} ms", (System.nanoTime() - start) / 1_000_000);
            inBackground(rest);
        }
        else if (company.isUnfinished()) {
            log.info("Goes on with the demo company, which an earlier start left unfinished");
            inBackground(company::goOn);
        }
    }

    private void inBackground(Runnable work) {
        long start = System.nanoTime();
        var begun = new CountDownLatch(1);
        Thread.ofPlatform().name("demo-history").start(() -> progress.during(() -> {
            begun.countDown();
            work.run();
            log.info("Told its past in {} ms", (System.nanoTime() - start) / 1_000_000);
        }));
        try {
            begun.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<String> lines() {
        var shown = accounts.shown();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of("Demo company 衡岚装备 Henglan Equipment (fictional). Sign in as one of",
                        "  " + shown.stream().map(DemoAccounts.Account::login).collect(Collectors.joining(", ")),
                        "with the password  " + accounts.password()));
        if (progress.isTelling()) {
            lines.add("Its customers and their history are still being told; they appear within a minute.");
        }
        return lines;
    }

}
