package io.cesm.web.customer;

import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A tab of the customer page that another feature brings: its expectations, later its
 * complaints, surveys and promises. Only the tab that is open is asked for its content.
 */
public interface CustomerPanel {

    /**
     * Name of the tab in the address; its label is the message
     * {@code customer.tab.<key>}.
     */
    String key();

    /** Place among the tabs, ascending; the customer page's own stand at 10, 40, 50 … */
    int order();

    /**
     * The template fragment that shows it, such as {@code expectation/panel :: panel}.
     */
    String fragment();

    /**
     * What the fragment needs.
     * @param cursor place in the panel's list, if it pages
     */
    Map<String, Object> content(CustomerCard customer, @Nullable String cursor);

    /**
     * What this feature counts for the "now" box: due, overdue, waiting. The questions of
     * all features are answered in the statement that reads the customer.
     */
    default List<Waiting> waiting(CustomerId customer) {
        return List.of();
    }

    /**
     * A line the "now" box has if there is anything to count.
     *
     * @param text message key with the number as its first argument
     * @param late whether it should catch the eye
     */
    record Waiting(String href, String text, Tally tally, boolean late) {

        Now counted(int count) {
            return new Now(href, text, count, late);
        }
    }

    /**
     * A line of the "now" box, as it is shown.
     */
    record Now(String href, String text, long count, boolean late) {
    }

}
