package io.cesm.domain.customer;

/** The place of a customer in its tree: a group owns companies, a company has sites. */
public enum CustomerKind {

    GROUP, COMPANY, SITE

}
