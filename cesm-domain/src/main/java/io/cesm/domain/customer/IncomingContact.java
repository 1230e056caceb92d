package io.cesm.domain.customer;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person at a customer as a file or another system gives them: texts, not yet judged.
 * What is missing stays as it is; points are added, never taken away.
 *
 * @param row where they stand in the file, for the answer
 * @param externalKey their key in the other system; without one customer and name decide
 * @param customerKey external key or number of the customer
 * @param customerName name of the customer, if there is no key
 * @param phones numbers, each cell may hold several
 */
public record IncomingContact(int row, @Nullable String externalKey, @Nullable String customerKey,
        @Nullable String customerName, @Nullable String name, @Nullable String nameEn, @Nullable String title,
        @Nullable String department, @Nullable String decisionRole, @Nullable String roleWeight,
        @Nullable String influence, @Nullable String language, @Nullable String kind, @Nullable String note,
        List<String> phones, List<String> mails, List<String> wecoms, List<String> formerNames) {

    /** The least: keys, a name and phones. */
    public static IncomingContact of(int row, @Nullable String externalKey, String customerKey, String name,
            List<String> phones) {
        return new IncomingContact(row, externalKey, customerKey, null, name, null, null, null, null, null, null, null,
                null, null, phones, List.of(), List.of(), List.of());
    }

}
