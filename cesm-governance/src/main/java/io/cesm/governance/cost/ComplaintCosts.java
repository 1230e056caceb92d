package io.cesm.governance.cost;

import org.springframework.stereotype.Component;

/** What remedies of complaints cost, on the day they were resolved. */
@Component
class ComplaintCosts implements CostSource {

    private static final String RESOLVED = """
            select x.customer_id, x.dimension_code, x.remedy_cost as amount,
                   cast(x.resolved_at at time zone :zone as date) as spent_on, x.id as record_id
              from complaint x
             where x.resolved_at is not null and x.kind = 'COMPLAINT' and x.state not in ('WITHDRAWN', 'MERGED')
               and x.remedy_cost is\s""";

    @Override
    public String sql() {
        return RESOLVED + "not null";
    }

    @Override
    public String silent() {
        return RESOLVED + "null";
    }

}
