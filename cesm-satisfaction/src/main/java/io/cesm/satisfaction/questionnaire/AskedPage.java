package io.cesm.satisfaction.questionnaire;

import java.util.List;

/**
 * A page as it is put to one respondent: its questions that are asked, in their order.
 */
public record AskedPage(Page page, List<Asked> questions) {

    /** All fields a form of this page may send. */
    public List<String> fields() {
        return questions.stream().flatMap(it -> it.fields().stream()).toList();
    }

    /** The questions by their keys. */
    public List<String> keys() {
        return questions.stream().map(Asked::key).toList();
    }

}
