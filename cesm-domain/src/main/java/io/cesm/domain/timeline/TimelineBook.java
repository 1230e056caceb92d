package io.cesm.domain.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the timeline, newest first. Who may read a record may read its timeline; the
 * caller has made sure of that.
 */
@Component
public class TimelineBook {

    private static final TypeReference<Map<String, Change.Values>> CHANGES = new TypeReference<>() {
    };

    private static final String COLUMNS = """
            select id, at, actor_id, actor_name, actor_kind, channel, address, subject_type, subject_id, subject_name,
                   customer_id, action, changes, note
              from timeline_entry where\s""";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    TimelineBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What happened to one record. */
    public Slice<TimelineRow> of(UUID subject, int size, @Nullable String cursor) {
        return asking(subject, size, cursor).ask(jdbc);
    }

    /** The same as a question. */
    public Question<Slice<TimelineRow>> asking(UUID subject, int size, @Nullable String cursor) {
        return read("subject_id = :of", Map.of("of", subject), size, cursor);
    }

    /** What happened to a customer and all records that belong to it. */
    public Slice<TimelineRow> ofCustomer(UUID customer, int size, @Nullable String cursor) {
        return askingOfCustomer(customer, size, cursor).ask(jdbc);
    }

    /** The same as a question. */
    public Question<Slice<TimelineRow>> askingOfCustomer(UUID customer, int size, @Nullable String cursor) {
        return read("customer_id = :of", Map.of("of", customer), size, cursor);
    }

    /** The searchable log of everything. */
    public Slice<TimelineRow> log(LogFilter filter, int size, @Nullable String cursor) {
        Map<String, Object> params = new HashMap<>();
        return read(filter.sql(params), params, size, cursor).ask(jdbc);
    }

    private Question<Slice<TimelineRow>> read(String where, Map<String, Object> params, int size,
            @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var all = new HashMap<String, @Nullable Object>(params);
        var after = "";
        if (from != null) {
            after = " and (at, id) < (:at, :id)";
            all.put("at", Objects.requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            all.put("id", from.uuid(1));
        }
        return new Question<>(COLUMNS + where + after + " order by at desc, id desc limit " + (size + 1), all,
                rs -> Slice.forward(rows(rs), size, it -> Cursor.after(it.at(), it.id())));
    }

    private List<TimelineRow> rows(ResultSet rs) throws SQLException {
        var rows = new ArrayList<TimelineRow>();
        while (rs.next()) {
            rows.add(row(rs));
        }
        return rows;
    }

    private TimelineRow row(ResultSet rs) throws SQLException {
        Instant at = rs.getObject("at", OffsetDateTime.class).toInstant();
        return new TimelineRow(rs.getObject("id", UUID.class), at, rs.getObject("actor_id", UUID.class),
                rs.getString("actor_name"), rs.getString("actor_kind"), rs.getString("channel"),
                rs.getString("address"), rs.getString("subject_type"), rs.getObject("subject_id", UUID.class),
                rs.getString("subject_name"), rs.getObject("customer_id", UUID.class), rs.getString("action"),
                json.readValue(rs.getString("changes"), CHANGES), rs.getString("note"));
    }

}
