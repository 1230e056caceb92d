package io.cesm.expectation;

import static io.cesm.expectation.ExpectationState.CAPTURED;
import static io.cesm.expectation.ExpectationState.CLARIFIED;
import static io.cesm.expectation.ExpectationState.COMMITTED;
import static io.cesm.expectation.ExpectationState.DELIVERED;
import static io.cesm.expectation.ExpectationState.NOT_MET;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Right;
import org.springframework.context.MessageSourceResolvable;

/** What can be done with an expectation, and in which states. */
public enum Verb implements MessageSourceResolvable {

    CLARIFY(Right.EXPECTATION_EDIT, CAPTURED, CLARIFIED), COMMIT(Right.EXPECTATION_COMMIT, CLARIFIED, NOT_MET),
    ADJUST(Right.EXPECTATION_COMMIT, CLARIFIED, COMMITTED, NOT_MET), DECLINE(Right.EXPECTATION_COMMIT, CLARIFIED),
    DELIVER(Right.EXPECTATION_EDIT, COMMITTED), CONFIRM(Right.EXPECTATION_EDIT, DELIVERED),
    NOT_MEET(Right.EXPECTATION_EDIT, DELIVERED),
    WITHDRAW(Right.EXPECTATION_EDIT, CAPTURED, CLARIFIED, COMMITTED, DELIVERED, NOT_MET),
    MERGE(Right.EXPECTATION_EDIT, CAPTURED, CLARIFIED, COMMITTED, DELIVERED, NOT_MET);

    private final Right right;

    private final Set<ExpectationState> from;

    Verb(Right right, ExpectationState first, ExpectationState... more) {
        this.right = right;
        this.from = EnumSet.of(first, more);
    }

    /** The right somebody needs for it. */
    public Right right() {
        return right;
    }

    public boolean isAllowedIn(ExpectationState state) {
        return from.contains(state);
    }

    /**
     * Refuses the verb in a state it does not fit.
     * @throws Refusal whose sentence names both
     */
    void checkAllowedIn(ExpectationState state) {
        if (!isAllowedIn(state)) {
            throw new Refusal(reason(), state);
        }
    }

    /** Code of the sentence that says why it is not possible now. */
    public String reason() {
        return "expectation." + name().toLowerCase(Locale.ROOT) + ".wrong_state";
    }

    @Override
    public String[] getCodes() {
        return new String[] { "Verb." + name() };
    }

}
