package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.ConsentGiven;
import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;

/**
 * Somebody who was invited says that they do not want to be asked again, by the link in
 * their mail. It holds for all surveys.
 */
@Service
@Transactional
public class OptingOut {

    private final RegisteringContacts contacts;

    private final JdbcClient jdbc;

    private final Clock clock;

    OptingOut(RegisteringContacts contacts, JdbcClient jdbc, Clock clock) {
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whose link it is.
     *
     * @param stopped whether they said so before
     */
    public record Seen(UUID invitation, @Nullable UUID contact, @Nullable String name, String language,
            boolean stopped) {
    }

    /** Looks; changes nothing. */
    @Transactional(readOnly = true)
    public Optional<Seen> look(@Nullable String token) {
        if (token == null || !LinkTokens.couldBe(token)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select i.id, k.id as contact, k.name, i.language,
                       coalesce((select not n.given from consent n where n.contact_id = k.id and n.purpose = 'SURVEY'
                                  order by n.at desc, n.id desc limit 1), false) as stopped
                  from survey_invitation i
                  left join contact k on k.id = i.contact_id and k.merged_into is null
                 where i.token_hash = ?""")
            .param(LinkTokens.digest(token))
            .query((rs, i) -> new Seen(rs.getObject("id", UUID.class), rs.getObject("contact", UUID.class),
                    rs.getString("name"), rs.getString("language"), rs.getBoolean("stopped")))
            .optional();
    }

    /** They do not want to be asked again; what they have answered stays. */
    public boolean stop(@Nullable String token) {
        var seen = look(token).orElse(null);
        if (seen == null) {
            return false;
        }
        var contact = seen.contact();
        if (contact != null && !seen.stopped()) {
            Acting.as(Actor.system("link"), () -> contacts.consent(new ContactId(contact),
                    new ConsentGiven(ConsentPurpose.SURVEY, false, null, "link", clock.instant()), null));
        }
        int ended = jdbc.sql("""
                update survey_invitation set state = 'DECLINED', version = version + 1
                 where id = ? and state in ('QUEUED', 'SENT', 'OPENED', 'BEGUN', 'BOUNCED')""")
            .param(seen.invitation())
            .update();
        if (ended > 0) {
            jdbc.sql("""
                    update survey_frame set outcome = 'OPTED_OUT', until = null, outcome_at = ?
                     where invitation_id = ?""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), seen.invitation())
                .update();
        }
        return true;
    }

}
