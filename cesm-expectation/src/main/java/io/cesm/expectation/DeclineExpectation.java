package io.cesm.expectation;

/** A wish to say no, with an alternative, and to say who told the customer. */
public record DeclineExpectation(Declining declining, Told told) {

}
