package io.cesm.satisfaction.questionnaire;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a questionnaire as one respondent sees it, in one language: texts are filled
 * in, orders decided, what was said is marked.
 *
 * @param page id of the page
 * @param number its place among the pages that are shown, from 1
 * @param of how many pages there are, as far as can be known now
 */
public record Sheet(String language, String page, int number, int of, String title, String intro,
        List<Section> sections) {

    /** The questions with which something is wrong. */
    public List<Item> wrong() {
        return sections.stream().flatMap(it -> it.items().stream()).filter(it -> !it.wrong().isEmpty()).toList();
    }

    /** The keys of all questions, as the form sends them back. */
    public String keys() {
        return String.join(" ", sections.stream().flatMap(it -> it.items().stream()).map(Item::key).toList());
    }

    /** Questions under one heading. */
    public record Section(String title, String intro, List<Item> items) {
    }

    /** Says what is wrong: key of the sentence and its places. */
    public record Wrong(String field, String code, List<Object> args) {

        public Object[] places() {
            return args.toArray();
        }

    }

    /**
     * One question.
     *
     * @param key prefix of its fields
     * @param groups scales and lists of options
     * @param codes answers for the whole question that say nothing
     * @param places rows of a ranking
     * @param field a field to write into
     * @param wrong what is wrong with it
     */
    public record Item(String key, QuestionType type, String text, String help, boolean required, List<Group> groups,
            List<Pick> codes, List<Place> places, @Nullable Field field, List<Wrong> wrong) {

        /** Whether it needs a frame of its own with the question as its heading. */
        public boolean grouped() {
            return !groups.isEmpty() || !places.isEmpty();
        }

        /** The words at the points, told once above several scales. */
        public List<Pick> points() {
            return groups.isEmpty() ? List.of() : groups.getFirst().picks();
        }

    }

    /**
     * Answers of which one, or several, are picked.
     *
     * @param name field that is sent
     * @param label heading of its own, empty if the question is the heading
     * @param kind MARKS are numbers in a row, LIST is words below one another
     */
    public record Group(String name, String label, boolean many, Kind kind, String low, String high, List<Pick> picks) {

        /** How it looks. */
        public enum Kind {

            MARKS, LIST

        }

    }

    /**
     * One answer to pick.
     *
     * @param mark what stands on it, such as a number
     * @param words what it means
     * @param beside name of the field for own words, null if there is none
     * @param code whether it says nothing
     */
    public record Pick(String value, String mark, String words, boolean chosen, @Nullable String beside,
            String besideText, boolean code) {
    }

    /** One option of a ranking. */
    public record Place(String name, String label, @Nullable String chosen, List<Integer> places) {
    }

    /**
     * A field to write into.
     *
     * @param kind text, area, email, tel, number, date, file or tick
     * @param label words at the field, as unit or text of consent
     */
    public record Field(String name, String kind, @Nullable String value, String label, @Nullable String min,
            @Nullable String max, @Nullable String step) {
    }

}
