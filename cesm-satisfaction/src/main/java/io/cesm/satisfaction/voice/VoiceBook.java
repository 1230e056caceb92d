package io.cesm.satisfaction.voice;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what customers wrote, as far as the one who asks may read it. */
@Component
@Transactional(readOnly = true)
public class VoiceBook {

    private final JdbcClient jdbc;

    private final VoiceGate gate;

    private final CurrentActor current;

    VoiceBook(JdbcClient jdbc, VoiceGate gate, CurrentActor current) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.current = current;
    }

    /** Comments, the latest first. */
    public Slice<VoiceRow> slice(VoiceFilter filter, int size, @Nullable String cursor) {
        var open = gate.of(filter, current.actor());
        var from = Cursor.parse(cursor, 2);
        var after = "";
        if (from != null) {
            after = " and (c.answered_on, c.id) < (:at, :after)";
            open.params().put("at", requireNonNull(from.date(0)));
            open.params().put("after", from.uuid(1));
        }
        var confidences = current.actor().may(Right.CONFIDENTIAL_READ);
        var scope = current.actor().scope();
        var rows = jdbc
            .sql("select c.id, c.body, c.answered_on, c.anonymous, c.named, c.survey_id, s.number, c.level,"
                    + " c.sentiment, c.themes, " + (confidences ? "not c.anonymous" : "c.named")
                    + " as known, c.customer_id, k.name as customer,"
                    + " k.name_en as customer_en, p.name as contact, f.id as follow_up, f.number as follow_up_number"
                    + " from survey_comment c join survey s on s.id = c.survey_id"
                    + " left join customer k on k.id = c.customer_id left join contact p on p.id = c.contact_id"
                    + " left join follow_up f on f.response_id = c.response_id and "
                    + (confidences ? "true" : "not f.confidential") + " and " + scope.sql("f.customer_id") + " where "
                    + open.sql() + after + " order by c.answered_on desc, c.id desc limit " + (size + 1))
            .params(open.params())
            .query(VoiceBook::row)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.on(), it.id()));
    }

    /** How many there are, counted up to a limit. */
    public int count(VoiceFilter filter, int upTo) {
        var open = gate.of(filter, current.actor());
        return jdbc
            .sql("select count(*) from (select 1 from survey_comment c where " + open.sql() + " limit " + upTo + ") n")
            .params(open.params())
            .query(Integer.class)
            .single();
    }

    /**
     * Of how many surveys comments are held back under these filters, so that nobody is
     * recognised.
     */
    public int hidden(VoiceFilter filter) {
        return gate.of(filter, current.actor()).hidden();
    }

    /** The latest comments as mere text, for looking for words in them. */
    public List<String> texts(VoiceFilter filter, int most) {
        var open = gate.of(filter, current.actor());
        return jdbc
            .sql("select c.body from survey_comment c where " + open.sql()
                    + " order by c.answered_on desc, c.id desc limit " + most)
            .params(open.params())
            .query((rs, i) -> rs.getString(1))
            .list();
    }

    private static VoiceRow row(ResultSet rs, int i) throws SQLException {
        var known = rs.getBoolean("known");
        return new VoiceRow(rs.getObject("id", UUID.class), rs.getString("body"),
                rs.getObject("answered_on", LocalDate.class), rs.getBoolean("anonymous"), rs.getBoolean("named"),
                rs.getObject("survey_id", UUID.class), rs.getString("number"),
                known ? rs.getObject("customer_id", UUID.class) : null, known ? rs.getString("customer") : null,
                known ? rs.getString("customer_en") : null, known ? rs.getString("contact") : null,
                rs.getBigDecimal("level"), rs.getInt("sentiment"),
                Arrays.asList((String[]) rs.getArray("themes").getArray()),
                known ? rs.getObject("follow_up", UUID.class) : null, known ? rs.getString("follow_up_number") : null);
    }

}
