package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A product, contract or installed machine of a customer, to which other records refer.
 */
@Entity
@Table(name = "customer_reference")
class CustomerReference {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ReferenceKind kind;

    private @Nullable String code;

    private String name;

    private @Nullable BigDecimal quantity;

    private @Nullable LocalDate validFrom;

    private @Nullable LocalDate validTo;

    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected CustomerReference() {
    }

    CustomerReference(ReferenceFacts facts) {
        this.id = Uuid7.next();
        this.kind = facts.kind();
        this.name = facts.name();
        revise(facts);
    }

    void revise(ReferenceFacts facts) {
        kind = facts.kind();
        code = facts.code();
        name = facts.name();
        quantity = facts.quantity();
        validFrom = facts.validFrom();
        validTo = facts.validTo();
        note = facts.note();
    }

    ReferenceFacts facts() {
        return new ReferenceFacts(kind, code, name, quantity, validFrom, validTo, note);
    }

    UUID id() {
        return id;
    }

}
