package io.cesm.web.desk;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that puts work on the desk of the one who is signed in; features bring it.
 */
public interface WorkSource {

    /**
     * The piles of this source, in the order in which they are shown.
     */
    List<Pile> piles(LocalDate today);

    /**
     * Work of one kind.
     *
     * @param key name of the pile; its heading is the message {@code work.pile.<key>}
     * @param count how many there are, counted up to 100
     * @param all address of the list of all of them
     * @param urgent whether the figure is one to worry about
     */
    record Pile(String key, int count, @Nullable String all, boolean urgent, List<Item> items) {

        Pile with(List<Item> some) {
            return new Pile(key, count, all, urgent, some);
        }

    }

    /**
     * One piece of work.
     *
     * @param state message key of its state
     * @param chip style of the state
     */
    record Item(String number, String title, String href, String customer, String customerHref, String state,
            String chip, @Nullable LocalDate due, @Nullable String person) {
    }

}
