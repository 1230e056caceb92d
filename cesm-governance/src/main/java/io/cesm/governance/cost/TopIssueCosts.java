package io.cesm.governance.cost;

import org.springframework.stereotype.Component;

/**
 * What measures of TOP issues cost, on the day each was done, in equal parts for the
 * customers it was done for.
 */
@Component
class TopIssueCosts implements CostSource {

    private static final String DONE = """
            select a.customer_id, i.dimension_code, k.actual_cost / count(*) over (partition by k.id) as amount,
                   k.done_on as spent_on, k.id as record_id
              from top_issue_task k
              join top_issue i on i.id = k.issue_id
              join top_issue_customer a on a.issue_id = i.id
             where k.done_on is not null and k.actual_cost is\s""";

    @Override
    public String sql() {
        return DONE + "not null";
    }

    @Override
    public String silent() {
        return DONE + "null";
    }

}
