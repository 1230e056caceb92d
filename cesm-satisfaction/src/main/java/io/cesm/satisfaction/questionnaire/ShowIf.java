package io.cesm.satisfaction.questionnaire;

import java.util.List;

/** When something is asked: all of the tests hold, or any of them. */
public record ShowIf(boolean any, List<Test> tests) {

    public ShowIf {
        tests = List.copyOf(tests);
    }

    /** How an answer is compared. */
    public enum Op {

        ANSWERED, UNANSWERED, IS, IS_NOT, AT_LEAST, AT_MOST, INCLUDES, EXCLUDES;

        public boolean needsValue() {
            return this != ANSWERED && this != UNANSWERED;
        }

    }

    /**
     * One comparison.
     *
     * @param of key of an item, or {@code data.<name>} for what is known of the contact
     * @param values any of them is enough
     */
    public record Test(String of, Op op, List<String> values) {

        public Test {
            values = List.copyOf(values);
        }

    }

}
