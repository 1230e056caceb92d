package io.cesm.web.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.cesm.web.layout.FrameNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which parts of the demo company are told, so that a start goes on where another
 * one ended, and says on every page while some are being told.
 */
@Component
class DemoProgress implements FrameNote {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;

    private volatile boolean telling;

    DemoProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(List<String> parts, Instant at) {
        jdbc.sql("delete from demo_part").update();
        parts.forEach(it -> jdbc.sql("insert into demo_part (name, planned_at) values (?, ?)")
            .params(it, at.atOffset(ZoneOffset.UTC))
            .update());
    }

    /** When the company began, to which all its days are relative. */
    Instant since() {
        return jdbc.sql("select min(planned_at) from demo_part").query(OffsetDateTime.class).single().toInstant();
    }

    /**
     * Notes that a part is being told.
     * @return whether this is the first time
     */
    boolean enter(String part) {
        boolean first = jdbc.sql("select not exists (select 1 from demo_part where name = ? and begun_at is not null)")
            .param(part)
            .query(Boolean.class)
            .single();
        jdbc.sql("""
                insert into demo_part (name, planned_at, begun_at) values (?, now(), now())
                    on conflict (name) do update set begun_at = now(), failure = null""").param(part).update();
        return first;
    }

    void told(String part) {
        jdbc.sql("update demo_part set begun_at = coalesce(begun_at, now()), told_at = now(), failure = null"
                + " where name = ?")
            .param(part)
            .update();
    }

    void failed(String part, String why) {
        jdbc.sql("update demo_part set failure = left(?, ?) where name = ?").params(why, LONGEST, part).update();
    }

    boolean isTold(String part) {
        return jdbc.sql("select exists (select 1 from demo_part where name = ? and told_at is not null)")
            .param(part)
            .query(Boolean.class)
            .single();
    }

    boolean isUnfinished() {
        return jdbc.sql("select exists (select 1 from demo_part where told_at is null)").query(Boolean.class).single();
    }

    /** The parts that failed and are tried again at the next start. */
    List<String> failed() {
        return jdbc.sql("select name || ': ' || failure from demo_part where failure is not null order by begun_at")
            .query((rs, i) -> rs.getString(1))
            .list();
    }

    /** The demo company is removed: nothing is left to be told. */
    void forget() {
        jdbc.sql("delete from demo_part").update();
    }

    boolean isTelling() {
        return telling;
    }

    void during(Runnable work) {
        telling = true;
        try {
            work.run();
        }
        finally {
            telling = false;
        }
    }

    @Override
    public Optional<String> note() {
        return telling ? Optional.of("frame.demo.telling") : Optional.empty();
    }

}
