package io.cesm.domain.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.people.Right;

/**
 * A list that can be had as a file, told by the feature that shows it. Every bean of this
 * type is offered on its page and in the API.
 */
public interface ExportKind {

    /** Short code for addresses, such as {@code customers}. */
    String code();

    /** Message key of what the list is called. */
    String titleKey();

    /** What one must be allowed besides exporting. */
    default Right right() {
        return Right.VIEW;
    }

    /**
     * The list under the filters of its page, within the scope of the one who acts.
     * @param filters the parameters of the page's address
     * @throws io.cesm.domain.kernel.Refusal if a filter makes no sense
     */
    Export<?> open(Map<String, List<String>> filters, Locale locale);

}
