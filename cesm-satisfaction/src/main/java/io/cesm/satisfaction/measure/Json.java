package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes the small objects of an answer; a million of them make every object count. */
final class Json {

    private Json() {
    }

    static String of(Map<String, Object> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        var out = new StringBuilder(24 * values.size());
        char before = '{';
        for (var each : values.entrySet()) {
            out.append(before);
            text(each.getKey(), out);
            out.append(':');
            value(each.getValue(), out);
            before = ',';
        }
        return out.append('}').toString();
    }

    private static void value(Object value, StringBuilder out) {
        switch (value) {
            case Integer number -> out.append(number.intValue());
            case BigDecimal number -> out.append(number.toPlainString());
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    value(list.get(i), out);
                }
                out.append(']');
            }
            default -> text(value.toString(), out);
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            }
            else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
            else {
                out.append(c);
            }
        }
        out.append('"');
    }

}
