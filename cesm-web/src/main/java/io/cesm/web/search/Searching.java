package io.cesm.web.search;

import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** All that fits a text, asked for in one round however many features bring it. */
@Component
class Searching {

    private static final int LONGEST = 120;

    private final List<SearchSource> sources;

    private final NamedParameterJdbcOperations jdbc;

    Searching(List<SearchSource> sources, NamedParameterJdbcOperations jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
    }

    /**
     * What was found of one kind.
     *
     * @param all address of the list of all that fit
     */
    public record Found(String key, List<SearchSource.Hit> hits, @Nullable String all) {
    }

    /** The kinds of which something was found, in their order. */
    List<Found> find(String text, int limit) {
        if (text.isEmpty()) {
            return List.of();
        }
        var round = new Round();
        var answers = sources.stream().map(it -> it.ask(round, text, limit)).toList();
        round.go(jdbc);
        var found = new ArrayList<Found>();
        for (int i = 0; i < sources.size(); i++) {
            var hits = answers.get(i).get();
            if (!hits.isEmpty()) {
                found.add(new Found(sources.get(i).key(), hits, sources.get(i).all(text)));
            }
        }
        return found;
    }

    /** A text as it is searched for, however it was typed. */
    static String clean(String typed) {
        var text = Texts.clean(typed).replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

}
