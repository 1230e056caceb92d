package io.cesm.web.expectation;

import java.util.List;

import io.cesm.domain.kernel.Tally;
import io.cesm.expectation.ExpectationId;

/**
 * Another record an expectation was logged from; features to the right of it bring them.
 */
public interface RecordOrigin {

    /** Whether there is any, asked in the statement that reads the expectation. */
    Tally any(ExpectationId id);

    /**
     * The records behind an expectation, as far as the one who asks may see them; asked
     * only if there are any.
     */
    List<Origin> of(ExpectationId id);

    /**
     * A record behind.
     *
     * @param label message key that says how it came to be
     */
    record Origin(String label, String number, String href) {
    }

}
