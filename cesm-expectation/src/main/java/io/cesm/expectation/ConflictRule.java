package io.cesm.expectation;

/**
 * When two open expectations of one customer cannot both be met: same dimension, said by
 * different people, about what can be the {@link SameMatter same matter}, and either the
 * expected levels lie so far apart that meeting one misses the other, or the days they
 * are wanted by do. The rule is printed on the page of conflicts.
 */
public final class ConflictRule {

    /**
     * Counts the editions of this rule: one that calls less a conflict than the one
     * before is a new one, so that what that found is judged again.
     */
    static final int EDITION = 2;

    /** Levels this many points apart exclude each other. */
    public static final int POINTS_APART = 20;

    /** Days this far apart exclude each other. */
    public static final int DAYS_APART = 30;

    static final String LEVELS = "abs(a.expected_level - b.expected_level) >= " + POINTS_APART;

    static final String DATES = "abs(a.wanted_on - b.wanted_on) >= " + DAYS_APART;

    /** The condition on two expectations a and b, before their words are compared. */
    static final String SQL = """
            a.customer_id = b.customer_id and a.dimension_code = b.dimension_code and a.contact_id <> b.contact_id
               and a.closed_at is null and b.closed_at is null and (""" + LEVELS + " or " + DATES + ")";

    static final String KIND = "case when not coalesce(" + LEVELS + ", false) then 'DATE' when not coalesce(" + DATES
            + ", false) then 'LEVEL' else 'LEVEL_AND_DATE' end";

    private ConflictRule() {
    }

}
