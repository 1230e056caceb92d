package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question as it is put to one respondent.
 *
 * @param block the block it stands in
 * @param each whom the block is repeated for, null if it is not
 */
public record Asked(Question question, Block block, @Nullable Each each) {

    /** One of those a block is repeated for. */
    public record Each(String id, Words name) {
    }

    /** The key of its answer; parts are added with a dot. */
    public String key() {
        return each == null ? question.id() : question.id() + "@" + each.id();
    }

    /** The key of one of its items. */
    String key(String plain) {
        return key() + plain.substring(question.id().length());
    }

    /** The items it is answered by. */
    List<String> items() {
        return Items.keys(question).stream().map(this::key).toList();
    }

    /** All fields a form may send for it: its items, and words beside an option. */
    public List<String> fields() {
        var fields = new ArrayList<>(items());
        if (question instanceof Question.Choice choice) {
            choice.options().stream().filter(Option::other).forEach(it -> fields.add(key() + "." + it.id()));
        }
        if (question instanceof Question.Matrix || question instanceof Question.Ranking
                || question instanceof Question.Pair || question instanceof Question.Kano) {
            fields.add(key());
        }
        return fields;
    }

    /** Whether it was answered with one of the codes that say nothing. */
    boolean isCode(@Nullable String value) {
        return value != null && question.head().na().stream().anyMatch(it -> it.id().equals(value));
    }

}
