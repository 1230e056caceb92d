package io.cesm.expectation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words files use for channels, classes, dates and numbers, in Chinese and
 * English.
 */
final class ExpectationWords {

    private static final Pattern DAY = Pattern
        .compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T].*)?");

    private static final Map<String, Channel> CHANNELS = Map.ofEntries(Map.entry("拜访", Channel.VISIT),
            Map.entry("走访", Channel.VISIT), Map.entry("会议", Channel.MEETING), Map.entry("电话", Channel.PHONE),
            Map.entry("call", Channel.PHONE), Map.entry("邮件", Channel.EMAIL), Map.entry("e-mail", Channel.EMAIL),
            Map.entry("mail", Channel.EMAIL), Map.entry("企业微信", Channel.WECOM), Map.entry("微信", Channel.WECOM),
            Map.entry("wechat", Channel.WECOM), Map.entry("调查", Channel.SURVEY), Map.entry("问卷", Channel.SURVEY),
            Map.entry("活动", Channel.EVENT), Map.entry("展会", Channel.EVENT), Map.entry("其他", Channel.OTHER));

    private static final Map<String, Kano> CLASSES = Map.ofEntries(Map.entry("必备", Kano.MUST_BE),
            Map.entry("必备型", Kano.MUST_BE), Map.entry("基本型", Kano.MUST_BE), Map.entry("m", Kano.MUST_BE),
            Map.entry("期望", Kano.PERFORMANCE), Map.entry("期望型", Kano.PERFORMANCE), Map.entry("一维", Kano.PERFORMANCE),
            Map.entry("o", Kano.PERFORMANCE), Map.entry("魅力", Kano.ATTRACTIVE), Map.entry("魅力型", Kano.ATTRACTIVE),
            Map.entry("兴奋型", Kano.ATTRACTIVE), Map.entry("a", Kano.ATTRACTIVE), Map.entry("无差异", Kano.INDIFFERENT),
            Map.entry("无差异型", Kano.INDIFFERENT), Map.entry("i", Kano.INDIFFERENT), Map.entry("反向", Kano.REVERSE),
            Map.entry("反向型", Kano.REVERSE), Map.entry("r", Kano.REVERSE));

    private static final Map<String, ExpectationState> STATES = Map.of("已登记", ExpectationState.CAPTURED, "新建",
            ExpectationState.CAPTURED, "new", ExpectationState.CAPTURED, "open", ExpectationState.CAPTURED, "logged",
            ExpectationState.CAPTURED, "已澄清", ExpectationState.CLARIFIED);

    private ExpectationWords() {
    }

    static @Nullable Channel channel(@Nullable String text) {
        return word(text, Channel.class, CHANNELS, "channel");
    }

    static @Nullable Kano kano(@Nullable String text) {
        return word(text, Kano.class, CLASSES, "kano");
    }

    static @Nullable Flow flow(@Nullable String text) {
        return word(text, Flow.class, Map.of(), "flow");
    }

    /** Only what no colleague has to answer for can be brought in. */
    static ExpectationState state(@Nullable String text) {
        var state = word(text, ExpectationState.class, STATES, "state");
        if (state != null && state != ExpectationState.CAPTURED && state != ExpectationState.CLARIFIED) {
            throw new FieldRefusal("state", "expectation.import.state", String.valueOf(text));
        }
        return state == null ? ExpectationState.CAPTURED : state;
    }

    static @Nullable LocalDate day(@Nullable String text, String field) {
        if (text == null) {
            return null;
        }
        var parts = DAY.matcher(fold(text));
        try {
            if (parts.matches()) {
                return LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
            }
        }
        catch (DateTimeException noSuchDay) {
            // refused below
        }
        throw new FieldRefusal(field, "import.day_unreadable", cut(text));
    }

    static @Nullable BigDecimal number(@Nullable String text, String field) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= 40) {
                return new BigDecimal(fold(text).replaceAll("[,\\s%]", ""));
            }
        }
        catch (NumberFormatException ex) {
            // refused below
        }
        throw new FieldRefusal(field, "number.invalid", cut(text));
    }

    static @Nullable Integer whole(@Nullable String text, String field) {
        var number = number(text, field);
        try {
            return number == null ? null : number.intValueExact();
        }
        catch (ArithmeticException ex) {
            throw new FieldRefusal(field, "number.invalid", cut(String.valueOf(text)));
        }
    }

    private static <E extends Enum<E>> @Nullable E word(@Nullable String text, Class<E> type, Map<String, E> words,
            String field) {
        if (text == null) {
            return null;
        }
        var folded = fold(text);
        var known = words.get(folded);
        if (known != null) {
            return known;
        }
        var code = folded.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
            .filter(it -> it.name().equals(code))
            .findFirst()
            .orElseThrow(() -> new FieldRefusal(field, "word.unknown", cut(text)));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

}
