package io.cesm.governance.cost;

/**
 * Something that knows what improvements cost. Whoever spends money on customers adds a
 * bean.
 */
public interface CostSource {

    /**
     * Rows of {@code customer_id, dimension_code, amount, spent_on (date), record_id};
     * the parameter {@code :zone} is the company's time zone. Not limited to anybody's
     * scope: the reader does that.
     */
    String sql();

    /**
     * Cases of which it should be known what they cost, with the same columns, no amount.
     */
    String silent();

}
