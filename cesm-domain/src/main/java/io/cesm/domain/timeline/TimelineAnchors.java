package io.cesm.domain.timeline;

import java.util.HexFormat;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The ends of the chains, to be kept outside the database: with them even a chain that
 * was cut at its end, or a database put back to yesterday, is found.
 */
@Component
public class TimelineAnchors {

    private final JdbcTemplate jdbc;

    TimelineAnchors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The end of one chain.
     *
     * @param seq number of entries in the lane
     * @param mac signature of the last one, in hexadecimal digits
     */
    public record Anchor(int lane, long seq, String mac) {
    }

    public List<Anchor> now() {
        return jdbc.query("select lane, seq, mac from timeline_head order by lane",
                (rs, i) -> new Anchor(rs.getInt(1), rs.getLong(2), HexFormat.of().formatHex(rs.getBytes(3))));
    }

    /** Whether the entry an anchor speaks of is still there, unchanged. */
    public boolean holds(Anchor anchor) {
        if (anchor.seq() == 0) {
            return true;
        }
        return jdbc
            .queryForList("select mac from timeline_entry where lane = ? and seq = ?", byte[].class, anchor.lane(),
                    anchor.seq())
            .stream()
            .anyMatch(mac -> HexFormat.of().formatHex(mac).equals(anchor.mac()));
    }

}
