package io.cesm.web.contact;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the page sends when a person is noted or revised.
 *
 * @param phones one number per line
 * @param mails one address per line
 * @param anyway notes the person although similar ones are there
 */
record ContactForm(@Nullable UUID customer, @Size(max = 200) @Nullable String customerText,
        @NotBlank @Size(max = 120) @Nullable String name, @Size(max = 120) @Nullable String nameEn,
        @Size(max = 120) @Nullable String title, @Size(max = 120) @Nullable String department,
        @NotNull @Nullable ContactKind kind, @Nullable DecisionRole decisionRole,
        @DecimalMin("0.1") @DecimalMax("5") @Nullable BigDecimal roleWeight,
        @Min(1) @Max(5) @Nullable Integer influence, @Min(-2) @Max(2) @Nullable Integer attitude,
        @Pattern(regexp = "|zh|en") @Nullable String language, @Size(max = 2000) @Nullable String note,
        @Size(max = 120) @Nullable String externalKey, @Nullable Boolean active,
        @Size(max = 1000) @Nullable String phones, @Size(max = 1000) @Nullable String mails,
        @Size(max = 254) @Nullable String wecom, @Size(max = 254) @Nullable String formerName,
        @Nullable Boolean keepOldName, @Nullable Boolean anyway, @Nullable Long version) {

    static ContactForm blank(@Nullable UUID customer, @Nullable String customerName) {
        return new ContactForm(customer, customerName, null, null, null, null, ContactKind.CUSTOMER, null,
                BigDecimal.ONE, null, null, null, null, null, true, null, null, null, null, null, null, null);
    }

    static ContactForm of(ContactFile.Head head) {
        var d = head.details();
        return new ContactForm(head.customer().id(), head.customerName(), d.name(), d.nameEn(), d.title(),
                d.department(), d.kind(), d.decisionRole(), d.roleWeight().stripTrailingZeros(), d.influence(),
                d.attitude(), d.language(), d.note(), d.externalKey(), d.active(), null, null, null, null, true, null,
                head.version());
    }

    /** After validation. */
    ContactDetails details() {
        return new ContactDetails(requireNonNull(kind), requireNonNull(name), nameEn, title, department, decisionRole,
                requireNonNullElse(roleWeight, BigDecimal.ONE), influence, attitude, language, note,
                Boolean.TRUE.equals(active), externalKey);
    }

    List<PointWish> points() {
        List<PointWish> points = new ArrayList<>();
        add(PointKind.PHONE, phones, "phones", points);
        add(PointKind.EMAIL, mails, "mails", points);
        add(PointKind.WECOM, wecom, "wecom", points);
        add(PointKind.FORMER_NAME, formerName, "formerName", points);
        return points;
    }

    private static void add(PointKind kind, @Nullable String lines, String field, List<PointWish> points) {
        if (lines == null) {
            return;
        }
        for (var line : lines.split("[\\r\\n;；、]+")) {
            if (line.isBlank()) {
                continue;
            }
            try {
                var wish = new PointWish(kind, line.strip(), null, false);
                wish.normal();
                points.add(wish);
            }
            catch (Refusal refusal) {
                throw new FieldRefusal(field, refusal.code(), refusal.args().toArray());
            }
        }
    }

    Long seen() {
        return version == null ? -1 : version;
    }

}
