package io.cesm.domain.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phone cells of people's files: several numbers in one cell, numbers run
 * together, changed endings (021-5888 1234/5), extensions, missing area codes.
 */
final class PhoneCells {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private static final Pattern APART = Pattern
        .compile("[;；、\\n|]|(?<=\\d{5})[,，](?=\\s*[+(\\d])|\\s+(?:or|或|and|和)\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXTENSION = Pattern
        .compile("(?i)\\s*(?:转|分机号?|内线|ext(?:ension|n)?|x|#)[\\s.:=号]*(\\d{1,7})\\s*$");

    /** What nobody can misread in China needs no second look. */
    private static final Pattern PLAIN = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-\\d{7,8}");

    private static final Pattern DESTROYED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");

    private final String country;

    private final String area;

    PhoneCells(@Nullable String country, @Nullable String area) {
        this.country = country == null ? "CN" : country;
        this.area = area == null ? "" : digits(area);
    }

    /** What a cell was found to hold. */
    record Numbers(List<String> numbers, boolean guessed, boolean destroyed) {
    }

    Numbers read(String cell) {
        if (country.equals("CN") && PLAIN.matcher(cell).matches()) {
            return new Numbers(List.of(plain(cell)), false, false);
        }
        var folded = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        if (DESTROYED.matcher(folded).matches()) {
            return new Numbers(List.of(), false, true);
        }
        List<String> found = new ArrayList<>();
        boolean guessed = false;
        for (var piece : APART.split(folded)) {
            for (var each : endings(piece.strip())) {
                guessed |= one(each, found);
            }
        }
        return new Numbers(found.stream().distinct().toList(), guessed, false);
    }

    private static String plain(String cell) {
        return cell.startsWith("1") ? cell.substring(0, 3) + " " + cell.substring(3, 7) + " " + cell.substring(7)
                : cell;
    }

    /** 5888 1234/5/36 stands for three numbers that differ in their ending. */
    private static List<String> endings(String text) {
        var parts = text.split("/");
        List<String> all = new ArrayList<>();
        for (var part : parts) {
            var clean = part.strip();
            var digits = digits(clean);
            if (!all.isEmpty() && !digits.isEmpty() && digits.length() <= 4 && digits.equals(clean)) {
                var base = all.getFirst();
                if (digits(base).length() >= 7 && base.length() > digits.length()) {
                    all.add(base.substring(0, base.length() - digits.length()) + digits);
                    continue;
                }
            }
            if (!clean.isEmpty()) {
                all.add(clean);
            }
        }
        return all;
    }

    private boolean one(String text, List<String> found) {
        if (text.isEmpty()) {
            return false;
        }
        var match = EXTENSION.matcher(text);
        if (match.find() && digits(text.substring(0, match.start())).length() >= 5) {
            var number = valid(text.substring(0, match.start()));
            found.add(number == null ? text : shown(number) + " ext. " + match.group(1));
            return false;
        }
        var number = valid(text);
        if (number != null) {
            found.add(shown(number));
            return false;
        }
        return digits(text).length() > 11 && !text.startsWith("+") ? apart(digits(text), text, found)
                : keep(text, found);
    }

    private static boolean keep(String text, List<String> found) {
        found.add(text);
        return false;
    }

    /**
     * Two numbers written without anything between them, or a number with its extension.
     */
    private boolean apart(String digits, String text, List<String> found) {
        for (int at = digits.length() - 7; at >= 7; at--) {
            var first = valid(digits.substring(0, at));
            if (first == null) {
                continue;
            }
            var rest = digits.substring(at);
            var second = valid(rest);
            if (second == null) {
                second = valid(areaOf(first) + rest);
            }
            if (second != null) {
                found.add(shown(first));
                found.add(shown(second));
                return true;
            }
        }
        for (int at = digits.length() - 1; at >= digits.length() - 5 && at > 9; at--) {
            var first = valid(digits.substring(0, at));
            if (first != null) {
                found.add(shown(first) + " ext. " + digits.substring(at));
                return true;
            }
        }
        return keep(text, found);
    }

    private static String areaOf(PhoneNumber number) {
        int length = PHONES.getLengthOfGeographicalAreaCode(number);
        var national = PHONES.getNationalSignificantNumber(number);
        var area = national.substring(0, Math.min(length, national.length()));
        return number.getCountryCode() == 86 && !area.isEmpty() ? "0" + area : area;
    }

    private @Nullable PhoneNumber valid(String text) {
        var number = parse(text);
        if (number == null && !area.isEmpty() && digits(text).length() <= 8 && !text.startsWith("+")) {
            number = parse((country.equals("CN") && !area.startsWith("0") ? "0" : "") + area + digits(text));
        }
        return number;
    }

    private @Nullable PhoneNumber parse(String text) {
        try {
            var number = PHONES.parse(text, country);
            return PHONES.isValidNumber(number) ? number : null;
        }
        catch (NumberParseException noNumber) {
            return null;
        }
    }

    private String shown(PhoneNumber number) {
        boolean home = number.getCountryCode() == 86;
        var text = PHONES.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        return number.hasExtension()
                ? text.replaceFirst("(?i)\\s*ext\\.?\\s*\\d+$", "") + " ext. " + number.getExtension() : text;
    }

    private static String digits(String text) {
        var out = new StringBuilder();
        text.codePoints().filter(c -> c >= '0' && c <= '9').forEach(out::appendCodePoint);
        return out.toString();
    }

}
