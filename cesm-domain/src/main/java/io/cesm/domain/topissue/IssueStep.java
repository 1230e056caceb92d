package io.cesm.domain.topissue;

import static io.cesm.domain.topissue.TopIssueState.APPROVED;
import static io.cesm.domain.topissue.TopIssueState.CLOSED;
import static io.cesm.domain.topissue.TopIssueState.IMPROVING;
import static io.cesm.domain.topissue.TopIssueState.NOMINATED;
import static io.cesm.domain.topissue.TopIssueState.PLANNED;
import static io.cesm.domain.topissue.TopIssueState.SUBMITTED;
import static io.cesm.domain.topissue.TopIssueState.UNDERSTOOD;
import static io.cesm.domain.topissue.TopIssueState.VERIFIED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.cesm.domain.kernel.Refusal;
import org.springframework.context.MessageSourceResolvable;

/** What can be done with a TOP issue, and in which states. */
public enum IssueStep implements MessageSourceResolvable {

    /** The customer confirms that we understood. */
    UNDERSTAND(NOMINATED),
    /** The five things that make it measurable are agreed. */
    PLAN(UNDERSTOOD), START(PLANNED), VERIFY(IMPROVING), SUBMIT(VERIFIED),
    /** One customer agrees. */
    APPROVE(SUBMITTED),
    /** One customer does not; work goes on. */
    REJECT(SUBMITTED),
    /** One customer is no longer there to ask; only the office may say so. */
    LEAVE(NOMINATED, UNDERSTOOD, PLANNED, IMPROVING, VERIFIED, SUBMITTED), CLOSE(APPROVED),
    /** Some weeks later: does the effect hold. */
    CHECK(CLOSED), REOPEN(VERIFIED, SUBMITTED, APPROVED, CLOSED),
    WITHDRAW(NOMINATED, UNDERSTOOD, PLANNED, IMPROVING, VERIFIED, SUBMITTED, APPROVED);

    private final Set<TopIssueState> from;

    IssueStep(TopIssueState first, TopIssueState... more) {
        this.from = EnumSet.of(first, more);
    }

    /** The step an address names, in small letters. */
    public static Optional<IssueStep> ofPath(String path) {
        for (var each : values()) {
            if (each.path().equals(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it cannot be taken without words. */
    public boolean asksWords() {
        return switch (this) {
            case VERIFY, SUBMIT, REJECT, LEAVE, REOPEN, WITHDRAW -> true;
            case UNDERSTAND, PLAN, START, APPROVE, CLOSE, CHECK -> false;
        };
    }

    public boolean isAllowed(TopIssueState state) {
        return from.contains(state);
    }

    /** Whether it notes what a customer said. */
    public boolean isAnswer() {
        return this == UNDERSTAND || this == APPROVE || this == REJECT;
    }

    /**
     * Refuses the step in a state it does not fit.
     * @throws Refusal whose sentence names the state
     */
    void check(TopIssueState state) {
        if (!isAllowed(state)) {
            throw new Refusal(reason(), state);
        }
    }

    /** Code of the sentence that says why it is not possible now. */
    public String reason() {
        return "topissue." + path() + ".wrong_state";
    }

    @Override
    public String[] getCodes() {
        return new String[] { "IssueStep." + name() };
    }

}
