package io.cesm.domain.customer;

import io.cesm.domain.people.UnitName;

/**
 * The name of a customer in the language of who reads it, for lists that only show it.
 */
public final class CustomerName {

    private CustomerName() {
    }

    /** The expression that reads it from the table of customers under this alias. */
    public static String sql(String alias) {
        return UnitName.sql(alias);
    }

}
