package io.cesm.domain.customer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People at customers are noted, revised and reached: any number of phones, mails and
 * names.
 */
@Service
@Transactional
public class RegisteringContacts {

    private final Contacts contacts;

    private final CustomerDesk desk;

    private final Timeline timeline;

    private final Clock clock;

    RegisteringContacts(Contacts contacts, CustomerDesk desk, Timeline timeline, Clock clock) {
        this.contacts = contacts;
        this.desk = desk;
        this.timeline = timeline;
        this.clock = clock;
    }

    public ContactId register(CustomerId customer, ContactDetails details, List<PointWish> points) {
        return register(customer, details, points, false);
    }

    /** Notes a person at a customer together with the ways to reach them. */
    public ContactId register(CustomerId customer, ContactDetails details, List<PointWish> points, boolean demo) {
        desk.actor().requireMay(Right.CUSTOMER_EDIT);
        desk.fetch(customer, null).requireLiving();
        var at = clock.instant();
        var contact = Contact.note(customer, details, demo, at);
        desk.requireFreeKey("contact", details.externalKey(), contact.id().id());
        points.forEach(point -> contact.reachableBy(point, at));
        contacts.saveAndFlush(contact);
        var change = changes(Change.of(CustomerDesk.subject(contact), "REGISTERED"), null, details);
        for (var point : contact.points()) {
            change = change.with(
                    field(point.kind()) + (change.values().containsKey(field(point.kind())) ? "." + point.id() : ""),
                    null, point.value());
        }
        timeline.record(change);
        return contact.id();
    }

    /**
     * Revises what is known of a person.
     * @param keepOldName whether they shall still be found by the name they had
     */
    public void revise(ContactId id, ContactDetails details, boolean keepOldName, @Nullable Long seen) {
        var contact = desk.open(id, seen);
        desk.requireFreeKey("contact", details.externalKey(), id.id());
        var before = contact.details();
        contact.revise(details, keepOldName, clock.instant());
        contacts.saveAndFlush(contact);
        var change = changes(Change.of(CustomerDesk.subject(contact), "REVISED"), before, details);
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    /** The person now works for another customer. */
    public void move(ContactId id, CustomerId other, @Nullable Long seen) {
        var contact = desk.open(id, seen);
        var target = desk.open(other, null);
        target.requireLiving();
        var before = desk.nameOf("customer", contact.customer().id());
        contact.moveTo(other, clock.instant());
        contacts.saveAndFlush(contact);
        timeline.record(Change.of(CustomerDesk.subject(contact), "MOVED").with("customer", before, target.name()));
    }

    public UUID add(ContactId id, PointWish wish, @Nullable Long seen) {
        var contact = desk.open(id, seen);
        var point = contact.reachableBy(wish, clock.instant());
        contacts.saveAndFlush(contact);
        timeline.record(
                Change.of(CustomerDesk.subject(contact), "POINT_ADDED").with(field(wish.kind()), null, wish.value()));
        return point;
    }

    /**
     * Corrects a phone, mail address, WeCom id or former name, once and for all records.
     * @param keepOld whether the old value still leads to the person
     */
    public UUID correct(ContactId id, UUID point, PointWish wish, boolean keepOld, @Nullable Long seen) {
        var contact = desk.open(id, seen);
        var before = contact.points().stream().filter(it -> it.id().equals(point)).map(ContactPoint::value).findFirst();
        var corrected = contact.correct(point, wish, keepOld, clock.instant());
        contacts.saveAndFlush(contact);
        timeline.record(Change.of(CustomerDesk.subject(contact), "POINT_CORRECTED")
            .with(field(wish.kind()), before.orElse(null), wish.value())
            .with("keptAsFormer", null, keepOld ? "yes" : null));
        return corrected;
    }

    /**
     * Takes a value away, or keeps it as a former one by which the person is still found.
     */
    public void drop(ContactId id, UUID point, boolean keepAsFormer, @Nullable Long seen) {
        var contact = desk.open(id, seen);
        var dropped = contact.drop(point, keepAsFormer, clock.instant());
        contacts.saveAndFlush(contact);
        timeline.record(Change.of(CustomerDesk.subject(contact), keepAsFormer ? "POINT_RETIRED" : "POINT_DROPPED")
            .with(field(dropped.kind()), dropped.value(), null));
    }

    public void consent(ContactId id, ConsentGiven said, @Nullable Long seen) {
        var contact = desk.open(id, seen);
        contact.consent(said, desk.actor().staff(), clock.instant());
        contacts.saveAndFlush(contact);
        timeline.record(Change.of(CustomerDesk.subject(contact), said.given() ? "CONSENT_GIVEN" : "CONSENT_REFUSED")
            .with("purpose", null, said.purpose())
            .with("channel", null, said.channel()));
    }

    static String field(PointKind kind) {
        return switch (kind) {
            case PHONE -> "phone";
            case EMAIL -> "email";
            case WECOM -> "wecom";
            case FORMER_NAME -> "formerName";
        };
    }

    private static Change changes(Change change, @Nullable ContactDetails was, ContactDetails is) {
        return change.with("name", was == null ? null : was.name(), is.name())
            .with("nameEn", was == null ? null : was.nameEn(), is.nameEn())
            .with("kind", was == null ? null : was.kind(), is.kind())
            .with("title", was == null ? null : was.title(), is.title())
            .with("department", was == null ? null : was.department(), is.department())
            .with("decisionRole", was == null ? null : was.decisionRole(), is.decisionRole())
            .with("roleWeight", was == null ? null : was.roleWeight().stripTrailingZeros().toPlainString(),
                    is.roleWeight().stripTrailingZeros().toPlainString())
            .with("influence", was == null ? null : was.influence(), is.influence())
            .with("attitude", was == null ? null : was.attitude(), is.attitude())
            .with("language", was == null ? null : was.language(), is.language())
            .with("note", was == null ? null : was.note(), is.note())
            .with("active", was == null ? null : was.active(), is.active())
            .with("externalKey", was == null ? null : was.externalKey(), is.externalKey());
    }

}
