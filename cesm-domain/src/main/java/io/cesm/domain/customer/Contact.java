package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A person at a customer, with everything by which they can be reached or recognised. */
@Entity
class Contact {

    @EmbeddedId
    private ContactId id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    private @Nullable String externalKey;

    @Enumerated(EnumType.STRING)
    private ContactKind kind;

    private String name;

    private @Nullable String nameEn;

    private String nameKey;

    private @Nullable String title;

    private @Nullable String department;

    @Enumerated(EnumType.STRING)
    private @Nullable DecisionRole decisionRole;

    private BigDecimal roleWeight;

    private @Nullable Short influence;

    private @Nullable Short attitude;

    private @Nullable String language;

    private @Nullable String note;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "merged_into"))
    private @Nullable ContactId mergedInto;

    private boolean active;

    private boolean demo;

    @Column(columnDefinition = "tsvector")
    @ColumnTransformer(read = "tsvector_to_array(search)", write = "array_to_tsvector(cast(? as text[]))")
    private String[] search = {};

    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "contact_id", nullable = false, updatable = false)
    private List<ContactPoint> points = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "contact_id", nullable = false, updatable = false)
    private List<Consent> consents = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Contact() {
    }

    private Contact(CustomerId customer, ContactDetails details, boolean demo, Instant at) {
        this.id = ContactId.next();
        this.customer = customer;
        this.demo = demo;
        this.createdAt = at;
        this.kind = details.kind();
        this.name = details.name();
        this.nameKey = NameKey.of(details.name());
        this.roleWeight = details.roleWeight();
        this.updatedAt = at;
        take(details, at);
    }

    static Contact note(CustomerId customer, ContactDetails details, boolean demo, Instant at) {
        return new Contact(customer, details, demo, at);
    }

    void revise(ContactDetails details, boolean keepOldName, Instant at) {
        requireLiving();
        var former = name;
        take(details, at);
        if (keepOldName && !NameKey.of(former).equals(nameKey)) {
            reachableBy(new PointWish(PointKind.FORMER_NAME, former, null, false), at);
        }
    }

    private void take(ContactDetails details, Instant at) {
        kind = details.kind();
        name = details.name();
        nameEn = details.nameEn();
        nameKey = NameKey.of(name);
        title = details.title();
        department = details.department();
        decisionRole = details.decisionRole();
        roleWeight = details.roleWeight();
        influence = small(details.influence());
        attitude = small(details.attitude());
        language = details.language();
        note = details.note();
        active = details.active();
        externalKey = details.externalKey();
        touch(at);
    }

    void moveTo(CustomerId other, Instant at) {
        requireLiving();
        customer = other;
        touch(at);
    }

    /**
     * Adds a way to reach the person; noting the same one again changes nothing but its
     * label.
     */
    UUID reachableBy(PointWish wish, Instant at) {
        requireLiving();
        var normal = wish.normal();
        var point = points.stream().filter(it -> it.is(wish.kind(), normal)).findFirst().orElse(null);
        if (point == null) {
            point = new ContactPoint(wish, at);
            points.add(point);
        }
        else {
            point.change(wish);
        }
        if (wish.kind() != PointKind.FORMER_NAME && (wish.preferred() || preferredOf(wish.kind()) == null)) {
            prefer(point);
        }
        touch(at);
        return point.id();
    }

    /**
     * Corrects a value; the old one may stay, marked as former, so that it still leads
     * here.
     */
    UUID correct(UUID pointId, PointWish wish, boolean keepOld, Instant at) {
        requireLiving();
        var point = point(pointId);
        var twin = twinOf(point, wish);
        if (twin != null && !twin.isFormer()) {
            throw new FieldRefusal("value", "point.already_there");
        }
        boolean preferred = wish.preferred() || point.isPreferred();
        var target = twin == null ? point : twin;
        if (!point.is(wish.kind(), wish.normal())) {
            if (keepOld) {
                point.retire();
            }
            else if (twin != null) {
                points.remove(point);
            }
            if (keepOld && twin == null) {
                target = new ContactPoint(wish, at);
                points.add(target);
            }
        }
        target.change(wish);
        if (preferred && wish.kind() != PointKind.FORMER_NAME) {
            prefer(target);
        }
        touch(at);
        return target.id();
    }

    private @Nullable ContactPoint twinOf(ContactPoint point, PointWish wish) {
        var normal = wish.normal();
        return points.stream().filter(it -> it != point && it.is(wish.kind(), normal)).findFirst().orElse(null);
    }

    ContactPoint drop(UUID pointId, boolean keepAsFormer, Instant at) {
        requireLiving();
        var point = point(pointId);
        if (keepAsFormer) {
            point.retire();
        }
        else {
            points.remove(point);
        }
        touch(at);
        return point;
    }

    private void prefer(ContactPoint point) {
        points.stream().filter(it -> it.kind() == point.kind()).forEach(it -> it.prefer(it == point));
    }

    private @Nullable ContactPoint preferredOf(PointKind kind) {
        return points.stream().filter(it -> it.kind() == kind && it.isPreferred()).findFirst().orElse(null);
    }

    void consent(ConsentGiven said, @Nullable StaffId recordedBy, Instant at) {
        requireLiving();
        if (said.at().isAfter(at)) {
            throw new FieldRefusal("at", "consent.in_future");
        }
        consents.add(new Consent(said, recordedBy));
        touch(at);
    }

    void mergeInto(ContactId survivor, Instant at) {
        requireLiving();
        mergedInto = survivor;
        touch(at);
    }

    void comeBack(Instant at) {
        mergedInto = null;
        touch(at);
    }

    void requireVersion(@Nullable Long seen) {
        if (seen != null) {
            StaleVersion.check(seen, version());
        }
    }

    void requireLiving() {
        if (mergedInto != null) {
            throw new Refusal("contact.merged");
        }
    }

    /** Notes the moment and renews what the person is found by. */
    void touch(Instant at) {
        updatedAt = at;
        var texts = new ArrayList<@Nullable String>(List.of(name));
        texts.add(nameEn);
        texts.add(title);
        texts.add(department);
        points.stream()
            .filter(it -> it.kind() == PointKind.FORMER_NAME || it.kind() == PointKind.WECOM)
            .forEach(it -> texts.add(it.value()));
        search = SearchText.tokens(texts.toArray(@Nullable String[]::new));
    }

    private static @Nullable Short small(@Nullable Integer number) {
        return number == null ? null : Short.valueOf(number.shortValue());
    }

    private static @Nullable Integer wide(@Nullable Short number) {
        return number == null ? null : Integer.valueOf(number);
    }

    private ContactPoint point(UUID pointId) {
        return points.stream().filter(it -> it.id().equals(pointId)).findFirst().orElseThrow(UnknownThing::new);
    }

    ContactDetails details() {
        return new ContactDetails(kind, name, nameEn, title, department, decisionRole, roleWeight, wide(influence),
                wide(attitude), language, note, active, externalKey);
    }

    ContactId id() {
        return id;
    }

    CustomerId customer() {
        return customer;
    }

    String name() {
        return name;
    }

    @Nullable ContactId mergedInto() {
        return mergedInto;
    }

    List<ContactPoint> points() {
        return List.copyOf(points);
    }

    long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contact that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

}
