package io.cesm.domain.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walks the chains and names the first entry that was changed, put in, moved or taken
 * out.
 */
@Component
public class TimelineVerifier {

    private static final String ENTRIES = """
            select id, lane, seq, at, actor_id, actor_name, actor_kind, channel, address, subject_type, subject_id,
                   subject_name, customer_id, action, changes, note, mac
              from timeline_entry where lane = ? order by seq""";

    private final JdbcTemplate jdbc;

    private final ChainKey key;

    TimelineVerifier(JdbcTemplate jdbc, ChainKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** What a walk found. */
    public record Finding(long checked, @Nullable Break firstBreak) {

        public boolean intact() {
            return firstBreak == null;
        }

    }

    /**
     * Where a chain is broken.
     *
     * @param seq place in the lane
     * @param entry the entry found there, null if one is missing
     */
    public record Break(int lane, long seq, @Nullable UUID entry, @Nullable OffsetDateTime at) {
    }

    /** Walks all lanes; streams, so memory does not grow with the log. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding verify() {
        long checked = 0;
        for (int lane = 0; lane < TimelineWriter.LANES; lane++) {
            var walk = new Walk(lane);
            int its = lane;
            jdbc.query(connection -> {
                var statement = connection.prepareStatement(ENTRIES);
                statement.setInt(1, its);
                statement.setFetchSize(2_000);
                return statement;
            }, (RowCallbackHandler) walk::accept);
            walk.compareWithHead();
            checked += walk.seq;
            var broken = walk.broken.get();
            if (broken != null) {
                return new Finding(checked, broken);
            }
        }
        return new Finding(checked, null);
    }

    private final class Walk {

        private final int lane;

        private final AtomicReference<@Nullable Break> broken = new AtomicReference<>();

        private long seq;

        private byte[] mac = new byte[0];

        private Walk(int lane) {
            this.lane = lane;
        }

        void accept(ResultSet rs) throws SQLException {
            if (broken.get() != null) {
                return;
            }
            var at = rs.getObject("at", OffsetDateTime.class);
            var entry = entry(rs, at);
            mac = key.sign(mac, entry.content());
            seq++;
            if (entry.seq() != seq) {
                broken.set(new Break(lane, seq, null, null));
            }
            else if (!Arrays.equals(mac, rs.getBytes("mac"))) {
                broken.set(new Break(lane, seq, entry.id(), at));
            }
        }

        void compareWithHead() {
            Long head = jdbc.queryForObject("select seq from timeline_head where lane = ?", Long.class, lane);
            if (broken.get() == null && head != null && head > seq) {
                broken.set(new Break(lane, seq + 1, null, null));
            }
        }

        private Entry entry(ResultSet rs, OffsetDateTime at) throws SQLException {
            return new Entry(rs.getObject("id", UUID.class), rs.getInt("lane"), rs.getLong("seq"), at.toInstant(),
                    rs.getObject("actor_id", UUID.class), rs.getString("actor_name"), rs.getString("actor_kind"),
                    rs.getString("channel"), rs.getString("address"), rs.getString("subject_type"),
                    rs.getObject("subject_id", UUID.class), rs.getString("subject_name"),
                    rs.getObject("customer_id", UUID.class), rs.getString("action"), rs.getString("changes"),
                    rs.getString("note"));
        }

    }

}
