package io.cesm.governance.takeover;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row; what cannot be read is refused at its column. */
record RowReader(ImportRow row) {

    private static final List<DateTimeFormatter> MOMENTS = List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-M-d H:mm[:ss]"));

    @Nullable String text(String target) {
        return row.first(target);
    }

    String required(String target) {
        var text = text(target);
        if (text == null) {
            throw new FieldRefusal(target, "text.required");
        }
        return text;
    }

    /** A code, or a word for it, in Chinese or English. */
    <E extends Enum<E>> @Nullable E word(String target, Class<E> type, Map<String, E> words) {
        var text = text(target);
        if (text == null) {
            return null;
        }
        var folded = fold(text).toLowerCase(Locale.ROOT);
        var known = words.get(folded);
        if (known != null) {
            return known;
        }
        var code = folded.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
            .filter(it -> it.name().equals(code))
            .findFirst()
            .orElseThrow(() -> new FieldRefusal(target, "word.unknown", cut(text)));
    }

    @Nullable BigDecimal number(String target) {
        var text = text(target);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= 40) {
                return new BigDecimal(fold(text).replaceAll("[,\\s%]", ""));
            }
        }
        catch (NumberFormatException notOne) {
            // refused below
        }
        throw new FieldRefusal(target, "number.invalid", cut(text));
    }

    @Nullable Integer whole(String target, int least, int most) {
        var number = number(target);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new FieldRefusal(target, "number.range", least, most);
        }
        return number.intValue();
    }

    boolean yes(String target) {
        var text = text(target);
        return text != null
                && List.of("是", "有", "1", "y", "yes", "true", "x").contains(fold(text).toLowerCase(Locale.ROOT));
    }

    @Nullable LocalDate day(String target) {
        var at = moment(target);
        return at == null ? null : CompanyTime.dayOf(at);
    }

    /** A moment; without a zone where the company has its seat, a mere day at 09:00. */
    @Nullable Instant moment(String target) {
        var text = text(target);
        if (text == null) {
            return null;
        }
        var word = fold(text).replace('/', '-').replace('.', '-').replace('年', '-').replace('月', '-').replace("日", "");
        try {
            return OffsetDateTime.parse(fold(text)).toInstant();
        }
        catch (DateTimeException notThat) {
            // another writing
        }
        for (var each : MOMENTS) {
            try {
                return LocalDateTime.parse(word, each).atZone(CompanyTime.ZONE).toInstant();
            }
            catch (DateTimeException notThat) {
                // another writing
            }
        }
        try {
            return LocalDate.parse(word.strip(), DateTimeFormatter.ofPattern("yyyy-M-d"))
                .atTime(9, 0)
                .atZone(CompanyTime.ZONE)
                .toInstant();
        }
        catch (DateTimeException notThat) {
            throw new FieldRefusal(target, "import.day_unreadable", cut(text));
        }
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

}
