package io.cesm.web.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import org.jspecify.annotations.Nullable;

/** A kind of record that the global search finds; features bring it. */
public interface SearchSource {

    /** Name of the kind; its heading is the message {@code search.kind.<key>}. */
    String key();

    /**
     * Takes the question what fits a text best, within the reach of the one who asks,
     * along in the one round of the search.
     * @return what was found, once the round is over
     */
    Supplier<List<Hit>> ask(Round round, String text, int limit);

    /** Address of the record with exactly this number. */
    default Optional<String> byNumber(String number) {
        return Optional.empty();
    }

    /** Address of the list of all that fit, null if there is none. */
    @Nullable String all(String text);

    /**
     * Something that was found.
     *
     * @param detail what tells it from others of the same name
     */
    record Hit(String href, String title, @Nullable String detail) {

        /** What was found, each as a hit. */
        public static <T> Supplier<List<Hit>> each(Supplier<List<T>> found, Function<T, Hit> hit) {
            return () -> found.get().stream().map(hit).toList();
        }

    }

}
