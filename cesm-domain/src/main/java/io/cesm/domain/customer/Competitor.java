package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody else who supplies a customer, and how much. */
@Entity
@Table(name = "competitor")
class Competitor {

    @Id
    private UUID id;

    private String name;

    private @Nullable String product;

    private @Nullable BigDecimal sharePercent;

    private LocalDate asOf;

    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected Competitor() {
    }

    Competitor(CompetitorFacts facts) {
        this.id = Uuid7.next();
        this.name = facts.name();
        this.asOf = facts.asOf();
        revise(facts);
    }

    void revise(CompetitorFacts facts) {
        name = facts.name();
        product = facts.product();
        sharePercent = facts.sharePercent();
        asOf = facts.asOf();
        note = facts.note();
    }

    CompetitorFacts facts() {
        return new CompetitorFacts(name, product, sharePercent, asOf, note);
    }

    UUID id() {
        return id;
    }

}
