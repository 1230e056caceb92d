package io.cesm.satisfaction.questionnaire;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is seen at once.
 *
 * @param shuffle shows its blocks in random order
 */
public record Page(String id, Words title, Words intro, boolean shuffle, @Nullable ShowIf show, List<Block> blocks) {

    public Page {
        blocks = List.copyOf(blocks);
    }

    /** All its questions in the order they were written. */
    public List<Question> questions() {
        return blocks.stream().flatMap(it -> it.questions().stream()).toList();
    }

}
