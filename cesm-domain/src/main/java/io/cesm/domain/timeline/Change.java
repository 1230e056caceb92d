package io.cesm.domain.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a record, with the values before and after.
 *
 * @param action a code such as CAPTURED; its sentence is the message
 * {@code timeline.<type>.<action>}
 * @param values before and after by field; equal pairs are left out
 * @param note free words of the person, if any
 */
public record Change(Subject subject, String action, Map<String, Values> values, @Nullable String note) {

    /** A value before and after, as text. */
    public record Values(@Nullable String before, @Nullable String after) {
    }

    public static Change of(Subject subject, String action) {
        return new Change(subject, action, Map.of(), null);
    }

    /** Adds a field if its value has changed. */
    public Change with(String field, @Nullable Object before, @Nullable Object after) {
        var was = before == null ? null : before.toString();
        var is = after == null ? null : after.toString();
        if (Objects.equals(was, is)) {
            return this;
        }
        Map<String, Values> more = new LinkedHashMap<>(values);
        more.put(field, new Values(was, is));
        return new Change(subject, action, more, note);
    }

    public Change note(@Nullable String words) {
        return new Change(subject, action, values, words);
    }

    public boolean isEmpty() {
        return values.isEmpty() && note == null;
    }

}
