package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving a customer, or one of its sites, a form to tell us something; taking it back.
 */
@Service
@Transactional
public class OfferingIntakeForms {

    private final CaseTokens tokens;

    private final Account account;

    private final Timeline timeline;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    OfferingIntakeForms(CaseTokens tokens, Account account, Timeline timeline, CurrentActor current, Clock clock,
            JdbcClient jdbc) {
        this.tokens = tokens;
        this.account = account;
        this.timeline = timeline;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A form as staff see it. */
    public record Row(UUID id, String label, Instant createdAt, @Nullable String createdBy, @Nullable Instant revokedAt,
            int used, @Nullable Instant lastUsedAt) {

        public boolean isOpen() {
            return revokedAt == null;
        }

    }

    /**
     * Makes a form.
     * @param label where it hangs or who has it, such as a site
     */
    public UUID make(CustomerId customer, @Nullable String label) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        account.requireCustomer(customer);
        var name = Texts.required(label, 120, "label");
        var id = Uuid7.at(clock.instant().toEpochMilli());
        var by = current.actor().staff();
        jdbc.sql("insert into intake_link (id, customer_id, label, token_hash, created_at, created_by)"
                + " values (:id, :customer, :label, :hash, :now, :by)")
            .param("id", id)
            .param("customer", customer.id())
            .param("label", name)
            .param("hash", tokens.digestOf(id))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id())
            .update();
        timeline.record(Change.of(subject(customer), "INTAKE_FORM_MADE").note(name));
        return id;
    }

    public void revoke(CustomerId customer, UUID id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var row = of(customer).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(UnknownThing::new);
        jdbc.sql("update intake_link set revoked_at = coalesce(revoked_at, :now) where id = :id")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update();
        timeline.record(Change.of(subject(customer), "INTAKE_FORM_REVOKED").note(row.label()));
    }

    /** The token of a form that works. */
    @Transactional(readOnly = true)
    public String token(CustomerId customer, UUID id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        return of(customer).stream()
            .filter(it -> it.id().equals(id) && it.isOpen())
            .map(it -> tokens.of(it.id()))
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    /** The forms of a customer within reach, made last first. */
    @Transactional(readOnly = true)
    public List<Row> of(CustomerId customer) {
        account.requireCustomer(customer);
        return jdbc.sql("""
                select l.*, s.name as maker from intake_link l left join staff s on s.id = l.created_by
                 where l.customer_id = :customer order by l.created_at desc, l.id desc limit 200""")
            .param("customer", customer.id())
            .query((rs, i) -> new Row(rs.getObject("id", UUID.class), rs.getString("label"),
                    requireNonNull(ComplaintRegister.at(rs, "created_at")), rs.getString("maker"),
                    ComplaintRegister.at(rs, "revoked_at"), rs.getInt("used"),
                    ComplaintRegister.at(rs, "last_used_at")))
            .list();
    }

    private Subject subject(CustomerId customer) {
        return new Subject("CUSTOMER", customer.id(),
                jdbc.sql("select name from customer where id = :id")
                    .param("id", customer.id())
                    .query((rs, i) -> requireNonNull(rs.getString(1)))
                    .single(),
                customer.id());
    }

}
