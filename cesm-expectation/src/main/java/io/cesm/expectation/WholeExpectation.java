package io.cesm.expectation;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.people.StaffId;
import io.cesm.expectation.ExpectationDetails.Beside;
import io.cesm.expectation.ExpectationDetails.Heading;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything about one expectation in one statement, with the names of those it
 * mentions and with what stands beside it, so that only what is there is asked for.
 */
final class WholeExpectation {

    private static final int ID = 36;

    private static final String COLUMNS = """
            select e.id, e.number, e.customer_id, e.contact_id, e.verbatim, e.understood, e.said_on, e.channel,
                   e.touch_point, e.source_reference, e.dimension_code, e.flow, e.importance, e.kano, e.state, e.measure,
                   e.measure_unit, e.anchor_worst, e.anchor_ideal, e.expected_value, e.expected_level, e.wanted_on,
                   e.clarified_with, e.clarified_at, e.owner_id, e.due_on, e.committed_value, e.committed_level,
                   e.committed_on, e.committed_at, e.committed_by, e.adjusted_because, e.risk_taken_because,
                   e.declined_because, e.alternative, e.told_on, e.told_by, e.told_contact, e.told_channel,
                   e.delivered_value, e.delivered_level, e.delivered_at, e.delivered_by, e.evidence, e.perceived_level,
                   e.answered_on, e.answered_at, e.answered_contact, e.answered_channel, e.answer_words, e.answer_proxy,
                   e.not_met_count, e.competitor, e.competitor_promise, e.competitor_level, e.competitor_on,
                   e.withdrawn_because, e.merged_into, e.revision, e.captured_at, e.captured_by, e.closed_at, e.version,
                   e.fits_no_dimension,
                   c.name as customer_name, c.name_en as customer_name_en, c.tier, k.name as contact_name,
                   k.title as contact_title, k.language as contact_language,
                   (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL' and not p.former
                     order by p.preferred desc, p.created_at desc limit 1) as contact_email,
                   d.name as dimension_name, d.name_en as dimension_name_en,
                   array(select n.id || n.name from contact n
                          where n.id = any(array[e.contact_id, e.clarified_with, e.told_contact, e.answered_contact])
                         union all
                         select n.id || n.name from staff n
                          where n.id = any(array[e.owner_id, e.captured_by, e.committed_by, e.told_by, e.delivered_by,
                                                 e.answer_proxy])
                         union all
                         select n.id || n.number from expectation n where n.id = e.merged_into) as names,
                   exists (select 1 from expectation_file f where f.expectation_id = e.id) as has_documents,
                   exists (select 1 from expectation_conflict x where x.first_id = e.id)
                     or exists (select 1 from expectation_conflict x where x.second_id = e.id) as has_conflicts,
                   exists (select 1 from expectation_handover h where h.expectation_id = e.id and h.state = 'OFFERED')
                     as is_offered,
                   exists (select 1 from requirement r where r.expectation_id = e.id) as has_requirements
            """;

    private static final String FROM = """
             from expectation e
             join customer c on c.id = e.customer_id
             join contact k on k.id = e.contact_id
             left join dimension d on d.code = e.dimension_code
            where\s""";

    private final ResultSet rs;

    private final Tallies others;

    private WholeExpectation(ResultSet rs, Tallies others) {
        this.rs = rs;
        this.others = others;
    }

    /** To be followed by a condition on {@code e}. */
    static String select(Tallies others) {
        return COLUMNS + others.columns() + FROM;
    }

    static ExpectationDetails row(ResultSet rs, Tallies others) throws SQLException {
        return new WholeExpectation(rs, others).details();
    }

    private ExpectationDetails details() throws SQLException {
        return new ExpectationDetails(new ExpectationId(requireNonNull(uuid("id"))), rs.getLong("version"),
                rs.getInt("revision"), heading(), new CustomerId(requireNonNull(uuid("customer_id"))),
                requireNonNull(contact("contact_id")), rs.getString("verbatim"), rs.getString("understood"), origin(),
                classification(), ExpectationState.valueOf(rs.getString("state")), target(), contact("clarified_with"),
                at("clarified_at"), staff("owner_id"), day("due_on"), commitment(), declining(), told(), delivery(),
                answer(), rs.getInt("not_met_count"), competitor(), rs.getString("withdrawn_because"),
                uuid("merged_into") == null ? null : new ExpectationId(requireNonNull(uuid("merged_into"))),
                requireNonNull(at("captured_at")), staff("captured_by"), at("closed_at"), names(), beside());
    }

    private Heading heading() throws SQLException {
        return new Heading(rs.getString("number"), rs.getString("customer_name"), rs.getString("customer_name_en"),
                rs.getObject("tier", Integer.class), rs.getString("contact_name"), rs.getString("contact_title"),
                rs.getString("contact_language"), rs.getString("contact_email"), rs.getString("dimension_name"),
                rs.getString("dimension_name_en"));
    }

    private Beside beside() throws SQLException {
        return new Beside(rs.getBoolean("has_documents"), rs.getBoolean("has_conflicts"), rs.getBoolean("is_offered"),
                rs.getBoolean("has_requirements"), others.counts(rs));
    }

    private Origin origin() throws SQLException {
        return new Origin(requireNonNull(day("said_on")), channel("channel"), rs.getString("touch_point"),
                rs.getString("source_reference"));
    }

    private Classification classification() throws SQLException {
        return new Classification(rs.getString("dimension_code"), ExpectationRows.choice(rs, "flow", Flow::valueOf),
                rs.getObject("importance", Integer.class), ExpectationRows.choice(rs, "kano", Kano::valueOf),
                rs.getBoolean("fits_no_dimension"));
    }

    private Target target() throws SQLException {
        return new Target(rs.getString("measure"), rs.getString("measure_unit"), rs.getBigDecimal("anchor_worst"),
                rs.getBigDecimal("anchor_ideal"), rs.getBigDecimal("expected_value"),
                rs.getBigDecimal("expected_level"), day("wanted_on"));
    }

    private @Nullable Commitment commitment() throws SQLException {
        return rs.getObject("committed_at") == null ? null
                : new Commitment(rs.getBigDecimal("committed_value"), rs.getBigDecimal("committed_level"),
                        requireNonNull(day("committed_on")), requireNonNull(at("committed_at")), staff("committed_by"),
                        rs.getString("adjusted_because"), rs.getString("risk_taken_because"));
    }

    private @Nullable Declining declining() throws SQLException {
        return rs.getString("declined_because") == null ? null
                : new Declining(rs.getString("declined_because"), rs.getString("alternative"));
    }

    private @Nullable Told told() throws SQLException {
        return day("told_on") == null ? null
                : new Told(requireNonNull(day("told_on")), requireNonNull(staff("told_by")),
                        requireNonNull(contact("told_contact")), requireNonNull(channel("told_channel")));
    }

    private @Nullable Delivery delivery() throws SQLException {
        return rs.getObject("delivered_at") == null ? null
                : new Delivery(rs.getBigDecimal("delivered_value"), rs.getBigDecimal("delivered_level"),
                        requireNonNull(at("delivered_at")), staff("delivered_by"), rs.getString("evidence"));
    }

    private @Nullable Answer answer() throws SQLException {
        return rs.getObject("answered_at") == null ? null
                : new Answer(rs.getBigDecimal("perceived_level"), requireNonNull(day("answered_on")),
                        requireNonNull(at("answered_at")), requireNonNull(contact("answered_contact")),
                        requireNonNull(channel("answered_channel")), rs.getString("answer_words"),
                        staff("answer_proxy"));
    }

    private @Nullable CompetitorPromise competitor() throws SQLException {
        return rs.getString("competitor") == null ? null : new CompetitorPromise(rs.getString("competitor"),
                rs.getString("competitor_promise"), rs.getBigDecimal("competitor_level"), day("competitor_on"));
    }

    private Map<UUID, String> names() throws SQLException {
        Map<UUID, String> names = new HashMap<>();
        for (var each : (Object[]) rs.getArray("names").getArray()) {
            var text = (String) each;
            names.put(UUID.fromString(text.substring(0, ID)), text.substring(ID));
        }
        return names;
    }

    private @Nullable Channel channel(String column) throws SQLException {
        return ExpectationRows.choice(rs, column, Channel::valueOf);
    }

    private @Nullable ContactId contact(String column) throws SQLException {
        var id = uuid(column);
        return id == null ? null : new ContactId(id);
    }

    private @Nullable StaffId staff(String column) throws SQLException {
        var id = uuid(column);
        return id == null ? null : new StaffId(id);
    }

    private @Nullable UUID uuid(String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    private @Nullable LocalDate day(String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private @Nullable Instant at(String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
