package io.cesm.domain.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a person's notices, newest first. */
@Component
public class NoticeBook {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final JsonMapper json;

    NoticeBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Unread notices, counted up to 100. */
    public int unread(StaffId staff) {
        return jdbc
            .sql("select count(*) from (select 1 from notice where staff_id = ? and read_at is null limit 100) n")
            .param(staff.id())
            .query(Integer.class)
            .single();
    }

    public Slice<NoticeRow> of(StaffId staff, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("staff", staff.id());
        var after = "";
        if (from != null) {
            after = " and (at, id) < (:at, :id)";
            params.put("at", Objects.requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("id", from.uuid(1));
        }
        var rows = jdbc
            .sql("select id, at, kind, subject_type, subject_id, subject_name, details, read_at from notice"
                    + " where staff_id = :staff" + after + " order by at desc, id desc limit " + (size + 1))
            .params(params)
            .query(this::row)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.at(), it.id()));
    }

    NoticeRow row(ResultSet rs, int i) throws SQLException {
        var read = rs.getObject("read_at", OffsetDateTime.class);
        return new NoticeRow(rs.getObject("id", UUID.class), rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("kind"), rs.getString("subject_type"), rs.getObject("subject_id", UUID.class),
                rs.getString("subject_name"), json.readValue(rs.getString("details"), DETAILS),
                read == null ? null : read.toInstant());
    }

}
