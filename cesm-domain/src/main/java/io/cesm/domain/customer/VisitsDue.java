package io.cesm.domain.customer;

import java.util.Map;

/**
 * Which customers are due for a visit. Whoever keeps visits implements it, so that the
 * register can filter by them without knowing them.
 */
@FunctionalInterface
public interface VisitsDue {

    /**
     * The condition on a row of customers called {@code c}.
     * @param params takes the values of its places
     */
    String sql(Map<String, Object> params);

}
