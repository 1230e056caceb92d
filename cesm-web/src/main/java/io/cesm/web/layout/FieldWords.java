package io.cesm.web.layout;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Says in words what the codes in the fields of a feature's records mean. Every feature
 * whose records keep codes has one.
 */
public interface FieldWords {

    /** The kinds of records it speaks for, such as EXPECTATION. */
    Set<String> types();

    /**
     * What the keys of the words for the codes of a field begin with, such as
     * {@code State.}; null if what stands there speaks for itself.
     */
    @Nullable String group(String type, String field);

    /** The word for a code that no message has; null if there is none. */
    default @Nullable String word(String type, String field, String code, Locale language) {
        return null;
    }

}
