package io.cesm.satisfaction.fielding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.time.CompanyTime;

/**
 * Somebody who could be asked, as they are at this moment.
 *
 * @param consent the last thing they said about surveys, null if nothing
 * @param askedAt when any survey asked them last
 * @param customerAskedAt when another survey asked anybody of their customer last
 */
record Candidate(UUID id, UUID contact, UUID customer, String name, @Nullable Integer tier, @Nullable String language,
        boolean there, @Nullable Boolean consent, @Nullable String address, @Nullable Instant askedAt,
        @Nullable Instant customerAskedAt) {

    /** Columns for somebody k, about whom survey :survey wants to know. */
    static final String COLUMNS = """
            k.id as contact, k.customer_id as customer, k.name, k.language, k.active and k.merged_into is null as there,
            (select n.given from consent n where n.contact_id = k.id and n.purpose = 'SURVEY'
              order by n.at desc, n.id desc limit 1) as consent,
            (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL' and not p.former
              order by p.preferred desc, p.id limit 1) as address,
            greatest((select max(x.sent_at) from survey_invitation x where x.contact_id = k.id
                and x.state <> 'BOUNCED'), (select max(y.at) from complaint_score y where y.contact_id = k.id
                and y.state <> 'SKIPPED')) as asked_at,
            (select max(x.sent_at) from survey_invitation x where x.customer_id = k.customer_id
                and x.survey_id <> :survey and x.state <> 'BOUNCED') as customer_asked_at\s""";

    static Candidate of(ResultSet rs, int i) throws SQLException {
        return new Candidate(rs.getObject("id", UUID.class), rs.getObject("contact", UUID.class),
                rs.getObject("customer", UUID.class), rs.getString("name"), (Integer) rs.getObject("tier"),
                rs.getString("language"), rs.getBoolean("there"), (Boolean) rs.getObject("consent"),
                rs.getString("address"), at(rs, "asked_at"), at(rs, "customer_asked_at"));
    }

    /** Why they cannot be asked at all, null if they can. */
    @Nullable FrameOutcome hindrance(ConsentRule rule) {
        if (Boolean.FALSE.equals(consent) || (rule == ConsentRule.ONLY_IF_GIVEN && consent == null)) {
            return FrameOutcome.NO_CONSENT;
        }
        return there && address != null ? null : FrameOutcome.NO_ADDRESS;
    }

    /** The first day on which the guard lets them be asked. */
    LocalDate freeFrom(Guard guard, LocalDate today) {
        return later(later(today, askedAt, guard.contactDays()), customerAskedAt, guard.customerDays());
    }

    private static LocalDate later(LocalDate day, @Nullable Instant last, int days) {
        if (last == null || days == 0) {
            return day;
        }
        var free = CompanyTime.dayOf(last).plusDays(days);
        return free.isAfter(day) ? free : day;
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
