package io.cesm.web.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.web.strict.UnexpectedParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a page of questions sends: answers under their keys, and where the respondent
 * stands under names that begin with {@code p_}.
 */
public record SentAnswers(Map<String, String> place, Answers answers) {

    private static final Set<String> PLACES = Set.of("p_page", "p_shown", "p_go", "p_of", "p_width", "p_speak");

    public static SentAnswers of(MultiValueMap<String, String> form) {
        Map<String, String> place = new LinkedHashMap<>();
        Map<String, List<String>> said = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith("p_")) {
                place.put(name, values.getFirst());
            }
            else if (!name.startsWith("_") && !name.equals("lang")) {
                said.put(name, values.stream().limit(100).map(SentAnswers::cut).toList());
            }
        });
        return new SentAnswers(place, new Answers(said));
    }

    /** Refuses a field that no question of the version shown asks for. */
    public SentAnswers refuseOthers(Set<String> fields) {
        Stream
            .concat(place.keySet().stream().filter(it -> !PLACES.contains(it)),
                    answers.values().keySet().stream().filter(it -> !fields.contains(it)))
            .findFirst()
            .ifPresent(it -> {
                throw UnexpectedParameter.named(it);
            });
        return this;
    }

    private static String cut(String text) {
        return io.cesm.domain.kernel.Texts.clean(text.length() > 6000 ? text.substring(0, 6000) : text);
    }

    public String text(String name, @Nullable String usual) {
        var text = place.get(name);
        return text == null || text.isBlank() ? String.valueOf(usual) : text;
    }

    public @Nullable String textOrNull(String name) {
        var text = place.get(name);
        return text == null || text.isBlank() ? null : text;
    }

    public @Nullable Integer number(String name) {
        var text = place.get(name);
        return text != null && text.matches("[0-9]{1,6}") ? Integer.valueOf(text) : null;
    }

}
