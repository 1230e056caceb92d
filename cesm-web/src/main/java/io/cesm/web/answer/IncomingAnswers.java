package io.cesm.web.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.satisfaction.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/** Reads answers as programs send them: one value or a list of values under each key. */
public final class IncomingAnswers {

    private static final int MOST = 2_000;

    private static final int LONGEST = 6_000;

    private IncomingAnswers() {
    }

    public static Answers of(@Nullable Map<String, @Nullable Object> sent) {
        if (sent == null || sent.isEmpty()) {
            throw new FieldRefusal("answers", "answer.empty");
        }
        if (sent.size() > MOST) {
            throw new FieldRefusal("answers", "answer.too_many");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        sent.forEach((key, value) -> values.put(key, list(key, value)));
        return new Answers(values);
    }

    private static List<String> list(String key, @Nullable Object value) {
        var texts = new ArrayList<String>();
        if (value instanceof List<?> many) {
            many.forEach(it -> texts.add(text(key, it)));
        }
        else if (value != null) {
            texts.add(text(key, value));
        }
        return texts;
    }

    private static String text(String key, @Nullable Object value) {
        if (!(value instanceof String || value instanceof Number)) {
            throw new FieldRefusal("answers." + key, "answer.value");
        }
        var text = value.toString();
        if (text.length() > LONGEST) {
            throw new FieldRefusal("answers." + key, "text.too_long", LONGEST, text.length());
        }
        return Texts.clean(text);
    }

}
