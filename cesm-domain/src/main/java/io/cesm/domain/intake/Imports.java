package io.cesm.domain.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.intake.ImportView.Counts;
import io.cesm.domain.table.TableFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports there are, as rows of the database. */
@Component
class Imports {

    private final JdbcClient jdbc;

    private final JsonMapper json;

    Imports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ImportView it) {
        jdbc.sql("""
                insert into import_job (id, number, kind, state, file_name, file_size, format, confidence, mark, sheets,
                       header, mapping, settings, remembered, created_by, created_at, touched_at, version)
                values (:id, :number, :kind, :state, :name, :size, cast(:format as jsonb), :confidence, :mark,
                       cast(:sheets as jsonb), cast(:header as jsonb), cast(:mapping as jsonb),
                       cast(:settings as jsonb), :remembered, :by, :at, :at, 0)""")
            .param("id", it.id().id())
            .param("number", it.number())
            .param("kind", it.kind())
            .param("state", it.state().name())
            .param("name", it.fileName())
            .param("size", it.fileSize())
            .params(read(it.format(), it.confidence(), it.mark(), it.sheets(), it.header()))
            .params(understood(it.mapping(), it.settings(), it.remembered()))
            .param("by", it.createdBy())
            .param("at", it.createdAt().atOffset(ZoneOffset.UTC))
            .update();
    }

    private Map<String, Object> read(TableFormat format, int confidence, boolean mark, List<String> sheets,
            List<String> header) {
        return Map.of("format", json.writeValueAsString(format), "confidence", confidence, "mark", mark, "sheets",
                json.writeValueAsString(sheets), "header", json.writeValueAsString(header));
    }

    private Map<String, Object> understood(Map<Integer, String> mapping, Map<String, String> settings,
            boolean remembered) {
        return Map.of("mapping", json.writeValueAsString(mapping), "settings", json.writeValueAsString(settings),
                "remembered", remembered);
    }

    /** Takes back what was tried, because the file is understood differently now. */
    void understand(ImportView it) {
        jdbc.sql("""
                update import_job set state = 'UPLOADED', format = cast(:format as jsonb), confidence = :confidence,
                       mark = :mark, sheets = cast(:sheets as jsonb), header = cast(:header as jsonb),
                       mapping = cast(:mapping as jsonb), settings = cast(:settings as jsonb), remembered = :remembered,
                       rows_total = null, version = version + 1
                 where id = :id""")
            .param("id", it.id().id())
            .params(read(it.format(), it.confidence(), it.mark(), it.sheets(), it.header()))
            .params(understood(it.mapping(), it.settings(), it.remembered()))
            .update();
        clear(it.id());
    }

    /** Begins anew to count. */
    void clear(ImportId id) {
        jdbc.sql("delete from import_row where import_id = ?").param(id.id()).update();
        jdbc.sql("""
                update import_job set last_row = 0, rows_done = 0, created = 0, changed = 0, unchanged = 0, refused = 0,
                       alike = 0, left_out = 0, failure = null where id = ?""").param(id.id()).update();
    }

    void enter(ImportId id, ImportState state, Instant at) {
        jdbc.sql("""
                update import_job set state = :state, touched_at = :at, version = version + 1, cancel_wished = false,
                       started_at = case when :state = 'RUNNING' then coalesce(started_at, :at) else started_at end,
                       finished_at = case when :state in ('DONE', 'CANCELLED', 'FAILED') then :at end,
                       rows_total = case when :state in ('CHECKED', 'DONE') then rows_done else rows_total end
                 where id = :id""")
            .param("id", id.id())
            .param("state", state.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    }

    void fail(ImportId id, RowProblem why) {
        jdbc.sql("update import_job set failure = cast(? as jsonb) where id = ?")
            .params(json.writeValueAsString(why), id.id())
            .update();
    }

    void sized(ImportId id, long size) {
        jdbc.sql("update import_job set file_size = ? where id = ?").params(size, id.id()).update();
    }

    void wishCancel(ImportId id) {
        jdbc.sql("update import_job set cancel_wished = true where id = ?").param(id.id()).update();
    }

    void skipAlike(ImportId id, boolean skip) {
        jdbc.sql("update import_job set skip_alike = ? where id = ?").params(skip, id.id()).update();
    }

    void remove(ImportId id) {
        jdbc.sql("delete from import_job where id = ?").param(id.id()).update();
    }

    Optional<ImportView> find(ImportId id) {
        return jdbc.sql("select * from import_job where id = ?").param(id.id()).query(this::view).optional();
    }

    /** The import as it is, and nobody else changes it until this transaction ends. */
    Optional<ImportView> lock(ImportId id) {
        return jdbc.sql("select * from import_job where id = ? for update").param(id.id()).query(this::view).optional();
    }

    List<ImportView> of(UUID staff, @Nullable UUID before, int size) {
        return jdbc
            .sql("select * from import_job where created_by = :by and (cast(:before as uuid) is null or id < :before)"
                    + " order by id desc limit :size")
            .param("by", staff)
            .param("before", before)
            .param("size", size)
            .query(this::view)
            .list();
    }

    long broughtSince(UUID staff, Instant since) {
        return jdbc.sql("select count(*) from import_job where created_by = ? and created_at > ?")
            .params(staff, since.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    }

    boolean isBusy(UUID staff) {
        return jdbc
            .sql("select exists (select 1 from import_job where created_by = ? and state in ('CHECKING', 'RUNNING'))")
            .param(staff)
            .query(Boolean.class)
            .single();
    }

    /** Drafts that nobody came back to, and files of imports long finished. */
    int sweep(Instant draftsBefore, Instant filesBefore) {
        int drafts = jdbc.sql("delete from import_job where state in ('UPLOADED', 'CHECKED') and touched_at < ?")
            .param(draftsBefore.atOffset(ZoneOffset.UTC))
            .update();
        return drafts + jdbc.sql("""
                delete from import_part where import_id in
                    (select id from import_job where state in ('DONE', 'CANCELLED', 'FAILED') and finished_at < ?)""")
            .param(filesBefore.atOffset(ZoneOffset.UTC))
            .update();
    }

    private ImportView view(ResultSet rs, int index) throws SQLException {
        var counts = new Counts(rs.getLong("rows_done"), rs.getLong("created"), rs.getLong("changed"),
                rs.getLong("unchanged"), rs.getLong("refused"), rs.getLong("alike"), rs.getLong("left_out"));
        var failure = rs.getString("failure");
        return new ImportView(new ImportId(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("kind"), ImportState.valueOf(rs.getString("state")), rs.getString("file_name"),
                rs.getLong("file_size"), json.readValue(rs.getString("format"), TableFormat.class),
                rs.getInt("confidence"), rs.getBoolean("mark"), texts(rs.getString("sheets")),
                texts(rs.getString("header")), mapping(rs.getString("mapping")), settings(rs.getString("settings")),
                rs.getBoolean("remembered"), rs.getObject("rows_total", Long.class), rs.getLong("last_row"), counts,
                rs.getBoolean("skip_alike"), rs.getBoolean("cancel_wished"),
                failure == null ? null : json.readValue(failure, RowProblem.class),
                rs.getObject("created_by", UUID.class), Objects.requireNonNull(instant(rs, "created_at")),
                instant(rs, "started_at"), instant(rs, "finished_at"), rs.getLong("version"));
    }

    private List<String> texts(String text) {
        return json.readValue(text, new TypeReference<List<String>>() {
        });
    }

    Map<Integer, String> mapping(String text) {
        return json.readValue(text, new TypeReference<LinkedHashMap<Integer, String>>() {
        });
    }

    Map<String, String> settings(String text) {
        return json.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {
        });
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

}
