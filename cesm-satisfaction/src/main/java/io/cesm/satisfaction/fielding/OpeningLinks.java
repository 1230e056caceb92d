package io.cesm.satisfaction.fielding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Circumstances;
import io.cesm.satisfaction.questionnaire.FrozenVersions;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * Resolves the token of a link – a personal invitation, an open link or a QR code – to
 * what is asked. Everything a respondent may see follows from the token alone; looking
 * changes nothing.
 */
@Service
@Transactional(readOnly = true)
public class OpeningLinks {

    private static final String SURVEY = """
            s.id as survey, s.number, s.title, s.version_id, s.anonymity, s.state as survey_state, s.opens_on, s.closes_on,
            o.name as sender\s""";

    private static final String PERSONAL = "select i.id, i.state, i.language, i.channel, i.expires_at, i.customer_id,"
            + " i.contact_id, i.about, c.name as customer, c.name_en as customer_en, c.tier, c.unit_id, c.industry,"
            + " k.name as contact, k.name_en as contact_en, k.decision_role, k.kind as contact_kind, " + SURVEY + """
                    from survey_invitation i
                    join survey s on s.id = i.survey_id
                    left join staff o on o.id = s.owner_id
                    left join customer c on c.id = i.customer_id
                    left join contact k on k.id = i.contact_id
                    where\s""";

    private static final String OPEN_FOR_ALL = "select l.id, l.channel, l.segments, " + SURVEY
            + " from survey_link l join survey s on s.id = l.survey_id left join staff o on o.id = s.owner_id"
            + " where l.token_hash = ? and l.revoked_at is null";

    private final FrozenVersions versions;

    private final JdbcClient jdbc;

    private final Clock clock;

    OpeningLinks(FrozenVersions versions, JdbcClient jdbc, Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a token leads to; empty if there is no such link, as after a guess. */
    public Optional<OpenedLink> open(@Nullable String token) {
        if (token == null || !LinkTokens.couldBe(token)) {
            return Optional.empty();
        }
        var digest = LinkTokens.digest(token);
        return jdbc.sql(PERSONAL + "i.token_hash = ?")
            .param(digest)
            .query(this::personal)
            .optional()
            .or(() -> jdbc.sql(OPEN_FOR_ALL).param(digest).query(this::forAll).optional());
    }

    /**
     * What an invitation leads to, for staff who ask in person: on the phone, on a
     * tablet. The caller has made sure that the reader may see it.
     */
    public Optional<OpenedLink> ofInvitation(UUID invitation) {
        return jdbc.sql(PERSONAL + "i.id = ?").param(invitation).query(this::personal).optional();
    }

    private OpenedLink personal(ResultSet rs, int i) throws SQLException {
        var anonymity = Anonymity.valueOf(rs.getString("anonymity"));
        boolean hidden = anonymity == Anonymity.ANONYMOUS;
        var customer = rs.getObject("customer_id", UUID.class);
        var contact = rs.getObject("contact_id", UUID.class);
        var language = rs.getString("language");
        var about = SettingsJson.strings(rs.getString("about"));
        Map<String, String> data = new LinkedHashMap<>();
        put(data, "contact", either(rs, "contact", language));
        put(data, "customer", either(rs, "customer", language));
        put(data, "tier", rs.getString("tier"));
        put(data, "role", rs.getString("decision_role"));
        put(data, "sender", rs.getString("sender"));
        about.forEach((name, value) -> {
            if (Circumstances.NAMES.contains(name)) {
                data.put(name, value);
            }
        });
        Map<String, String> segments = new LinkedHashMap<>();
        put(segments, "tier", rs.getString("tier"));
        put(segments, "region", rs.getString("unit_id"));
        put(segments, "industry", rs.getString("industry"));
        put(segments, "role", rs.getString("decision_role"));
        put(segments, "kind", rs.getString("contact_kind"));
        for (var name : new String[] { "flow", "touch_point", "product" }) {
            put(segments, name, about.get(name));
        }
        if (hidden) {
            Circumstances.PERSONAL.forEach(data::remove);
        }
        var state = state(rs, LinkStates.of(InvitationState.valueOf(rs.getString("state")),
                rs.getObject("expires_at", OffsetDateTime.class), clock.instant()));
        return link(rs, state, rs.getObject("id", UUID.class), null, rs.getString("channel"),
                hidden || customer == null ? null : new CustomerId(customer),
                hidden || contact == null ? null : new ContactId(contact), language, segments, data,
                customer == null ? Map.of() : competitors(customer));
    }

    private OpenedLink forAll(ResultSet rs, int i) throws SQLException {
        return link(rs, state(rs, LinkState.OPEN), null, rs.getObject("id", UUID.class), rs.getString("channel"), null,
                null, null, SettingsJson.strings(rs.getString("segments")), Map.of(), Map.of());
    }

    private OpenedLink link(ResultSet rs, LinkState state, @Nullable UUID invitation, @Nullable UUID openLink,
            String channel, @Nullable CustomerId customer, @Nullable ContactId contact, @Nullable String language,
            Map<String, String> segments, Map<String, String> data, Map<String, String> competitors)
            throws SQLException {
        var link = new OpenedLink(state, new SurveyId(rs.getObject("survey", UUID.class)), rs.getString("number"),
                new Words(SettingsJson.strings(rs.getString("title"))), Anonymity.valueOf(rs.getString("anonymity")),
                versions.require(rs.getObject("version_id", UUID.class)), invitation, openLink, channel, customer,
                contact, language, segments, data, competitors);
        return state == LinkState.OPEN ? link : link.closed(state);
    }

    private LinkState state(ResultSet rs, LinkState own) throws SQLException {
        return LinkStates.of(own, SurveyState.valueOf(rs.getString("survey_state")),
                rs.getObject("opens_on", LocalDate.class), rs.getObject("closes_on", LocalDate.class),
                CompanyTime.today(clock));
    }

    private Map<String, String> competitors(UUID customer) {
        Map<String, String> competitors = new LinkedHashMap<>();
        jdbc.sql("select id, name from competitor where customer_id = ? order by name, id limit 20")
            .param(customer)
            .query(rs -> {
                competitors.put(rs.getString(1), rs.getString(2));
            });
        return competitors;
    }

    private static @Nullable String either(ResultSet rs, String column, @Nullable String language) throws SQLException {
        var english = rs.getString(column + "_en");
        return "en".equals(language) && english != null ? english : rs.getString(column);
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            map.put(name, value);
        }
    }

}
