package io.cesm.satisfaction.fielding;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * Who of a customer was asked in which survey, the latest first, in one statement.
 * Whether they answered is told as the survey promised: to all for named ones, to few for
 * confidential ones, to nobody for anonymous ones.
 */
@Component
@Transactional(readOnly = true)
public class AskedBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    AskedBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Nothing for a reader who may not see the customer. */
    public Slice<AskedRow> slice(CustomerId customer, int size, @Nullable String cursor) {
        var actor = current.actor();
        Map<String, Object> params = new HashMap<>(actor.scope().params());
        params.put("customer", customer.id());
        params.put("limit", size + 1);
        params.put("confidential", actor.may(Right.CONFIDENTIAL_READ));
        var where = actor.scope().sql("i.customer_id");
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += " and (i.sent_at, i.id) < (:at, :after)";
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        var rows = jdbc.sql("""
                select i.id, s.id as survey, s.number, s.title, k.id as contact, k.name, i.sent_at, i.reminders,
                       case when s.anonymity = 'NAMED' or s.anonymity = 'CONFIDENTIAL' and :confidential
                            then i.state end as state
                  from survey_invitation i
                  join survey s on s.id = i.survey_id
                  join contact k on k.id = i.contact_id
                 where i.customer_id = :customer and i.sent_at is not null and %s
                 order by i.sent_at desc, i.id desc limit :limit""".formatted(where))
            .params(params)
            .query((rs, i) -> new Keyed(rs.getObject("id", UUID.class), row(rs)))
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.row.sentAt(), it.id)).map(Keyed::row);
    }

    private record Keyed(UUID id, AskedRow row) {
    }

    private static AskedRow row(ResultSet rs) throws SQLException {
        var state = rs.getString("state");
        return new AskedRow(new SurveyId(rs.getObject("survey", UUID.class)), rs.getString("number"),
                new Words(SettingsJson.strings(rs.getString("title"))),
                new ContactId(rs.getObject("contact", UUID.class)), rs.getString("name"),
                rs.getObject("sent_at", OffsetDateTime.class).toInstant(), rs.getInt("reminders"),
                state == null ? null : InvitationState.valueOf(state));
    }

}
