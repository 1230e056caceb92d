package io.cesm.domain.customer;

import java.util.List;
import java.util.Map;

import io.cesm.domain.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a file or another system gives it: texts, not yet judged. What is missing
 * stays as it is.
 *
 * @param row where it stands in the file, for the answer
 * @param externalKey its key in the other system; without one the name decides
 * @param parentKey external key or number of the customer above
 * @param unit name of the unit that looks after it
 * @param team logins by place: AR, SR, FR, CSR
 * @param phones numbers of the house itself, each cell may hold several
 * @param mails mail addresses of the house itself
 */
public record IncomingCustomer(int row, @Nullable String externalKey, @Nullable String name, @Nullable String nameEn,
        @Nullable String kind, @Nullable String status, @Nullable String parentKey, @Nullable String unit,
        @Nullable String tier, @Nullable String valueBasis, @Nullable String annualValue, @Nullable String currency,
        @Nullable String industry, @Nullable String address, @Nullable String website, @Nullable String note,
        List<String> formerNames, Map<Role, String> team, List<String> phones, List<String> mails) {

    /** The least: a key and a name. */
    public static IncomingCustomer of(int row, @Nullable String externalKey, @Nullable String name) {
        return new IncomingCustomer(row, externalKey, name, null, null, null, null, null, null, null, null, null, null,
                null, null, null, List.of(), Map.of(), List.of(), List.of());
    }

}
