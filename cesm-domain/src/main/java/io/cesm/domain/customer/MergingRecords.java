package io.cesm.domain.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two records turn out to be one: fields are chosen, everything that hangs on the
 * absorbed one follows, and all of it can be undone.
 */
@Service
@Transactional
public class MergingRecords {

    private final Customers customers;

    private final Contacts contacts;

    private final CustomerDesk desk;

    private final CustomerTree tree;

    private final List<MergeFollower> followers;

    private final MergeBook book;

    private final EntityManager entities;

    private final JdbcClient jdbc;

    private final Timeline timeline;

    private final JsonMapper json;

    private final Clock clock;

    MergingRecords(Customers customers, Contacts contacts, CustomerDesk desk, CustomerTree tree,
            List<MergeFollower> followers, MergeBook book, EntityManager entities, JdbcClient jdbc, Timeline timeline,
            JsonMapper json, Clock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.desk = desk;
        this.tree = tree;
        this.followers = followers;
        this.book = book;
        this.entities = entities;
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.json = json;
        this.clock = clock;
    }

    /** Both records field by field, and what would follow. */
    @Transactional(readOnly = true)
    public Preview preview(MergeKind kind, UUID survivor, UUID absorbed) {
        desk.actor().requireMay(Right.MERGE);
        if (kind == MergeKind.CUSTOMER) {
            var stays = desk.fetch(new CustomerId(survivor), null);
            var goes = desk.fetch(new CustomerId(absorbed), null);
            requireMergeable(stays, goes);
            return new Preview(stays.name(), goes.name(), stays.version(), goes.version(),
                    MergeFields.of(stays.details()), MergeFields.of(goes.details()), moves(kind, absorbed, survivor));
        }
        var stays = desk.fetch(new ContactId(survivor), null);
        var goes = desk.fetch(new ContactId(absorbed), null);
        requireMergeable(stays, goes);
        return new Preview(stays.name(), goes.name(), stays.version(), goes.version(), MergeFields.of(stays.details()),
                MergeFields.of(goes.details()), moves(kind, absorbed, survivor));
    }

    /** What was merged into a record in reach, newest first. */
    @Transactional(readOnly = true)
    public List<MergeBook.Merged> mergesOf(MergeKind kind, UUID survivor) {
        if (kind == MergeKind.CUSTOMER) {
            desk.requireInReach(new CustomerId(survivor));
        }
        else {
            desk.fetch(new ContactId(survivor), null);
        }
        return book.into(survivor);
    }

    private Map<String, Long> moves(MergeKind kind, UUID absorbed, UUID survivor) {
        Map<String, Long> moves = new LinkedHashMap<>();
        followers.stream().filter(it -> it.kind() == kind).forEach(it -> {
            long count = it.count(absorbed, survivor);
            if (count > 0) {
                moves.put(it.part(), count);
            }
        });
        return moves;
    }

    /**
     * Merges one customer into another.
     * @param fromAbsorbed names of the fields taken from the absorbed one
     * @return the merge, for undoing it
     */
    public UUID merge(CustomerId survivor, CustomerId absorbed, Set<String> fromAbsorbed, @Nullable Long seen) {
        desk.actor().requireMay(Right.MERGE);
        var stays = desk.fetch(survivor, seen);
        var goes = desk.fetch(absorbed, null);
        requireMergeable(stays, goes);
        var at = clock.instant();
        var before = MergeFields.of(stays.details());
        var merged = MergeFields.choose(before, MergeFields.of(goes.details()), fromAbsorbed);
        var formerNames = stays.formerNames();
        var status = goes.status();
        var parent = goes.parent();
        stays.revise(MergeFields.customer(stays.details(), merged), false, at);
        List.of(stays.name().equals(before.get("name")) ? goes.name() : String.valueOf(before.get("name")), goes.name())
            .stream()
            .filter(it -> !NameKey.of(it).equals(NameKey.of(stays.name())))
            .distinct()
            .forEach(stays::alsoKnownAs);
        goes.formerNames().forEach(stays::alsoKnownAs);
        stays.refresh(at);
        goes.mergeInto(survivor, at);
        customers.saveAndFlush(stays);
        customers.saveAndFlush(goes);
        var followed = follow(MergeKind.CUSTOMER, absorbed.id(), survivor.id());
        var record = new MergeRecord(before, merged, formerNames, status.name(),
                parent == null ? null : parent.toString(), null, followed);
        var id = log(MergeKind.CUSTOMER, survivor.id(), absorbed.id(), record, at);
        tell(Change.of(CustomerDesk.subject(stays), "MERGED").with("merged", null, goes.number() + " " + goes.name()),
                followed);
        timeline.record(Change.of(CustomerDesk.subject(goes), "ABSORBED")
            .with("into", null, stays.number() + " " + stays.name()));
        return id;
    }

    /** Merges one person into another. */
    public UUID merge(ContactId survivor, ContactId absorbed, Set<String> fromAbsorbed, @Nullable Long seen) {
        desk.actor().requireMay(Right.MERGE);
        var stays = desk.fetch(survivor, seen);
        var goes = desk.fetch(absorbed, null);
        requireMergeable(stays, goes);
        var at = clock.instant();
        var before = MergeFields.of(stays.details());
        var merged = MergeFields.choose(before, MergeFields.of(goes.details()), fromAbsorbed);
        stays.revise(MergeFields.contact(stays.details(), merged), false, at);
        var other = fromAbsorbed.contains("name") ? String.valueOf(before.get("name")) : goes.name();
        UUID added = null;
        if (!NameKey.of(other).equals(NameKey.of(stays.name()))
                && stays.points().stream().noneMatch(it -> it.is(PointKind.FORMER_NAME, NameKey.of(other)))) {
            added = stays.reachableBy(new PointWish(PointKind.FORMER_NAME, other, null, false), at);
        }
        goes.mergeInto(survivor, at);
        contacts.saveAndFlush(stays);
        contacts.saveAndFlush(goes);
        var followed = follow(MergeKind.CONTACT, absorbed.id(), survivor.id());
        entities.refresh(stays);
        stays.touch(at);
        contacts.saveAndFlush(stays);
        var record = new MergeRecord(before, merged, List.of(), null, null, added, followed);
        var id = log(MergeKind.CONTACT, survivor.id(), absorbed.id(), record, at);
        tell(Change.of(CustomerDesk.subject(stays), "MERGED").with("merged", null, goes.name()), followed);
        timeline.record(Change.of(CustomerDesk.subject(goes), "ABSORBED").with("into", null, stays.name()));
        return id;
    }

    /** Brings both records back as they were; what others changed since stays changed. */
    public void undo(UUID merge) {
        desk.actor().requireMay(Right.MERGE);
        var row = jdbc
            .sql("select kind, survivor_id, absorbed_id, moved, undone_at, at from merge_log where id = :id"
                    + " for update")
            .param("id", merge)
            .query((rs, i) -> new Logged(MergeKind.valueOf(rs.getString(1)), rs.getObject(2, UUID.class),
                    rs.getObject(3, UUID.class), json.readValue(rs.getString(4), MergeRecord.class),
                    rs.getObject(5) != null, rs.getObject(6, OffsetDateTime.class)))
            .optional()
            .orElseThrow(UnknownThing::new);
        if (row.undone()) {
            requireInReach(row);
            throw new Refusal("merge.undone_already");
        }
        requireInReach(row);
        requireLast(row);
        var at = clock.instant();
        followers.stream()
            .filter(it -> it.kind() == row.kind() && row.record().followed().containsKey(it.part()))
            .forEach(it -> it.comeBack(row.record().followed().getOrDefault(it.part(), List.of()), row.absorbed()));
        if (row.kind() == MergeKind.CUSTOMER) {
            undoCustomer(row, at);
        }
        else {
            undoContact(row, at);
        }
        var staff = desk.actor().staff();
        jdbc.sql("update merge_log set undone_at = :at, undone_by = :by where id = :id")
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", staff == null ? null : staff.id(), java.sql.Types.OTHER)
            .param("id", merge)
            .update();
    }

    private void undoCustomer(Logged row, Instant at) {
        var stays = desk.fetch(new CustomerId(row.survivor()), null);
        var goes = customers.findById(new CustomerId(row.absorbed())).orElseThrow(UnknownThing::new);
        var record = row.record();
        var fields = MergeFields.restore(MergeFields.of(stays.details()), record.before(), record.merged());
        stays.revise(MergeFields.customer(stays.details(), fields), false, at);
        stays.restoreFormerNames(record.formerNames(), at);
        goes.comeBack(CustomerStatus.valueOf(String.valueOf(record.absorbedStatus())),
                record.absorbedParent() == null ? null : CustomerId.of(record.absorbedParent()), at);
        customers.saveAndFlush(stays);
        customers.saveAndFlush(goes);
        timeline.record(Change.of(CustomerDesk.subject(stays), "UNMERGED").with("merged", goes.name(), null));
        timeline.record(Change.of(CustomerDesk.subject(goes), "UNMERGED").with("into", stays.name(), null));
    }

    private void undoContact(Logged row, Instant at) {
        var stays = desk.fetch(new ContactId(row.survivor()), null);
        var goes = contacts.findById(new ContactId(row.absorbed())).orElseThrow(UnknownThing::new);
        entities.refresh(stays);
        entities.refresh(goes);
        var record = row.record();
        var fields = MergeFields.restore(MergeFields.of(stays.details()), record.before(), record.merged());
        stays.revise(MergeFields.contact(stays.details(), fields), false, at);
        var added = record.addedPoint();
        if (added != null && stays.points().stream().anyMatch(it -> it.id().equals(added))) {
            stays.drop(added, false, at);
        }
        goes.comeBack(at);
        contacts.saveAndFlush(stays);
        contacts.saveAndFlush(goes);
        timeline.record(Change.of(CustomerDesk.subject(stays), "UNMERGED").with("merged", goes.name(), null));
        timeline.record(Change.of(CustomerDesk.subject(goes), "UNMERGED").with("into", stays.name(), null));
    }

    private void requireInReach(Logged row) {
        if (row.kind() == MergeKind.CUSTOMER) {
            desk.requireInReach(new CustomerId(row.survivor()));
        }
        else {
            desk.fetch(new ContactId(row.survivor()), null);
        }
    }

    private void requireLast(Logged row) {
        boolean later = jdbc.sql("""
                select exists (select from merge_log where undone_at is null and at > :at
                   and (survivor_id in (:survivor, :absorbed) or absorbed_id in (:survivor, :absorbed)))""")
            .param("at", row.at())
            .param("survivor", row.survivor())
            .param("absorbed", row.absorbed())
            .query(Boolean.class)
            .single();
        if (later) {
            throw new Refusal("merge.later_first");
        }
    }

    private void requireMergeable(Customer stays, Customer goes) {
        if (stays.equals(goes)) {
            throw new Refusal("merge.itself");
        }
        stays.requireLiving();
        goes.requireLiving();
        if (stays.details().kind() != goes.details().kind()) {
            throw new Refusal("merge.other_kind");
        }
        if (tree.isBelow(stays.id(), goes.id()) || tree.isBelow(goes.id(), stays.id())) {
            throw new Refusal("merge.related");
        }
    }

    private static void requireMergeable(Contact stays, Contact goes) {
        if (stays.equals(goes)) {
            throw new Refusal("merge.itself");
        }
        stays.requireLiving();
        goes.requireLiving();
    }

    private Map<String, List<UUID>> follow(MergeKind kind, UUID absorbed, UUID survivor) {
        Map<String, List<UUID>> followed = new LinkedHashMap<>();
        followers.stream().filter(it -> it.kind() == kind).forEach(it -> {
            var ids = it.follow(absorbed, survivor);
            if (!ids.isEmpty()) {
                followed.put(it.part(), ids);
            }
        });
        return followed;
    }

    private void tell(Change change, Map<String, List<UUID>> followed) {
        int count = followed.values().stream().mapToInt(List::size).sum();
        timeline.record(change.with("moved", null, count));
    }

    private UUID log(MergeKind kind, UUID survivor, UUID absorbed, MergeRecord record, Instant at) {
        var id = Uuid7.next();
        var staff = desk.actor().staff();
        jdbc.sql("insert into merge_log (id, kind, survivor_id, absorbed_id, at, merged_by, moved)"
                + " values (:id, :kind, :survivor, :absorbed, :at, :by, cast(:moved as jsonb))")
            .param("id", id)
            .param("kind", kind.name())
            .param("survivor", survivor)
            .param("absorbed", absorbed)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", staff == null ? null : staff.id(), java.sql.Types.OTHER)
            .param("moved", json.writeValueAsString(record))
            .update();
        return id;
    }

    private record Logged(MergeKind kind, UUID survivor, UUID absorbed, MergeRecord record, boolean undone,
            OffsetDateTime at) {
    }

    /**
     * What a merge would do.
     *
     * @param stays fields of the one that stays
     * @param goes fields of the one that goes into it
     * @param moves how many records follow, by part
     */
    public record Preview(String survivorName, String absorbedName, long survivorVersion, long absorbedVersion,
            Map<String, @Nullable String> stays, Map<String, @Nullable String> goes, Map<String, Long> moves) {
    }

}
