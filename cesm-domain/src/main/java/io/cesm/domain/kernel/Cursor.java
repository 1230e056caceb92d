package io.cesm.domain.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The place in a list after which (or before which) to read on: the sort key of a row,
 * opaque to the outside.
 *
 * @param backwards whether to read towards the beginning
 */
public record Cursor(boolean backwards, List<@Nullable String> keys) {

    private static final char SEPARATOR = '\u001F';

    private static final String MISSING = "\u0000";

    /** The cursor to go on after a row with these sort keys. */
    public static String after(@Nullable Object... keys) {
        return encode('>', keys);
    }

    /** The cursor to go back before a row with these sort keys. */
    public static String before(@Nullable Object... keys) {
        return encode('<', keys);
    }

    /**
     * Reads a cursor that came back from outside.
     * @param size number of keys it must have
     * @return null if there is none
     * @throws Refusal if it is not one of ours
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = Arrays.asList(plain.substring(1).split(String.valueOf(SEPARATOR), -1));
            if (parts.size() != size || (plain.charAt(0) != '<' && plain.charAt(0) != '>')) {
                throw new Refusal("cursor.invalid");
            }
            var keys = parts.stream().<@Nullable String>map(it -> it.equals(MISSING) ? null : it).toList();
            return new Cursor(plain.charAt(0) == '<', keys);
        }
        catch (IllegalArgumentException | StringIndexOutOfBoundsException ex) {
            throw new Refusal("cursor.invalid");
        }
    }

    public @Nullable String text(int i) {
        return keys.get(i);
    }

    public @Nullable UUID uuid(int i) {
        return convert(i, UUID::fromString);
    }

    public @Nullable Instant instant(int i) {
        return convert(i, Instant::parse);
    }

    public @Nullable LocalDate date(int i) {
        return convert(i, LocalDate::parse);
    }

    public @Nullable Long number(int i) {
        return convert(i, Long::valueOf);
    }

    private <T> @Nullable T convert(int i, Function<String, T> how) {
        var key = keys.get(i);
        try {
            return key == null ? null : how.apply(key);
        }
        catch (IllegalArgumentException | DateTimeException ex) {
            throw new Refusal("cursor.invalid");
        }
    }

    private static String encode(char direction, @Nullable Object... keys) {
        var plain = direction + Arrays.stream(keys)
            .map(it -> it == null ? MISSING : it.toString())
            .collect(Collectors.joining(String.valueOf(SEPARATOR)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

}
