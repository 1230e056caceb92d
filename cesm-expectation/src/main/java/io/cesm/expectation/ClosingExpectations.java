package io.cesm.expectation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ending an expectation without a promise: the customer takes it back, or it lives on in
 * another one.
 */
@Service
@Transactional
public class ClosingExpectations {

    private final ExpectationDesk desk;

    ClosingExpectations(ExpectationDesk desk) {
        this.desk = desk;
    }

    public void withdraw(ExpectationId id, @Nullable Long version, @Nullable String because) {
        desk.change(id, version, Verb.WITHDRAW, null, (expectation, now) -> expectation.withdraw(because, now));
    }

    public void merge(ExpectationId id, @Nullable Long version, ExpectationId into) {
        desk.change(id, version, Verb.MERGE, null, (expectation, now) -> {
            var survivor = desk.require(into);
            expectation.mergeInto(survivor, now);
            desk.comment(survivor, "ABSORBED", expectation.number());
        });
    }

}
