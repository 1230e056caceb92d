package io.cesm.domain.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.UnitId;
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

/**
 * A customer: a group, a company or a site, with its tier, its team and what it has from
 * us.
 */
@Entity
class Customer {

    @EmbeddedId
    private CustomerId id;

    private String number;

    private @Nullable String externalKey;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    @Enumerated(EnumType.STRING)
    private CustomerStatus status;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "parent_id"))
    private @Nullable CustomerId parent;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "unit_id"))
    private @Nullable UnitId unit;

    private String name;

    private @Nullable String nameEn;

    private String nameKey;

    @Column(name = "former_names", columnDefinition = "text[]")
    private String[] formerNames = {};

    private @Nullable Short tier;

    private @Nullable String industry;

    private @Nullable String address;

    private @Nullable String website;

    private @Nullable String note;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "merged_into"))
    private @Nullable CustomerId mergedInto;

    private boolean demo;

    @Column(columnDefinition = "tsvector")
    @ColumnTransformer(read = "tsvector_to_array(search)", write = "array_to_tsvector(cast(? as text[]))")
    private String[] search = {};

    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    private List<TierPeriod> tiers = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    private List<TeamMember> team = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    private List<Competitor> competitors = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    private List<CustomerReference> references = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Customer() {
    }

    private Customer(String number, CustomerDetails details, boolean demo, Instant at) {
        this.id = CustomerId.next();
        this.number = number;
        this.demo = demo;
        this.kind = details.kind();
        this.status = details.status();
        this.name = details.name();
        this.nameKey = NameKey.of(details.name());
        this.createdAt = at;
        this.updatedAt = at;
        take(details, at);
    }

    static Customer register(String number, CustomerDetails details, boolean demo, Instant at) {
        return new Customer(number, details, demo, at);
    }

    void revise(CustomerDetails details, boolean keepOldName, Instant at) {
        requireLiving();
        if (keepOldName && !name.equals(details.name())) {
            alsoKnownAs(name);
        }
        take(details, at);
    }

    private void take(CustomerDetails details, Instant at) {
        kind = details.kind();
        status = details.status();
        parent = details.parent();
        unit = details.unit();
        name = details.name();
        nameEn = details.nameEn();
        nameKey = NameKey.of(name);
        industry = details.industry();
        address = details.address();
        website = details.website();
        note = details.note();
        externalKey = details.externalKey();
        touch(at);
    }

    /** Notes a name under which the customer was known, so that it is found by it. */
    void alsoKnownAs(String formerName) {
        var key = NameKey.of(formerName);
        if (Arrays.stream(formerNames).anyMatch(it -> NameKey.of(it).equals(key))) {
            return;
        }
        formerNames = Arrays.copyOf(formerNames, formerNames.length + 1);
        formerNames[formerNames.length - 1] = formerName;
    }

    void refresh(Instant at) {
        touch(at);
    }

    void restoreFormerNames(List<String> names, Instant at) {
        formerNames = names.toArray(String[]::new);
        touch(at);
    }

    /** Puts the customer into a tier; the one before ends the day before. */
    void place(Tiering wish, LocalDate today, Instant at) {
        requireLiving();
        if (wish.from().isAfter(today)) {
            throw new FieldRefusal("from", "tier.in_future");
        }
        var open = tiers.stream().filter(TierPeriod::isOpen).findFirst();
        if (open.isPresent()) {
            if (wish.from().isBefore(open.get().validFrom())) {
                throw new FieldRefusal("from", "tier.before_current", open.get().validFrom());
            }
            if (wish.from().equals(open.get().validFrom())) {
                tiers.remove(open.get());
            }
            else {
                open.get().endBefore(wish.from());
            }
        }
        tiers.add(new TierPeriod(wish));
        tier = (short) wish.tier();
        touch(at);
    }

    /**
     * Puts somebody into the team; who held the same place until now ends the day before.
     */
    UUID assign(Assignment wish, Instant at) {
        requireLiving();
        for (var member : team) {
            if (!member.collidesWith(wish)) {
                continue;
            }
            if (!member.isFollowedBy(wish)) {
                throw new FieldRefusal("from", "team.place_taken", member.validFrom());
            }
            member.endOn(wish.from().minusDays(1));
        }
        var member = new TeamMember(wish);
        team.add(member);
        touch(at);
        return member.id();
    }

    /** Ends somebody's time in the team; one that has not begun is taken back. */
    TeamMember release(UUID memberId, LocalDate last, Instant at) {
        var member = one(team, it -> it.id().equals(memberId));
        if (last.isBefore(member.validFrom())) {
            team.remove(member);
        }
        else {
            member.endOn(last);
        }
        touch(at);
        return member;
    }

    UUID add(CompetitorFacts facts, Instant at) {
        requireLiving();
        var competitor = new Competitor(facts);
        competitors.add(competitor);
        touch(at);
        return competitor.id();
    }

    CompetitorFacts revise(UUID competitorId, CompetitorFacts facts, Instant at) {
        var competitor = one(competitors, it -> it.id().equals(competitorId));
        var before = competitor.facts();
        competitor.revise(facts);
        touch(at);
        return before;
    }

    CompetitorFacts dropCompetitor(UUID competitorId, Instant at) {
        var competitor = one(competitors, it -> it.id().equals(competitorId));
        competitors.remove(competitor);
        touch(at);
        return competitor.facts();
    }

    UUID add(ReferenceFacts facts, Instant at) {
        requireLiving();
        var reference = new CustomerReference(facts);
        references.add(reference);
        touch(at);
        return reference.id();
    }

    ReferenceFacts revise(UUID referenceId, ReferenceFacts facts, Instant at) {
        var reference = one(references, it -> it.id().equals(referenceId));
        var before = reference.facts();
        reference.revise(facts);
        touch(at);
        return before;
    }

    ReferenceFacts dropReference(UUID referenceId, Instant at) {
        var reference = one(references, it -> it.id().equals(referenceId));
        references.remove(reference);
        touch(at);
        return reference.facts();
    }

    void mergeInto(CustomerId survivor, Instant at) {
        requireLiving();
        status = CustomerStatus.MERGED;
        mergedInto = survivor;
        touch(at);
    }

    void comeBack(CustomerStatus as, @Nullable CustomerId under, Instant at) {
        status = as;
        parent = under;
        mergedInto = null;
        touch(at);
    }

    void requireVersion(@Nullable Long seen) {
        if (seen != null) {
            StaleVersion.check(seen, version());
        }
    }

    void requireLiving() {
        if (status == CustomerStatus.MERGED) {
            throw new Refusal("customer.merged");
        }
    }

    /** Notes the moment and renews what the customer is found by. */
    private void touch(Instant at) {
        updatedAt = at;
        var texts = new ArrayList<@Nullable String>(List.of(name, number));
        texts.add(nameEn);
        texts.add(industry);
        texts.addAll(Arrays.asList(formerNames));
        search = SearchText.tokens(texts.toArray(@Nullable String[]::new));
    }

    private static <T> T one(List<T> all, java.util.function.Predicate<T> which) {
        return all.stream().filter(which).findFirst().orElseThrow(UnknownThing::new);
    }

    CustomerDetails details() {
        return new CustomerDetails(kind, status, parent, unit, name, nameEn, industry, address, website, note,
                externalKey);
    }

    CustomerId id() {
        return id;
    }

    String number() {
        return number;
    }

    String name() {
        return name;
    }

    CustomerStatus status() {
        return status;
    }

    @Nullable CustomerId parent() {
        return parent;
    }

    @Nullable CustomerId mergedInto() {
        return mergedInto;
    }

    @Nullable Integer tier() {
        return tier == null ? null : Integer.valueOf(tier);
    }

    List<String> formerNames() {
        return List.of(formerNames);
    }

    List<TeamMember> team() {
        return List.copyOf(team);
    }

    long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Customer that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

}
