package io.cesm.governance.lesson;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.lesson.LessonsLearnt;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looks lessons and articles up, as far as the one who asks may read them. */
@Component
@Transactional(readOnly = true)
public class LessonBook implements LessonsLearnt {

    private static final TypeReference<Map<String, @Nullable String>> VALUES = new TypeReference<>() {
    };

    private static final String ROW = """
            select l.id, l.number, l.kind, l.state, l.title, l.title_en, l.cause_class, l.dimension_code, l.flow,
                   l.product, l.owner_id, o.name as owner_name, l.review_on, l.written_at, l.version,
                   (select count(*) from lesson_action a where a.lesson_id = l.id and a.state = 'OPEN') as open_actions,
                   u.offered, u.opened, u.helped
              from lesson l join staff o on o.id = l.owner_id
             cross join lateral (select count(*) filter (where x.kind = 'OFFERED') as offered,
                                        count(*) filter (where x.kind = 'OPENED') as opened,
                                        count(*) filter (where x.kind = 'HELPED') as helped
                                   from lesson_use x where x.lesson_id = l.id) u
             where\s""";

    private static final String WHOLE = """
            select l.*, o.name as owner_name, d.name as dimension_name, d.name_en as dimension_name_en,
                   w.name as writer_name, r.name as reviewer_name, p.name as publisher_name,
                   u.offered, u.opened, u.helped
              from lesson l join staff o on o.id = l.owner_id
              left join dimension d on d.code = l.dimension_code
              left join staff w on w.id = l.written_by
              left join staff r on r.id = l.reviewed_by
              left join staff p on p.id = l.published_by
             cross join lateral (select count(*) filter (where x.kind = 'OFFERED') as offered,
                                        count(*) filter (where x.kind = 'OPENED') as opened,
                                        count(*) filter (where x.kind = 'HELPED') as helped
                                   from lesson_use x where x.lesson_id = l.id) u
             where l.id = :id and\s""";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final CurrentActor current;

    LessonBook(JdbcClient jdbc, JsonMapper json, CurrentActor current) {
        this.jdbc = jdbc;
        this.json = json;
        this.current = current;
    }

    /** The latest first. */
    public Slice<LessonRow> slice(LessonFilter filter, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var backwards = from != null && from.backwards();
        var asked = condition(filter);
        var sql = new StringBuilder(ROW).append(asked.sql());
        if (from != null) {
            sql.append(" and (l.written_at, l.id) ").append(backwards ? ">" : "<").append(" (:key, :keyId)");
            asked.params().put("key", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            asked.params().put("keyId", from.uuid(1));
        }
        var order = backwards ? " asc" : " desc";
        sql.append(" order by l.written_at").append(order).append(", l.id").append(order);
        var rows = jdbc.sql(sql.append(" limit ").append(size + 1).toString())
            .params(asked.params())
            .query(LessonBook::row)
            .list();
        return Slice.cut(rows, size, from, it -> new Object[] { it.writtenAt(), it.id() });
    }

    /** The latest of a list, as a question. */
    public Question<List<LessonRow>> asking(LessonFilter filter, int most) {
        var asked = condition(filter);
        return new Question<>(ROW + asked.sql() + " order by l.written_at desc, l.id desc limit " + most,
                asked.params(), new RowMapperResultSetExtractor<>(LessonBook::row));
    }

    /** How many there are, counted up to a limit. */
    public int count(LessonFilter filter, int upTo) {
        var asked = condition(filter);
        return jdbc.sql("select count(*) from (select 1 from lesson l where " + asked.sql() + " limit " + upTo + ") n")
            .params(asked.params())
            .query(Integer.class)
            .single();
    }

    private ReadableLessons condition(LessonFilter filter) {
        var readable = ReadableLessons.to(current.actor());
        Map<String, @Nullable Object> params = new LinkedHashMap<>(readable.params());
        List<String> all = new ArrayList<>(List.of(readable.sql()));
        narrow("l.kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name(), all, params);
        narrow("l.state = :state", "state", filter.state() == null ? null : filter.state().name(), all, params);
        narrow("l.cause_class = :cause", "cause", filter.cause() == null ? null : filter.cause().name(), all, params);
        narrow("l.dimension_code = :dimension", "dimension", filter.dimension(), all, params);
        narrow("l.flow = :flow", "flow", filter.flow() == null ? null : filter.flow().name(), all, params);
        narrow("l.owner_id = :owner", "owner", filter.owner() == null ? null : filter.owner().id(), all, params);
        narrow("l.state = 'PUBLISHED' and l.review_on <= :dueBy", "dueBy", filter.dueBy(), all, params);
        narrow("l.search @@ cast(:words as tsquery)", "words", SearchText.query(filter.q()), all, params);
        return new ReadableLessons(String.join(" and ", all), params);
    }

    private static void narrow(String condition, String name, @Nullable Object value, List<String> all,
            Map<String, @Nullable Object> params) {
        if (value != null && !value.equals("")) {
            all.add(condition);
            params.put(name, value);
        }
    }

    /**
     * A lesson the one who asks may read.
     * @throws UnknownThing if there is none
     */
    public LessonDetails require(LessonId id) {
        var readable = ReadableLessons.to(current.actor());
        return jdbc.sql(WHOLE + readable.sql())
            .param("id", id.id())
            .params(readable.params())
            .query((rs, i) -> details(rs))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The lesson with a number people quote. */
    public Optional<LessonId> byNumber(String number) {
        var readable = ReadableLessons.to(current.actor());
        return jdbc.sql("select l.id from lesson l where l.number = :number and " + readable.sql())
            .param("number", number.strip().toUpperCase(Locale.ROOT))
            .params(readable.params())
            .query(UUID.class)
            .optional()
            .map(LessonId::new);
    }

    /** The lessons that go back to a record, drafts among them. */
    public List<LessonRow> of(UUID record) {
        var readable = ReadableLessons.to(current.actor());
        return jdbc
            .sql(ROW + readable.sql()
                    + " and l.id in (select k.lesson_id from lesson_link k where k.record_id = :record)"
                    + " order by l.written_at desc limit 20")
            .params(readable.params())
            .param("record", record)
            .query(LessonBook::row)
            .list();
    }

    @Override
    public List<String> from(UUID record) {
        return jdbc.sql("""
                select l.number from lesson l join lesson_link k on k.lesson_id = l.id
                 where k.record_id = :record and l.state = 'PUBLISHED' order by l.number""")
            .param("record", record)
            .query((rs, i) -> rs.getString(1))
            .list();
    }

    /** Every wording it had, the latest first, with what changed. */
    public List<LessonDetails.Version> versions(LessonId id) {
        require(id);
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        List<LessonDetails.Version> versions = new ArrayList<>();
        for (var each : kept(id)) {
            Map<String, LessonDetails.Changed> changes = new LinkedHashMap<>();
            each.content().forEach((field, value) -> {
                if (!Objects.equals(before.get(field), value)) {
                    changes.put(field, new LessonDetails.Changed(before.get(field), value));
                }
            });
            versions.addFirst(new LessonDetails.Version(each.no(), each.at(), each.name(), each.note(), changes));
            before.clear();
            before.putAll(each.content());
        }
        return versions;
    }

    private record Kept(int no, Instant at, @Nullable String name, @Nullable String note,
            Map<String, @Nullable String> content) {
    }

    private List<Kept> kept(LessonId id) {
        return jdbc
            .sql("""
                    select v.no, v.at, s.name, v.note, v.content from lesson_version v left join staff s on s.id = v.staff_id
                     where v.lesson_id = :id order by v.no limit 200""")
            .param("id", id.id())
            .query((rs, i) -> new Kept(rs.getInt(1), requireNonNull(instant(rs, "at")), rs.getString(3),
                    rs.getString(4), json.readValue(rs.getString(5), VALUES)))
            .list();
    }

    private LessonDetails details(ResultSet rs) throws SQLException {
        var id = new LessonId(rs.getObject("id", UUID.class));
        var links = links(id);
        var shown = links.stream().filter(LinkRow::seen).map(LinkRow::link).toList();
        return new LessonDetails(id, rs.getString("number"), LessonState.valueOf(rs.getString("state")), content(rs),
                rs.getString("dimension_name"), rs.getString("dimension_name_en"), rs.getString("owner_name"),
                rs.getInt("content_version"), requireNonNull(instant(rs, "written_at")), staff(rs, "written_by"),
                rs.getString("writer_name"), staff(rs, "changed_by"), instant(rs, "reviewed_at"),
                rs.getString("reviewer_name"), instant(rs, "published_at"), rs.getString("publisher_name"),
                instant(rs, "retired_at"), rs.getString("retired_because"),
                new LessonDetails.Uses(rs.getLong("offered"), rs.getLong("opened"), rs.getLong("helped")), shown,
                links.size() - shown.size(), actions(id), rs.getLong("version"));
    }

    private record LinkRow(LessonDetails.Link link, boolean seen) {
    }

    /** The records a lesson goes back to, and whether the reader sees their customers. */
    private List<LinkRow> links(LessonId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("select k.kind, k.record_id, k.number, coalesce("
                    + " (select true from complaint c where c.id = k.record_id and " + scope.sql("c.customer_id") + "),"
                    + " (select true from expectation e where e.id = k.record_id and " + scope.sql("e.customer_id")
                    + "), (select true from top_issue_customer t where t.issue_id = k.record_id and "
                    + scope.sql("t.customer_id")
                    + " limit 1), false) as seen from lesson_link k where k.lesson_id = :id order by k.linked_at")
            .param("id", id.id())
            .params(scope.params())
            .query((rs,
                    i) -> new LinkRow(new LessonDetails.Link(LessonLinkKind.valueOf(rs.getString(1)),
                            rs.getObject(2, UUID.class), rs.getString(3)), rs.getBoolean(4)))
            .list();
    }

    private List<LessonDetails.Action> actions(LessonId id) {
        return jdbc
            .sql(TrackingLessonChanges.SELECT + " where a.lesson_id = :id order by a.state <> 'OPEN', a.due_on, a.id")
            .param("id", id.id())
            .query(TrackingLessonChanges::action)
            .list();
    }

    static LessonContent content(ResultSet rs) throws SQLException {
        var cause = rs.getString("cause_class");
        var flow = rs.getString("flow");
        return new LessonContent(LessonKind.valueOf(rs.getString("kind")), rs.getString("title"),
                rs.getString("title_en"), rs.getString("happened"), rs.getString("happened_en"),
                cause == null ? null : CauseClass.valueOf(cause), rs.getString("root_cause"),
                rs.getString("root_cause_en"), rs.getString("differently"), rs.getString("differently_en"),
                rs.getString("dimension_code"), flow == null ? null : Flow.valueOf(flow), rs.getString("product"),
                rs.getString("touch_point"), Arrays.asList((String[]) rs.getArray("keywords").getArray()),
                Arrays.stream((String[]) rs.getArray("audience").getArray())
                    .map(Role::valueOf)
                    .collect(Collectors.toSet()),
                new StaffId(rs.getObject("owner_id", UUID.class)), rs.getObject("review_on", LocalDate.class),
                rs.getString("unchanged_because"));
    }

    private static LessonRow row(ResultSet rs, int i) throws SQLException {
        var cause = rs.getString("cause_class");
        var flow = rs.getString("flow");
        return new LessonRow(new LessonId(rs.getObject("id", UUID.class)), rs.getString("number"),
                LessonKind.valueOf(rs.getString("kind")), LessonState.valueOf(rs.getString("state")),
                rs.getString("title"), rs.getString("title_en"), cause == null ? null : CauseClass.valueOf(cause),
                rs.getString("dimension_code"), flow == null ? null : Flow.valueOf(flow), rs.getString("product"),
                rs.getObject("owner_id", UUID.class), rs.getString("owner_name"),
                rs.getObject("review_on", LocalDate.class), rs.getInt("open_actions"), rs.getLong("offered"),
                rs.getLong("opened"), rs.getLong("helped"), requireNonNull(instant(rs, "written_at")),
                rs.getLong("version"));
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable StaffId staff(ResultSet rs, String column) throws SQLException {
        var id = rs.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

}
