package io.cesm.web.layout;

import java.util.Comparator;
import java.util.Set;

/**
 * The filters in the address of a list, written so that the same filters are the same
 * text.
 */
public final class Query {

    private static final Set<String> PASSING = Set.of("cursor", "lang", "theme", "rows", "plain", "_csrf", "_nonce");

    private Query() {
    }

    /** The parameters that filter, sorted and encoded; empty if there is none. */
    public static String sorted(String query) {
        var parameters = Address.parse(query)
            .stream()
            .filter(it -> !PASSING.contains(it.name()))
            .sorted(Comparator.comparing(Address.Parameter::name).thenComparing(Address.Parameter::value))
            .toList();
        return new Address("", parameters).queryString();
    }

}
