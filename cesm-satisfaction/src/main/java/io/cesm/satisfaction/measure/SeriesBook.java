package io.cesm.satisfaction.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads series of agency waves; they name no customer, so all staff may.
 */
@Service
@Transactional(readOnly = true)
public class SeriesBook {

    private static final String SELECT = "select s.*, o.name as owner from agency_series s left join staff o on o.id = s.owner_id";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    SeriesBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public SeriesDetails require(SeriesId id) {
        return jdbc.sql(SELECT + " where s.id = ?")
            .param(id.id())
            .query(this::details)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    Optional<SeriesDetails> find(String number) {
        return jdbc.sql(SELECT + " where s.number = ?").param(number).query(this::details).optional();
    }

    SeriesDetails lock(SeriesId id) {
        return jdbc.sql(SELECT + " where s.id = ? for update of s")
            .param(id.id())
            .query(this::details)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Numbers of the series changed last. */
    List<String> numbers(int most) {
        return jdbc.sql("select number from agency_series order by changed_at desc, id desc limit ?")
            .param(most)
            .query((rs, i) -> rs.getString(1))
            .list();
    }

    /** Series, changed last first. */
    public Slice<SeriesRow> slice(@Nullable String words, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var at = from == null ? null : requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC);
        var rows = jdbc
            .sql("""
                    select s.id, s.number, s.name, s.agency, s.changed_at,
                           (select count(*) from jsonb_array_elements(s.codebook) c
                             where c ->> 'kind' in ('NPS', 'CSAT', 'CES', 'RATING', 'IMPORTANCE', 'SINGLE', 'MULTI', 'NUMBER', 'TEXT')) as items,
                           (select count(*) from agency_wave w where w.series_id = s.id) as waves, l.label, l.closes_on
                      from agency_series s
                      left join lateral (select w.label, v.closes_on from agency_wave w join survey v on v.id = w.survey_id
                                          where w.series_id = s.id order by v.closes_on desc nulls last, w.label desc limit 1) l on true
                     where (cast(:words as text) is null or s.name ilike :words or s.agency ilike :words or s.number ilike :words)
                       and (cast(:at as timestamptz) is null or (s.changed_at, s.id) < (:at, cast(:after as uuid)))
                     order by s.changed_at desc, s.id desc
                     limit :limit""")
            .param("words",
                    words == null || words.isBlank() ? null
                            : "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
            .param("at", at)
            .param("after", from == null ? null : from.uuid(1))
            .param("limit", size + 1)
            .query((rs, i) -> new SeriesRow(new SeriesId(rs.getObject("id", UUID.class)), rs.getString("number"),
                    rs.getString("name"), rs.getString("agency"), rs.getInt("items"), rs.getInt("waves"),
                    rs.getString("label"), rs.getObject("closes_on", LocalDate.class),
                    rs.getObject("changed_at", OffsetDateTime.class).toInstant()))
            .list();
        return Slice.forward(rows, size, row -> Cursor.after(row.changedAt(), row.id().id()));
    }

    /** The waves of a series, the last first. */
    public List<WaveRow> waves(SeriesId id) {
        return jdbc
            .sql("""
                    select v.id, v.number, w.label, v.opens_on, v.closes_on, q.number as version,
                           a.answers, round(a.effective, 1) as effective
                      from agency_wave w
                      join survey v on v.id = w.survey_id
                      join questionnaire_version q on q.id = v.version_id
                      left join lateral (select count(*) as answers, sum(r.weight) * sum(r.weight) / nullif(sum(r.weight * r.weight), 0) as effective
                                           from counting_answer r where r.survey_id = v.id) a on true
                     where w.series_id = ?
                     order by v.closes_on desc nulls last, w.label desc""")
            .param(id.id())
            .query((rs, i) -> new WaveRow(rs.getObject("id", UUID.class), rs.getString("number"), rs.getString("label"),
                    rs.getObject("opens_on", LocalDate.class), rs.getObject("closes_on", LocalDate.class),
                    rs.getInt("version"), rs.getLong("answers"), rs.getBigDecimal("effective")))
            .list();
    }

    private SeriesDetails details(ResultSet rs, int i) throws SQLException {
        var about = new SeriesWish(rs.getString("name"), rs.getString("agency"), rs.getString("language"),
                SurveyKind.valueOf(rs.getString("kind")), Anonymity.valueOf(rs.getString("anonymity")),
                rs.getBoolean("use_for_appraisal"));
        return new SeriesDetails(new SeriesId(rs.getObject("id", UUID.class)), rs.getString("number"), about,
                codebook(rs.getString("codebook")), headers(rs.getString("headers")),
                rs.getObject("questionnaire_id", UUID.class), rs.getString("owner"), rs.getLong("version"));
    }

    Codebook codebook(String text) {
        return new Codebook(json.readValue(text, new TypeReference<List<CodebookColumn>>() {
        }));
    }

    String text(Object value) {
        return json.writeValueAsString(value);
    }

    private Map<String, String> headers(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {
        });
    }

}
