package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;

/**
 * Reads the cells of one kind of column: what a code means, which are no answer, where
 * the answer goes.
 *
 * @param target what a mapping calls it
 * @param label what people call it
 * @param names further headings by which it is recognised
 * @param key where the answer stands
 * @param codes what is stored for a cell, by the folded cell
 * @param none folded cells that are no answer
 * @param rival id of the rival it is about
 */
record AnswerColumn(String target, Label label, List<String> names, ColumnKind kind, String key, int min, int max,
        Map<String, String> codes, Set<String> none, @Nullable String rival) {

    /** Longest text that is kept. */
    static final int LONGEST = 4000;

    AnswerColumn {
        names = List.copyOf(names);
        codes = Map.copyOf(codes);
        none = Set.copyOf(none);
    }

    Target offered() {
        var offered = Target.of(target, label.zh(), label.en(), names.toArray(String[]::new));
        return kind == ColumnKind.MULTI ? offered.repeated() : offered;
    }

    /** The same with further codes that are no answer. */
    AnswerColumn without(Set<String> more) {
        var all = new java.util.HashSet<>(none);
        all.addAll(more);
        return new AnswerColumn(target, label, names, kind, key, min, max, codes, all, rival);
    }

    /**
     * Reads a cell into a draft.
     * @throws FieldRefusal if it is no answer that could be given
     */
    void read(String cell, AnswerDraft draft) {
        var text = cell.strip();
        var folded = folded(text);
        if (folded.isEmpty() || none.contains(folded)) {
            return;
        }
        switch (kind) {
            case TEXT -> draft.word(key, cut(Texts.clean(text), LONGEST));
            case SEGMENT -> draft.segment(key, cut(Texts.clean(codes.getOrDefault(folded, text)), 120));
            case SINGLE -> draft.item(key, code(folded, text));
            case MULTI -> several(text, draft);
            case NUMBER -> draft.item(key, codes.containsKey(folded) ? code(folded, text) : quantity(text));
            default -> point(folded, text, draft);
        }
    }

    private void point(String folded, String text, AnswerDraft draft) {
        var stored = codes.getOrDefault(folded, folded);
        int point = whole(stored);
        if (point == Integer.MIN_VALUE && codes.containsKey(folded)) {
            draft.item(key, stored);
            return;
        }
        if (point < min || point > max) {
            throw new FieldRefusal(target, "answers.off_scale", shown(text), min, max);
        }
        draft.item(key, point);
        var about = rival;
        if (about != null) {
            draft.one(CodebookQuestions.RIVALS, about);
        }
    }

    private String code(String folded, String text) {
        var stored = codes.get(folded);
        if (stored == null) {
            throw new FieldRefusal(target, "answers.code_unknown", shown(text));
        }
        return stored;
    }

    /** One code, or several in one cell. */
    private void several(String text, AnswerDraft draft) {
        var whole = codes.get(folded(text));
        if (whole != null) {
            draft.one(key, whole);
            return;
        }
        for (var part : text.split("[;；|、]")) {
            var folded = folded(part.strip());
            if (!folded.isEmpty() && !none.contains(folded)) {
                draft.one(key, code(folded, part));
            }
        }
    }

    private BigDecimal quantity(String text) {
        try {
            var number = new BigDecimal(text.replace(" ", ""));
            if (text.length() <= 20 && number.scale() <= 6 && number.precision() - number.scale() <= 15) {
                return number;
            }
        }
        catch (NumberFormatException ex) {
            // told below
        }
        throw new FieldRefusal(target, "answers.no_number", shown(text));
    }

    private static String shown(String text) {
        return cut(text, 40);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static int whole(String text) {
        int length = text.length();
        boolean minus = length > 1 && text.charAt(0) == '-';
        if (length == 0 || length > 4) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (int i = minus ? 1 : 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return minus ? -value : value;
    }

    /** How cells are compared: “5”, “5.0” and “05” are the same, words without case. */
    static String folded(String text) {
        if (text.length() == 1 && text.charAt(0) < 'A') {
            return text;
        }
        if (text.length() <= 15 && text.matches("[+-]?\\d+([.]0*)?")) {
            return String.valueOf(Long.parseLong(text.replaceAll("[.]0*$", "").replace("+", "")));
        }
        return text.toLowerCase(Locale.ROOT);
    }

}
