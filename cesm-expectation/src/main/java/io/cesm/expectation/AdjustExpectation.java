package io.cesm.expectation;

/**
 * A wish to promise something else than what the customer expects, and to say who told
 * the customer.
 *
 * @param because the reason, in words the customer may read
 */
public record AdjustExpectation(CommitExpectation promise, String because, Told told) {

}
