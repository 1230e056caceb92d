package io.cesm.satisfaction.reading;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a key: {@code question@each.part}.
 *
 * @param each whom a block was repeated for, null if it was not
 * @param part row of a matrix, side of a pair, option
 */
record AnswerKeys(String question, @Nullable String each, @Nullable String part) {

    static AnswerKeys of(String key) {
        int at = key.indexOf('@');
        int dot = key.indexOf('.', Math.max(at, 0));
        var head = dot < 0 ? key : key.substring(0, dot);
        var part = dot < 0 ? null : key.substring(dot + 1);
        return at < 0 ? new AnswerKeys(head, null, part)
                : new AnswerKeys(head.substring(0, at), head.substring(at + 1), part);
    }

}
