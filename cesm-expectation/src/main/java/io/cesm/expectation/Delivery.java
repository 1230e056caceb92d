package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What we say we delivered.
 *
 * @param evidence in words; files may stand beside it or for it
 */
@Embeddable
public record Delivery(@Column(name = "delivered_value") @Nullable BigDecimal value,
        @Column(name = "delivered_level") BigDecimal level, @Column(name = "delivered_at") Instant at,
        @AttributeOverride(name = "id", column = @Column(name = "delivered_by")) @Nullable StaffId by,
        @Nullable String evidence) {

    static Delivery of(DeliverExpectation wish, Target target, boolean evidenceOnFile, Moment now) {
        var level = Numbers.requiredLevel(target.achieved(wish.value(), wish.level(), "deliveredLevel"),
                "deliveredLevel", "expectation.deliver.level_missing");
        var evidence = Texts.optional(wish.evidence(), 4000, "evidence");
        if (evidence == null && !evidenceOnFile) {
            throw new FieldRefusal("evidence", "expectation.deliver.evidence_missing");
        }
        return new Delivery(Numbers.measured(wish.value(), "deliveredValue"), level, now.at(), now.by(), evidence);
    }

}
