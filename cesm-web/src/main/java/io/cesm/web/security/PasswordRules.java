package io.cesm.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Judges new passwords as ASVS 5.0 asks: long enough, any characters, and something left
 * of it when the words and rows that everybody uses – and the person's own name – are
 * taken away.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;

    private static final int LEFT_OVER = 5;

    private final List<String> common;

    PasswordRules() {
        try (var words = new ClassPathResource("security/common-passwords.txt").getInputStream()) {
            this.common = new String(words.readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Refuses a password that others would guess.
     * @param field the form field it was typed into
     * @param own words of the person: login, name, mail
     */
    void check(@Nullable String password, String field, @Nullable String... own) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (password == null || length < SHORTEST) {
            throw new FieldRefusal(field, "password.too_short", SHORTEST, length);
        }
        if (password.length() > Credentials.LONGEST) {
            throw new FieldRefusal(field, "password.too_long", Credentials.LONGEST);
        }
        var left = fold(password);
        for (var word : own) {
            left = without(left, word);
        }
        if (left.length() < LEFT_OVER) {
            throw new FieldRefusal(field, "password.own_words");
        }
        for (var word : common) {
            left = left.replace(word, "");
        }
        if (withoutRows(left).chars().distinct().count() < LEFT_OVER) {
            throw new FieldRefusal(field, "password.common");
        }
    }

    private static String without(String text, @Nullable String word) {
        if (word == null) {
            return text;
        }
        for (var part : fold(word).split("[@._\\s+-]+")) {
            text = part.length() < 2 ? text : text.replace(part, "");
        }
        return text;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('@', 'a')
            .replace('$', 's')
            .replaceAll("(?<=\\p{L})0(?=\\p{L})", "o")
            .replaceAll("(?<=\\p{L})1(?=\\p{L})", "i")
            .replaceAll("(?<=\\p{L})3(?=\\p{L})", "e");
    }

    /** Takes out repetitions and rows such as aaaa, 1234, 4321 and years. */
    private static String withoutRows(String text) {
        var out = new StringBuilder();
        var years = text.replaceAll("(19|20)\\d\\d", "");
        int i = 0;
        while (i < years.length()) {
            int end = rowEnd(years, i);
            if (end - i < 3) {
                out.append(years.charAt(i));
                i++;
            }
            else {
                i = end;
            }
        }
        return out.toString();
    }

    private static int rowEnd(String text, int start) {
        int longest = start + 1;
        for (int step = -1; step <= 1; step++) {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
                end++;
            }
            longest = Math.max(longest, end);
        }
        return longest;
    }

}
