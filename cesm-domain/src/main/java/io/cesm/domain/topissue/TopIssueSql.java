package io.cesm.domain.topissue;

import io.cesm.domain.kernel.ListCondition;
import io.cesm.domain.people.Scope;

/** The condition a filter comes to; the alias of the issue is {@code t}. */
final class TopIssueSql extends ListCondition {

    private TopIssueSql(Scope scope) {
        super(TopIssueScope.sql(scope, "t.id"), scope.params());
    }

    static TopIssueSql of(TopIssueFilter filter, Scope scope) {
        var sql = new TopIssueSql(scope);
        sql.places(filter);
        sql.states(filter);
        sql.days(filter);
        sql.saying("t.search", filter.text());
        return sql;
    }

    private void places(TopIssueFilter filter) {
        if (filter.customer() != null) {
            and("t.id in (select fx.issue_id from top_issue_customer fx where fx.customer_id = :customer)", "customer",
                    filter.customer().id());
        }
        if (filter.unit() != null) {
            and("""
                    exists (select 1 from top_issue_customer fu join customer cu on cu.id = fu.customer_id
                              join org_unit u on u.id = cu.unit_id
                             where fu.issue_id = t.id
                               and u.path like (select top.path from org_unit top where top.id = :unit) || '%')""",
                    "unit", filter.unit().id());
        }
        if (filter.dimension() != null) {
            and("t.dimension_code = :dimension", "dimension", filter.dimension());
        }
        if (filter.owner() != null) {
            and("t.owner_id = :owner", "owner", filter.owner().id());
        }
        if (filter.top() != null) {
            and("t.place <= :top", "top", filter.top());
        }
    }

    private void states(TopIssueFilter filter) {
        if (!filter.states().isEmpty()) {
            and("t.state = any(:states)", "states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        else if (filter.openOnly()) {
            and("t.closed_at is null");
        }
    }

    private void days(TopIssueFilter filter) {
        if (filter.targetBefore() != null) {
            and("t.target_on < :targetBefore and t.state in ('NOMINATED', 'UNDERSTOOD', 'PLANNED', 'IMPROVING')",
                    "targetBefore", filter.targetBefore());
        }
        if (filter.tellBefore() != null) {
            and("t.next_telling_on < :tellBefore", "tellBefore", filter.tellBefore());
        }
        if (filter.checkBefore() != null) {
            and("t.check_due_on < :checkBefore", "checkBefore", filter.checkBefore());
        }
    }

}
