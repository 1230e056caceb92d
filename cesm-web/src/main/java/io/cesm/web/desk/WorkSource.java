package io.cesm.web.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import org.jspecify.annotations.Nullable;

/**
 * Something that puts work on the desk of the one who is signed in; features bring it.
 */
public interface WorkSource {

    /** How many of a pile are shown. */
    int SHOWN = 6;

    /** How far a pile is counted. */
    int COUNTED = 100;

    /**
     * Takes the questions of this source along in the one round of the desk.
     * @return the piles in the order in which they are shown, once the round is over
     */
    Supplier<List<Pile>> ask(Round round, LocalDate today);

    /**
     * Work of one kind.
     *
     * @param key name of the pile; its heading is the message {@code work.pile.<key>}
     * @param count how many there are, counted up to 100
     * @param all address of the list of all of them
     * @param urgent whether the figure is one to worry about
     */
    record Pile(String key, int count, @Nullable String all, boolean urgent, List<Item> items) {

        /** A pile of all these, of which the first are shown. */
        public static <R> Pile of(String key, List<R> found, @Nullable String all, boolean urgent,
                Function<? super R, Item> item) {
            return new Pile(key, found.size(), all, urgent, found.stream().limit(SHOWN).map(item).toList());
        }

        /** The same, urgent or not. */
        public Pile urgent(boolean is) {
            return new Pile(key, count, all, is, items);
        }

        Pile with(List<Item> some) {
            return new Pile(key, count, all, urgent, some);
        }

    }

    /**
     * One piece of work.
     *
     * @param customerHref page of the customer; nothing if the reader may not open it
     * @param state message key of its state
     * @param chip style of the state
     */
    record Item(String number, String title, String href, String customer, @Nullable String customerHref, String state,
            String chip, @Nullable LocalDate due, @Nullable String person) {
    }

}
