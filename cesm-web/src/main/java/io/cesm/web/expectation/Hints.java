package io.cesm.web.expectation;

import java.math.BigDecimal;

import io.cesm.expectation.ConflictForesight;
import io.cesm.expectation.SimilarExpectations;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What stands beside a form while it is typed: similar and conflicting expectations of
 * the same customer.
 */
@Component
class Hints {

    private static final int MOST = 5;

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    private final SimilarExpectations similar;

    private final ConflictForesight conflicts;

    Hints(SimilarExpectations similar, ConflictForesight conflicts) {
        this.similar = similar;
        this.conflicts = conflicts;
    }

    void add(CaptureForm form, Model model) {
        var customer = Ids.customer(form.customer());
        if (customer == null) {
            return;
        }
        var level = form.expectedLevel();
        var sane = level != null && level.signum() >= 0 && level.compareTo(HIGHEST) <= 0;
        model.addAttribute("similar", similar.of(customer, form.verbatim(), null, MOST));
        model.addAttribute("clashes", conflicts.of(customer, Ids.contact(form.contact()), form.dimension(),
                sane ? level : null, form.wantedOn(), form.verbatim(), MOST));
    }

}
