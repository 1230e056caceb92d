package io.cesm.domain.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A question how many rows there are, counted up to a limit. Several of them, also of
 * features that do not know each other, are answered in one statement, see
 * {@link Tallies}.
 *
 * @param rows what is counted, from behind {@code from}: table, alias and condition
 * @param params the named parameters of the condition
 */
public record Tally(String rows, Map<String, ? extends @Nullable Object> params, int upTo) {

    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** The question as a column; its parameters bear the place as their ending. */
    String column(int place) {
        return "(select count(*) from (select 1 from " + NAMED.matcher(rows).replaceAll(":$1_" + place) + " limit "
                + upTo + ") n) as tally_" + place;
    }

    Map<String, @Nullable Object> params(int place) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        params.forEach((name, value) -> named.put(name + "_" + place, value));
        return named;
    }

}
