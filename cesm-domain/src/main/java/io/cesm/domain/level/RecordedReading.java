package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;

/** A reading somebody recorded, with the value as it was given. */
@Entity
class RecordedReading {

    private @EmbeddedId RecordedReadingId id;

    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    private String dimensionCode;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 1)
    private Level level;

    private @Enumerated(EnumType.STRING) Given.Basis basis;

    private String title;

    private BigDecimal given;

    private @Nullable String unit;

    private BigDecimal worthNothing;

    private BigDecimal worthHundred;

    private BigDecimal value;

    private BigDecimal weight;

    private int n;

    private LocalDate readOn;

    private @Nullable String note;

    private @Nullable String externalKey;

    private @Nullable UUID recordedBy;

    private Instant recordedAt;

    private @Nullable Instant withdrawnAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected RecordedReading() {
    }

    @SuppressWarnings("NullAway.Init")
    private RecordedReading(RecordReading wish, @Nullable UUID by, Instant at) {
        this.id = RecordedReadingId.next();
        this.customer = wish.customer();
        this.externalKey = wish.externalKey();
        say(wish, by, at);
    }

    static RecordedReading record(RecordReading wish, @Nullable UUID by, Instant at) {
        return new RecordedReading(wish, by, at);
    }

    /** Takes another statement about the same thing; what was withdrawn is back. */
    void correct(RecordReading wish, @Nullable UUID by, Instant at) {
        if (!wish.customer().equals(customer)) {
            throw new Refusal("level.key_of_another_customer");
        }
        say(wish, by, at);
        withdrawnAt = null;
    }

    void withdraw(Instant at) {
        if (withdrawnAt != null) {
            throw new Refusal("level.already_withdrawn");
        }
        withdrawnAt = at;
    }

    RecordedReadingId id() {
        return id;
    }

    CustomerId customer() {
        return customer;
    }

    /** What it says to the ledger. */
    Reading reading() {
        var kind = (externalKey != null) ? ReadingSource.API : ReadingSource.MEASUREMENT;
        return new Reading(customer, dimensionCode, level, value, weight, n, readOn, null,
                new ReadingSource(kind, id.id(), title));
    }

    /** What it says to a person, in one line. */
    String words() {
        var words = title + ": " + given.stripTrailingZeros().toPlainString();
        return (unit != null) ? words + " " + unit : words;
    }

    private void say(RecordReading wish, @Nullable UUID by, Instant at) {
        dimensionCode = wish.dimension();
        level = wish.level();
        basis = wish.given().basis();
        title = wish.title();
        given = wish.given().value();
        unit = wish.given().unit();
        worthNothing = wish.given().nothing();
        worthHundred = wish.given().hundred();
        value = wish.given().worth();
        weight = wish.weight();
        n = wish.n();
        readOn = wish.readOn();
        note = wish.note();
        recordedBy = by;
        recordedAt = at;
    }

}
