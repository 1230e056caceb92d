package io.cesm.domain.customer;

import java.util.Map;

/**
 * Conditions on the beginning of a text that use a {@code text_pattern_ops} index
 * whatever plan the database keeps for the statement; LIKE with a parameter does not.
 */
final class Prefix {

    private static final String LAST = "\uDBFF\uDFFF";

    private Prefix() {
    }

    static String condition(String expression, String name, String beginning, Map<String, Object> params) {
        params.put(name, beginning);
        params.put(name + "End", beginning + LAST);
        return "(" + expression + " ~>=~ :" + name + " and " + expression + " ~<~ :" + name + "End)";
    }

}
