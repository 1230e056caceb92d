package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A time during which a customer was in one tier, and why. */
@Entity
@Table(name = "customer_tier")
class TierPeriod {

    @Id
    private UUID id;

    private short tier;

    private @Nullable String valueBasis;

    private @Nullable BigDecimal annualValue;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    protected TierPeriod() {
    }

    TierPeriod(Tiering wish) {
        this.id = Uuid7.next();
        this.tier = (short) wish.tier();
        this.valueBasis = wish.valueBasis();
        this.annualValue = wish.annualValue();
        this.currency = wish.currency();
        this.validFrom = wish.from();
    }

    boolean isOpen() {
        return validTo == null;
    }

    void endBefore(LocalDate next) {
        validTo = next.minusDays(1);
    }

    int tier() {
        return tier;
    }

    LocalDate validFrom() {
        return validFrom;
    }

}
