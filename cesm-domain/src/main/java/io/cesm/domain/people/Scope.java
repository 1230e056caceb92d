package io.cesm.domain.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which customers somebody sees: all, those of some units, those whose account team lists
 * one of some people today – or the union of the latter two. It is applied inside every
 * query, so that "not yours" and "not there" are the same.
 *
 * @param everything all customers
 * @param units the units whose customers are seen (already with those below)
 * @param staff the person, and those they substitute today
 */
public record Scope(boolean everything, Set<UnitId> units, Set<StaffId> staff) {

    /** In brackets with a select, so that it is worked out once and not for each row. */
    private static final String TODAY = "(select cast(now() at time zone 'Asia/Shanghai' as date))";

    private static final String TEAM = "st.staff_id = any(:scopeStaff) and st.valid_from <= " + TODAY
            + " and (st.valid_to is null or st.valid_to >= " + TODAY + ")";

    public static Scope all() {
        return new Scope(true, Set.of(), Set.of());
    }

    public static Scope none() {
        return new Scope(false, Set.of(), Set.of());
    }

    public static Scope units(Set<UnitId> units) {
        return new Scope(false, units, Set.of());
    }

    public static Scope team(Set<StaffId> staff) {
        return new Scope(false, Set.of(), staff);
    }

    /**
     * The predicate for SQL.
     * @param customerId the column (or expression) that holds the customer's id
     * @return a condition in brackets; its parameters are {@link #params()}
     */
    public String sql(String customerId) {
        if (everything) {
            return "(true)";
        }
        if (units.isEmpty() && staff.isEmpty()) {
            return "(false)";
        }
        if (units.isEmpty()) {
            return "(" + customerId + " in (select st.customer_id from account_team st where " + TEAM + "))";
        }
        // looked up row by row: a list of all customers of some units would be made anew
        // for each question
        return "(exists (select 1 from customer sc where sc.id = " + customerId + " and (sc.unit_id = any(:scopeUnits)"
                + (staff.isEmpty() ? ""
                        : " or exists (select 1 from account_team st where st.customer_id = sc.id and " + TEAM + ")")
                + ")))";
    }

    /** The named parameters {@link #sql} refers to. */
    public Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        if (!everything && !units.isEmpty()) {
            params.put("scopeUnits", units.stream().map(UnitId::id).toArray(UUID[]::new));
        }
        if (!everything && !staff.isEmpty()) {
            params.put("scopeStaff", staff.stream().map(StaffId::id).toArray(UUID[]::new));
        }
        return params;
    }

}
