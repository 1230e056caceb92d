package io.cesm.domain.topissue;

import io.cesm.domain.people.Scope;

/**
 * A TOP issue is seen by everybody who sees one of the customers it hurts; what is said
 * of the other customers stays out of their sight.
 */
public final class TopIssueScope {

    private TopIssueScope() {
    }

    /** The condition on the id of an issue; its parameters are those of the scope. */
    public static String sql(Scope scope, String issueId) {
        return scope.everything() ? "(true)" : "(exists (select 1 from top_issue_customer sx where sx.issue_id = "
                + issueId + " and " + scope.sql("sx.customer_id") + "))";
    }

}
