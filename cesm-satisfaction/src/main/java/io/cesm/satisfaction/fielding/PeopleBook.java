package io.cesm.satisfaction.fielding;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.Anonymity;

/**
 * Everybody in the frame of a survey with what became of them, in one statement, of the
 * reader's customers. Who answered is not told where the survey promised so.
 */
@Component
@Transactional(readOnly = true)
public class PeopleBook {

    static final String LATE = "(f.source <> 'EVENT' and s.state <> 'DRAFT' and s.opens_on is not null"
            + " and f.added_at >= (s.opens_on + 1) at time zone 'Asia/Shanghai')";

    static final String CHANGED = "exists (select 1 from contact_point p where p.contact_id = f.contact_id"
            + " and p.kind = 'EMAIL' and not p.former and f.invitation_id is not null"
            + " and p.created_at between f.added_at - interval '30 days' and coalesce(i.sent_at, f.outcome_at)"
            + " and p.created_at > k.created_at + interval '1 day')";

    private static final String FROM = """
            from survey_frame f
            join survey s on s.id = f.survey_id
            join contact k on k.id = f.contact_id
            join customer c on c.id = f.customer_id
            left join survey_invitation i on i.id = f.invitation_id
            where\s""";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    PeopleBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    public Slice<PersonRow> slice(SurveyId survey, PeopleFilter filter, int size, @Nullable String cursor) {
        Map<String, Object> params = new HashMap<>();
        var where = where(survey, filter, params);
        var from = Cursor.parse(cursor, 1);
        if (from != null) {
            where += " and f.id > :after";
            params.put("after", requireNonNull(from.uuid(0)));
        }
        params.put("limit", size + 1);
        var rows = jdbc.sql(select() + where + " order by f.id limit :limit").params(params).query(this::row).list();
        return Slice.forward(rows, size, it -> Cursor.after(it.id()));
    }

    /** How many there are, counted up to a limit. */
    public int count(SurveyId survey, PeopleFilter filter, int upTo) {
        Map<String, Object> params = new HashMap<>();
        var where = where(survey, filter, params);
        return jdbc.sql("select count(*) from (select 1 " + FROM + where + " limit " + upTo + ") n")
            .params(params)
            .query(Integer.class)
            .single();
    }

    public PersonRow require(SurveyId survey, UUID id) {
        Map<String, Object> params = new HashMap<>();
        var where = where(survey, PeopleFilter.none(), params);
        params.put("id", id);
        return jdbc.sql(select() + where + " and f.id = :id")
            .params(params)
            .query(this::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private static String select() {
        return """
                select f.id, f.contact_id, k.name, k.title, k.decision_role, f.customer_id, c.name as customer,
                       c.name_en as customer_en, f.tier, f.source, f.outcome, f.until, f.event, f.event_key, f.invitation_id,
                       f.added_at, i.state, i.sent_at, i.reminders, s.anonymity, f.source in ('FILE', 'HAND') as picked,
                """
                + LATE + " as late, " + CHANGED + " as changed " + FROM;
    }

    private String where(SurveyId survey, PeopleFilter filter, Map<String, Object> params) {
        var scope = current.actor().scope();
        params.putAll(scope.params());
        params.put("survey", survey.id());
        var where = new StringBuilder("f.survey_id = :survey and " + scope.sql("f.customer_id"));
        var outcome = filter.outcome();
        if (outcome != null) {
            where.append(" and f.outcome = :outcome");
            params.put("outcome", outcome.name());
        }
        var state = filter.state();
        if (state != null) {
            where.append(" and s.anonymity <> 'ANONYMOUS' and i.state = :state");
            params.put("state", state.name());
            if (!current.actor().may(Right.CONFIDENTIAL_READ)) {
                where.append(" and s.anonymity = 'NAMED'");
            }
        }
        var tier = filter.tier();
        if (tier != null) {
            where.append(" and coalesce(f.tier, 0) = :tier");
            params.put("tier", tier);
        }
        var flag = filter.flag();
        if (flag != null) {
            where.append(" and ").append(switch (flag) {
                case HAND_PICKED -> "f.source in ('FILE', 'HAND')";
                case ADDED_LATE -> LATE;
                case ADDRESS_CHANGED -> CHANGED;
            });
        }
        var words = filter.q();
        if (words != null && !words.isBlank()) {
            where.append(" and (k.name ilike :q or c.name ilike :q or c.name_en ilike :q or f.event_key ilike :q)");
            params.put("q", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        return where.toString();
    }

    private PersonRow row(ResultSet rs, int i) throws SQLException {
        var role = rs.getString("decision_role");
        var flags = EnumSet.noneOf(FrameFlag.class);
        flag(rs, "picked", FrameFlag.HAND_PICKED, flags);
        flag(rs, "late", FrameFlag.ADDED_LATE, flags);
        flag(rs, "changed", FrameFlag.ADDRESS_CHANGED, flags);
        return new PersonRow(rs.getObject("id", UUID.class), new ContactId(rs.getObject("contact_id", UUID.class)),
                rs.getString("name"), rs.getString("title"), role == null ? null : DecisionRole.valueOf(role),
                new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer"),
                rs.getString("customer_en"), (Integer) rs.getObject("tier"),
                FrameSource.valueOf(rs.getString("source")), FrameOutcome.valueOf(rs.getString("outcome")),
                rs.getObject("until", LocalDate.class), rs.getString("event"), rs.getString("event_key"),
                rs.getObject("invitation_id", UUID.class), state(rs), at(rs, "sent_at"), rs.getInt("reminders"), flags,
                requireNonNull(at(rs, "added_at")));
    }

    private @Nullable InvitationState state(ResultSet rs) throws SQLException {
        var state = rs.getString("state");
        var promise = Anonymity.valueOf(rs.getString("anonymity"));
        boolean told = promise == Anonymity.NAMED
                || (promise == Anonymity.CONFIDENTIAL && current.actor().may(Right.CONFIDENTIAL_READ));
        return state == null || !told ? null : InvitationState.valueOf(state);
    }

    private static void flag(ResultSet rs, String column, FrameFlag flag, EnumSet<FrameFlag> flags)
            throws SQLException {
        if (rs.getBoolean(column)) {
            flags.add(flag);
        }
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
