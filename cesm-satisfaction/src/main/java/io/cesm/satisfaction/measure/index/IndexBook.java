package io.cesm.satisfaction.measure.index;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads published indices; they are no secret, so all staff may. */
@Service
@Transactional(readOnly = true)
public class IndexBook {

    private static final String RANK = "rank() over (partition by x.wave_id order by case when s.best > s.worst then -x.score else x.score end)";

    private final JdbcClient jdbc;

    IndexBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public IndexDetails require(IndexId id) {
        return jdbc.sql("select * from index_series where id = ?")
            .param(id.id())
            .query(IndexBook::details)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    IndexDetails lock(IndexId id) {
        return jdbc.sql("select * from index_series where id = ? for update")
            .param(id.id())
            .query(IndexBook::details)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    Optional<IndexDetails> find(String number) {
        return jdbc.sql("select * from index_series where number = ?")
            .param(number)
            .query(IndexBook::details)
            .optional();
    }

    /** Indices, changed last first. */
    public Slice<IndexRow> slice(@Nullable String words, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var rows = jdbc
            .sql("""
                    select s.*, r.labels[1] as last, r.scores[1] as score, r.ranks[1] as rank, r.sizes[1] as of, r.ranks[2] as before
                      from index_series s
                      left join lateral (
                           select array_agg(label) as labels, array_agg(score) as scores, array_agg(rank) as ranks, array_agg(size) as sizes
                             from (select w.label, z.score, z.rank, z.size
                                     from (select * from index_wave w where w.series_id = s.id order by w.published_on desc, w.label desc limit 2) w
                                     join lateral (select x.brand, x.score, %s as rank, count(*) over () as size
                                                     from index_score x where x.wave_id = w.id) z on z.brand = s.our_name
                                    order by w.published_on desc, w.label desc) two) r on true
                     where (cast(:words as text) is null or s.name ilike :words or s.publisher ilike :words or s.number ilike :words)
                       and (cast(:at as timestamptz) is null or (s.changed_at, s.id) < (:at, cast(:after as uuid)))
                     order by s.changed_at desc, s.id desc limit :limit"""
                .formatted(RANK))
            .param("words",
                    words == null || words.isBlank() ? null
                            : "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
            .param("at", from == null ? null : requireNonNull(from.instant(0)).atOffset(java.time.ZoneOffset.UTC))
            .param("after", from == null ? null : from.uuid(1))
            .param("limit", size + 1)
            .query((rs, i) -> new IndexRow(new IndexId(rs.getObject("id", UUID.class)), rs.getString("number"),
                    rs.getString("name"), rs.getString("publisher"), rs.getString("industry"), rs.getString("last"),
                    rs.getBigDecimal("score"), whole(rs, "rank"), whole(rs, "of"), whole(rs, "before"),
                    rs.getObject("changed_at", OffsetDateTime.class).toInstant()))
            .list();
        return Slice.forward(rows, size, row -> Cursor.after(row.changedAt(), row.id().id()));
    }

    private static @Nullable Integer whole(ResultSet rs, String column) throws SQLException {
        int value = rs.getInt(column);
        return rs.wasNull() ? null : value;
    }

    /** All waves of an index, the last first. */
    public List<IndexWave> waves(IndexId id) {
        record Line(UUID wave, String label, LocalDate day, @Nullable String brand, @Nullable BigDecimal score,
                int rank, boolean ours) {
        }
        Map<UUID, List<Line>> lines = new LinkedHashMap<>();
        jdbc.sql(
                """
                        select w.id, w.label, w.published_on, x.brand, x.score, x.brand = s.our_name as ours, %s as rank
                          from index_wave w join index_series s on s.id = w.series_id left join index_score x on x.wave_id = w.id
                         where w.series_id = ?
                         order by w.published_on desc, w.label desc, rank, x.brand"""
                    .formatted(RANK))
            .param(id.id())
            .query((rs, i) -> new Line(rs.getObject("id", UUID.class), rs.getString("label"),
                    rs.getObject("published_on", LocalDate.class), rs.getString("brand"), rs.getBigDecimal("score"),
                    rs.getInt("rank"), rs.getBoolean("ours")))
            .list()
            .forEach(it -> lines.computeIfAbsent(it.wave(), wave -> new ArrayList<>()).add(it));
        return lines.values()
            .stream()
            .map(all -> new IndexWave(all.getFirst().wave(), all.getFirst().label(), all.getFirst().day(),
                    all.stream()
                        .filter(it -> it.brand() != null && it.score() != null)
                        .map(it -> new IndexWave.Place(requireNonNull(it.brand()), requireNonNull(it.score()),
                                it.rank(), it.ours()))
                        .toList()))
            .toList();
    }

    private static IndexDetails details(ResultSet rs, int i) throws SQLException {
        return new IndexDetails(new IndexId(rs.getObject("id", UUID.class)), rs.getString("number"),
                new IndexWish(rs.getString("name"), rs.getString("publisher"), rs.getString("industry"),
                        rs.getString("our_name"), rs.getBigDecimal("worst"), rs.getBigDecimal("best")),
                rs.getLong("version"));
    }

}
