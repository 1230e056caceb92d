package io.cesm.expectation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreeing with the customer: what is meant, what we promise, what we cannot promise. */
@Service
@Transactional
public class AgreeingExpectations {

    private final ExpectationDesk desk;

    private final Account account;

    private final PromiseCheck check;

    AgreeingExpectations(ExpectationDesk desk, Account account, PromiseCheck check) {
        this.desk = desk;
        this.account = account;
        this.check = check;
    }

    public void clarify(ExpectationId id, @Nullable Long version, ClarifyExpectation wish) {
        desk.change(id, version, Verb.CLARIFY, null, (expectation, now) -> {
            account.requireContact(expectation.customer(), wish.checkedWith());
            account.requireDimension(wish.dimension(), expectation.classification());
            expectation.clarify(wish, account.standard(expectation.customer()).dueToCommit(now.today()), now);
        });
    }

    public void commit(ExpectationId id, @Nullable Long version, CommitExpectation wish) {
        desk.change(id, version, Verb.COMMIT, null, (expectation, now) -> {
            account.requireStaff(wish.owner());
            expectation.commit(wish, now);
            check.refuseUnlessTaken(expectation, now);
        });
    }

    public void adjust(ExpectationId id, @Nullable Long version, AdjustExpectation wish) {
        desk.change(id, version, Verb.ADJUST, null, (expectation, now) -> {
            account.requireStaff(wish.promise().owner());
            requireTold(expectation, wish.told());
            expectation.adjust(wish, now);
            check.refuseUnlessTaken(expectation, now);
        });
    }

    public void decline(ExpectationId id, @Nullable Long version, DeclineExpectation wish) {
        desk.change(id, version, Verb.DECLINE, null, (expectation, now) -> {
            requireTold(expectation, wish.told());
            expectation.decline(wish, now);
        });
    }

    private void requireTold(Expectation expectation, Told told) {
        account.requireStaff(told.by());
        account.requireContact(expectation.customer(), told.contact());
    }

}
