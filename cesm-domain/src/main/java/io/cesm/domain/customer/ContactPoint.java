package io.cesm.domain.customer;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** One way to reach or recognise a person. */
@Entity
class ContactPoint {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PointKind kind;

    private String value;

    private String normal;

    private @Nullable String label;

    private boolean preferred;

    private boolean former;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ContactPoint() {
    }

    ContactPoint(PointWish wish, Instant at) {
        this.id = Uuid7.next();
        this.kind = wish.kind();
        this.value = wish.value();
        this.normal = wish.normal();
        this.label = wish.label();
        this.createdAt = at;
    }

    boolean is(PointKind kind, String normal) {
        return this.kind == kind && this.normal.equals(normal);
    }

    void change(PointWish wish) {
        value = wish.value();
        normal = wish.normal();
        label = wish.label();
        former = false;
    }

    void prefer(boolean preferred) {
        this.preferred = preferred && !former;
    }

    void retire() {
        former = true;
        preferred = false;
    }

    UUID id() {
        return id;
    }

    PointKind kind() {
        return kind;
    }

    String value() {
        return value;
    }

    String normal() {
        return normal;
    }

    boolean isPreferred() {
        return preferred;
    }

    boolean isFormer() {
        return former;
    }

    PointWish asWish() {
        return new PointWish(kind, value, label, preferred);
    }

}
