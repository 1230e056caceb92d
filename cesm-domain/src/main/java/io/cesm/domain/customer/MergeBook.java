package io.cesm.domain.customer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records were merged into one; the caller has made sure that it is in reach. */
@Component
public class MergeBook {

    private final JdbcClient jdbc;

    MergeBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Merged> into(UUID survivor) {
        return jdbc
            .sql("""
                    select m.id, m.absorbed_id, coalesce(c.name, k.name), c.number, m.at, s.name, m.undone_at
                      from merge_log m left join customer c on c.id = m.absorbed_id left join contact k on k.id = m.absorbed_id
                      left join staff s on s.id = m.merged_by
                     where m.survivor_id = :survivor order by m.at desc, m.id desc""")
            .param("survivor", survivor)
            .query((rs, i) -> {
                var undone = rs.getObject(7, OffsetDateTime.class);
                return new Merged(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3),
                        rs.getString(4), rs.getObject(5, OffsetDateTime.class).toInstant(), rs.getString(6),
                        undone == null ? null : undone.toInstant());
            })
            .list();
    }

    /** A merge that was made. */
    public record Merged(UUID id, UUID absorbed, String name, @Nullable String number, Instant at, @Nullable String by,
            @Nullable Instant undoneAt) {
    }

}
