package io.cesm.domain.customer;

/** The part a person plays when the customer decides. */
public enum DecisionRole {

    DECISION_MAKER, INFLUENCER, BUYER, USER, GATEKEEPER

}
