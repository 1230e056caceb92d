package io.cesm.domain.customer;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads phones, mail addresses, WeCom ids and former names as people write them and gives
 * the one form in which they are compared.
 */
final class PointText {

    static final int MAX = 254;

    /** So many last digits find a number: callers are known by the four they read out. */
    private static final int TELLING = 4;

    private static final String HOME = "CN";

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private static final Pattern EXTENSION = Pattern
        .compile("(?i)\\s*(?:转|分机号?|内线|ext(?:ension|n)?|x|#|;ext=)[\\s.:=号]*(\\d{1,7})\\D*$");

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"(),;:]+@[^\\s@<>\"(),;:]+\\.[^\\s@<>\"(),;:.]{2,}");

    private static final Pattern PHONE_LIKE = Pattern.compile("[+＋]?[\\d\\s()\\-./·—–]{3,}(?:(?i:转|分机|ext|x|#).*)?");

    private PointText() {
    }

    /** The form in which a value is compared; refuses what cannot be one of that kind. */
    static String normal(PointKind kind, String value) {
        return switch (kind) {
            case PHONE -> phone(value);
            case EMAIL -> mail(value);
            case WECOM -> fold(value);
            case FORMER_NAME -> NameKey.of(value);
        };
    }

    static String value(PointKind kind, @Nullable String value) {
        var clean = Texts.required(value, MAX, "value");
        return kind == PointKind.FORMER_NAME ? clean : clean.replace('\n', ' ');
    }

    private static String mail(String value) {
        var folded = fold(value);
        if (folded.startsWith("mailto:")) {
            folded = folded.substring("mailto:".length());
        }
        if (!MAIL.matcher(folded).matches()) {
            throw new FieldRefusal("value", "mail.invalid", value);
        }
        return folded;
    }

    private static String phone(String value) {
        var digits = digits(value);
        if (digits.length() < 3 || digits.length() > 30) {
            throw new FieldRefusal("value", "phone.invalid", value);
        }
        var parts = split(value);
        var number = parse(parts.number());
        var base = number == null ? digits(parts.number()) : PHONES.format(number, PhoneNumberFormat.E164);
        return parts.extension().isEmpty() ? base : base + "x" + parts.extension();
    }

    /**
     * What to look for when somebody looks up a text that may be (part of) a phone
     * number.
     */
    static Lookup lookup(String text) {
        var folded = fold(text);
        if (!PHONE_LIKE.matcher(folded).matches()) {
            return new Lookup(Set.of(), Set.of());
        }
        var parts = split(folded);
        var digits = digits(parts.number());
        if (digits.length() < 3) {
            return new Lookup(Set.of(), Set.of());
        }
        var beginnings = new LinkedHashSet<String>();
        var number = parse(parts.number());
        var tail = digits.replaceFirst("^0+", "");
        if (number != null) {
            var national = PHONES.getNationalSignificantNumber(number);
            beginnings.add(PHONES.format(number, PhoneNumberFormat.E164));
            beginnings.add(national);
            tail = national;
        }
        else if (tail.length() > 9 && tail.startsWith("86")) {
            tail = tail.substring(2).replaceFirst("^0+", "");
        }
        beginnings.add(digits);
        if (!tail.isEmpty()) {
            beginnings.add("+86" + tail);
            beginnings.add("+" + digits.replaceFirst("^0+", ""));
        }
        var endings = new LinkedHashSet<String>();
        Stream.of(tail, digits)
            .filter(it -> it.length() >= TELLING)
            .forEach(it -> endings.add(new StringBuilder(it).reverse().toString()));
        return new Lookup(beginnings, endings);
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        var out = new StringBuilder();
        fold(text).codePoints().filter(c -> c >= '0' && c <= '9').forEach(out::appendCodePoint);
        return out.toString();
    }

    private static Parts split(String value) {
        var folded = fold(value);
        var match = EXTENSION.matcher(folded);
        if (match.find() && digits(folded.substring(0, match.start())).length() >= 5) {
            return new Parts(folded.substring(0, match.start()), match.group(1));
        }
        return new Parts(folded, "");
    }

    private static @Nullable PhoneNumber parse(String text) {
        try {
            var number = PHONES.parse(text, HOME);
            return PHONES.isValidNumber(number) ? number : null;
        }
        catch (NumberParseException ex) {
            return null;
        }
    }

    private record Parts(String number, String extension) {
    }

    /**
     * Where a looked-up number may be found.
     *
     * @param beginnings beginnings of compared forms
     * @param reversedEndings endings, reversed, that are long enough to be telling
     */
    record Lookup(Set<String> beginnings, Set<String> reversedEndings) {

        boolean isPhone() {
            return !beginnings.isEmpty();
        }
    }

}
