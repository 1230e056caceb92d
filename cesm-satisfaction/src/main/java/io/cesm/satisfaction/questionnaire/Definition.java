package io.cesm.satisfaction.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * A questionnaire, whole: its languages and all that is asked. The first language is the
 * one it was written in.
 */
public record Definition(List<String> languages, Words title, Words intro, Words thanks, List<Page> pages) {

    public Definition {
        languages = List.copyOf(languages);
        pages = List.copyOf(pages);
    }

    /** The language it was written in. */
    public String base() {
        return languages.getFirst();
    }

    public List<Question> questions() {
        return pages.stream().flatMap(it -> it.questions().stream()).toList();
    }

    public Optional<Question> question(String id) {
        return questions().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Page> page(String id) {
        return pages.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The language of these in which a reader is spoken to. */
    public String language(String wanted) {
        return languages.contains(wanted) ? wanted : languages.contains("en") ? "en" : base();
    }

}
