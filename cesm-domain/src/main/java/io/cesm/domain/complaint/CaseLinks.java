package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds or makes the link of one person to one complaint. */
@Component
class CaseLinks {

    private final CaseTokens tokens;

    private final CaseSettings settings;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    CaseLinks(CaseTokens tokens, CaseSettings settings, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.tokens = tokens;
        this.settings = settings;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The link of somebody who was found to belong to the complaint's customer. */
    UUID of(Complaint complaint, ContactId contact) {
        return jdbc
            .sql("select id from complaint_link where complaint_id = :complaint and contact_id = :contact"
                    + " and revoked_at is null and expires_at > :now order by created_at desc limit 1")
            .param("complaint", complaint.id().id())
            .param("contact", contact.id())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((rs, i) -> requireNonNull(rs.getObject("id", UUID.class)))
            .optional()
            .orElseGet(() -> make(complaint, contact));
    }

    private UUID make(Complaint complaint, ContactId contact) {
        var now = clock.instant();
        var by = current.actor().staff();
        var id = Uuid7.at(now.toEpochMilli());
        jdbc.sql(
                """
                        insert into complaint_link (id, complaint_id, contact_id, token_hash, created_at, created_by, expires_at)
                        values (:id, :complaint, :contact, :hash, :now, :by, :expires)""")
            .param("id", id)
            .param("complaint", complaint.id().id())
            .param("contact", contact.id())
            .param("hash", tokens.digestOf(id))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id())
            .param("expires", now.plus(settings.linkLife()).atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

}
