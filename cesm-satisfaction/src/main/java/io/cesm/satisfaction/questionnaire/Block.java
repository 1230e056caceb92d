package io.cesm.satisfaction.questionnaire;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Questions that belong together.
 *
 * @param shuffle asks them in random order
 * @param repeat asks them once for each of several names, null for once
 */
public record Block(String id, Words title, Words intro, boolean shuffle, @Nullable Repeat repeat,
        @Nullable ShowIf show, List<Question> questions) {

    public Block {
        questions = List.copyOf(questions);
    }

    /**
     * For whom a block is asked again.
     *
     * @param over id of a question whose chosen options are meant, or
     * {@link #COMPETITORS}
     * @param most how often at the most
     */
    public record Repeat(String over, int most) {

        /** The competitors noted at the customer. */
        public static final String COMPETITORS = "competitors";

    }

}
