package io.cesm.domain.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.table.TableKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The exports there are, as rows of the database. */
@Component
class Exports {

    private final JdbcClient jdbc;

    private final JsonMapper json;

    Exports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ExportView it) {
        jdbc.sql("""
                insert into export_job (id, kind, form, filters, language, state, file_name, created_by, created_at,
                       expires_at)
                values (:id, :kind, :form, cast(:filters as jsonb), :language, :state, :name, :by, :at, :until)""")
            .param("id", it.id().id())
            .param("kind", it.kind())
            .param("form", it.form().name())
            .param("filters", json.writeValueAsString(it.filters()))
            .param("language", it.locale().toLanguageTag())
            .param("state", it.state().name())
            .param("name", it.fileName())
            .param("by", it.createdBy())
            .param("at", utc(it.createdAt()))
            .param("until", utc(it.expiresAt()))
            .update();
    }

    Optional<ExportView> find(ExportId id) {
        return jdbc.sql("select * from export_job where id = ?").param(id.id()).query(this::view).optional();
    }

    /** The export as it is, and nobody else changes it until this transaction ends. */
    Optional<ExportView> lock(ExportId id) {
        return jdbc.sql("select * from export_job where id = ? for update").param(id.id()).query(this::view).optional();
    }

    List<ExportView> of(UUID staff, @Nullable UUID before, int size) {
        return jdbc
            .sql("select * from export_job where created_by = :by and (cast(:before as uuid) is null or id < :before)"
                    + " order by id desc limit :size")
            .param("by", staff)
            .param("before", before)
            .param("size", size)
            .query(this::view)
            .list();
    }

    boolean isBusy(UUID staff) {
        return jdbc
            .sql("select exists (select 1 from export_job where created_by = ? and state in ('WAITING', 'RUNNING'))")
            .param(staff)
            .query(Boolean.class)
            .single();
    }

    long askedSince(UUID staff, Instant since) {
        return jdbc.sql("select count(*) from export_job where created_by = ? and created_at > ?")
            .params(staff, utc(since))
            .query(Long.class)
            .single();
    }

    /**
     * Begins the work, or begins it again after it broke off, unless too many are at
     * work.
     */
    boolean begin(ExportId id, long rows, int together, Instant at) {
        jdbc.sql("delete from export_part where export_id = ?").param(id.id()).update();
        return jdbc.sql("""
                update export_job set state = 'RUNNING', started_at = :at, rows_total = :rows, rows_done = 0
                 where id = :id and (state = 'RUNNING' or state = 'WAITING'
                       and (select count(*) from export_job where state = 'RUNNING') < :together)""")
            .param("id", id.id())
            .param("rows", rows)
            .param("together", together)
            .param("at", utc(at))
            .update() == 1;
    }

    /** Says how far the work is; false if the export was taken away meanwhile. */
    boolean reached(ExportId id, long rows) {
        return jdbc.sql("update export_job set rows_done = ? where id = ? and state = 'RUNNING'")
            .params(rows, id.id())
            .update() == 1;
    }

    void enter(ExportId id, ExportState state, @Nullable Long size, Instant at, Instant until) {
        jdbc.sql("""
                update export_job set state = :state, file_size = coalesce(cast(:size as bigint), file_size),
                       finished_at = :at, expires_at = :until,
                       rows_total = case when :state = 'READY' then rows_done else rows_total end
                 where id = :id""")
            .param("id", id.id())
            .param("state", state.name())
            .param("size", size)
            .param("at", utc(at))
            .param("until", utc(until))
            .update();
    }

    void remove(ExportId id) {
        jdbc.sql("delete from export_job where id = ?").param(id.id()).update();
    }

    int sweep(Instant now) {
        return jdbc.sql("delete from export_job where expires_at < ?").param(utc(now)).update();
    }

    void dropParts(ExportId id) {
        jdbc.sql("delete from export_part where export_id = ?").param(id.id()).update();
    }

    void addPart(ExportId id, int n, byte[] content) {
        jdbc.sql("insert into export_part (export_id, n, content) values (?, ?, ?)")
            .params(id.id(), n, content)
            .update();
    }

    byte @Nullable [] part(ExportId id, int n) {
        return jdbc.sql("select content from export_part where export_id = ? and n = ?")
            .params(id.id(), n)
            .query(byte[].class)
            .optional()
            .orElse(null);
    }

    private ExportView view(ResultSet rs, int index) throws SQLException {
        return new ExportView(new ExportId(rs.getObject("id", UUID.class)), rs.getString("kind"),
                TableKind.valueOf(rs.getString("form")),
                json.readValue(rs.getString("filters"), new TypeReference<LinkedHashMap<String, List<String>>>() {
                }), Locale.forLanguageTag(rs.getString("language")), ExportState.valueOf(rs.getString("state")),
                rs.getString("file_name"), rs.getObject("file_size", Long.class),
                rs.getObject("rows_total", Long.class), rs.getLong("rows_done"), rs.getObject("created_by", UUID.class),
                Objects.requireNonNull(instant(rs, "created_at")), instant(rs, "started_at"),
                instant(rs, "finished_at"), Objects.requireNonNull(instant(rs, "expires_at")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

}
