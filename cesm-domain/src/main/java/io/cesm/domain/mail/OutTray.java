package io.cesm.domain.mail;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

/**
 * A table of mails that are taken out one after the other and marked when they are gone.
 * A mail that was taken and never marked, because a machine died, comes up again; its
 * message id is the same, so that a second copy is known as one.
 */
@Transactional
public abstract class OutTray {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12));

    private static final int WORDS = 400;

    private final String table;

    private final JdbcClient jdbc;

    private final Clock clock;

    /**
     * @param table the table of the mails, with columns
     * {@code id, state, not_before, tries,
     * created_at, sent_at, problem}
     */
    protected OutTray(String table, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * It has left.
     * @param shown whether it is only shown here, because there is no mail server
     */
    public void sent(UUID mail, boolean shown) {
        jdbc.sql("update %s set state = :state, sent_at = :now, problem = null where id = :id".formatted(table))
            .param("state", shown ? "SHOWN" : "SENT")
            .param("now", now())
            .param("id", mail)
            .update();
    }

    /**
     * It could not be sent now; it is tried again, later each time, for some twenty
     * hours.
     * @param tries how often it was tried, this time included
     */
    public void failed(UUID mail, int tries, @Nullable String problem) {
        jdbc.sql("update %s set state = :state, problem = :problem, not_before = :next where id = :id".formatted(table))
            .param("state", tries > PATIENCE.size() ? "FAILED" : "WAITING")
            .param("problem", cut(problem))
            .param("next", now().plus(PATIENCE.get(Math.clamp(tries, 1, PATIENCE.size()) - 1)))
            .param("id", mail)
            .update();
    }

    /** The address does not work, as a mail server or a person says. */
    public void bounced(UUID mail, @Nullable String problem) {
        end(mail, "BOUNCED", problem);
    }

    /** It is not tried any more. */
    protected void end(UUID mail, String state, @Nullable String problem) {
        jdbc.sql("update %s set state = :state, problem = :problem where id = :id".formatted(table))
            .param("state", state)
            .param("problem", cut(problem))
            .param("id", mail)
            .update();
    }

    /**
     * Takes mails that are due; nobody else gets them for ten minutes.
     * @param read what is read of them, from the rows {@code m}
     * @param most how many at once
     */
    protected StatementSpec taking(String read, int most) {
        return jdbc.sql("""
                with taken as (
                    select id from %1$s where state = 'WAITING' and not_before <= :now
                     order by not_before, id limit :most for update skip locked),
                m as (
                    update %1$s m set tries = tries + 1, not_before = :lease from taken
                     where m.id = taken.id returning m.*)
                """.formatted(table) + read).param("now", now()).param("lease", now().plus(LEASE)).param("most", most);
    }

    /**
     * A page of the mails {@code m}, the newest first.
     * @param read what is read of them, up to {@code where}
     * @param place where a mail stands, see {@link Cursor#after}
     */
    protected <M> Slice<M> newestFirst(String read, String where, Map<String, Object> params, int size,
            @Nullable String cursor, RowMapper<M> row, Function<M, String> place) {
        var asked = new HashMap<>(params);
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            asked.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            asked.put("after", requireNonNull(from.uuid(1)));
        }
        var rows = jdbc
            .sql(read + " where " + where + (from == null ? "" : " and (m.created_at, m.id) < (:at, :after)")
                    + " order by m.created_at desc, m.id desc limit " + (size + 1))
            .params(asked)
            .query(row)
            .list();
        return Slice.forward(rows, size, place);
    }

    protected OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String cut(@Nullable String problem) {
        var text = problem == null ? "" : problem.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > WORDS ? text.substring(0, WORDS) : text;
    }

}
