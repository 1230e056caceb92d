package io.cesm.domain.customer;

import java.math.BigDecimal;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a person when they are noted or revised.
 *
 * @param roleWeight how much their word counts, 0.10 to 5.00
 * @param influence how much they move others, 1 to 5
 * @param attitude how they stand to us, -2 (against) to 2 (for)
 * @param language zh or en
 */
public record ContactDetails(ContactKind kind, String name, @Nullable String nameEn, @Nullable String title,
        @Nullable String department, @Nullable DecisionRole decisionRole, BigDecimal roleWeight,
        @Nullable Integer influence, @Nullable Integer attitude, @Nullable String language, @Nullable String note,
        boolean active, @Nullable String externalKey) {

    private static final BigDecimal LEAST = new BigDecimal("0.10");

    private static final BigDecimal MOST = new BigDecimal("5");

    public ContactDetails {
        name = Texts.required(name, 120, "name");
        nameEn = Texts.optional(nameEn, 120, "nameEn");
        title = Texts.optional(title, 120, "title");
        department = Texts.optional(department, 120, "department");
        note = Texts.optional(note, 2000, "note");
        externalKey = Texts.optional(externalKey, 120, "externalKey");
        language = Texts.optional(language, 2, "language");
        if (roleWeight.compareTo(LEAST) < 0 || roleWeight.compareTo(MOST) > 0) {
            throw new FieldRefusal("roleWeight", "contact.role_weight");
        }
        if (influence != null && (influence < 1 || influence > 5)) {
            throw new FieldRefusal("influence", "contact.influence");
        }
        if (attitude != null && (attitude < -2 || attitude > 2)) {
            throw new FieldRefusal("attitude", "contact.attitude");
        }
        if (language != null && !language.equals("zh") && !language.equals("en")) {
            throw new FieldRefusal("language", "contact.language");
        }
    }

    /** The least that makes a person: a name. */
    public static ContactDetails named(String name) {
        return new ContactDetails(ContactKind.CUSTOMER, name, null, null, null, null, BigDecimal.ONE, null, null, null,
                null, true, null);
    }

}
