package io.cesm.expectation;

import java.util.List;

import org.springframework.context.MessageSourceResolvable;

/**
 * Where an expectation stands between the customer's words and the customer's
 * confirmation.
 */
public enum ExpectationState implements MessageSourceResolvable {

    /** The words are noted. */
    CAPTURED,
    /** It is agreed with the customer what is meant and how it is measured. */
    CLARIFIED,
    /** Somebody of ours has promised a level and a date. */
    COMMITTED,
    /** We say that it is done, with evidence. */
    DELIVERED,
    /** The customer says that it is not what was promised. */
    NOT_MET,
    /** The customer says that it is. */
    CONFIRMED,
    /** We said no, with a reason and an alternative. */
    DECLINED,
    /** The customer no longer wants it. */
    WITHDRAWN,
    /** It lives on in another expectation. */
    MERGED;

    /** The straight way, for drawing the life line. */
    public static final List<ExpectationState> MAIN_LINE = List.of(CAPTURED, CLARIFIED, COMMITTED, DELIVERED,
            CONFIRMED);

    public boolean isOpen() {
        return switch (this) {
            case CAPTURED, CLARIFIED, COMMITTED, DELIVERED, NOT_MET -> true;
            case CONFIRMED, DECLINED, WITHDRAWN, MERGED -> false;
        };
    }

    /**
     * Key of the word for it among the messages, so that a refusal can name it in any
     * language.
     */
    @Override
    public String[] getCodes() {
        return new String[] { "State." + name() };
    }

}
