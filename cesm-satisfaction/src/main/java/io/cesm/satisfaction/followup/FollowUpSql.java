package io.cesm.satisfaction.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.cesm.domain.kernel.ListCondition;
import io.cesm.domain.time.CompanyTime;

/** The condition a filter comes to, with its parameters. */
final class FollowUpSql extends ListCondition {

    private FollowUpSql(Visible visible) {
        super(visible.sql(), visible.params());
    }

    static FollowUpSql of(FollowUpFilter filter, Visible visible, Instant now) {
        var sql = new FollowUpSql(visible);
        sql.states(filter, now);
        sql.places(filter);
        sql.matter(filter);
        return sql;
    }

    private void states(FollowUpFilter filter, Instant now) {
        if (!filter.states().isEmpty()) {
            and("f.state = any(:states)", "states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        else if (filter.openOnly()) {
            and("f.closed_at is null");
        }
        if (filter.overdue()) {
            and("f.closed_at is null and f.due_at < :now", "now", now.atOffset(ZoneOffset.UTC));
        }
        if (filter.closedFrom() != null) {
            and("f.closed_at >= :closedFrom", "closedFrom", start(filter.closedFrom()));
        }
        if (filter.closedTo() != null) {
            and("f.closed_at < :closedTo", "closedTo", start(filter.closedTo().plusDays(1)));
        }
    }

    private void places(FollowUpFilter filter) {
        if (filter.unowned()) {
            and("f.owner_id is null");
        }
        else if (filter.owner() != null) {
            and("f.owner_id = :owner", "owner", filter.owner().id());
        }
        if (filter.customer() != null) {
            and("f.customer_id = :customer", "customer", filter.customer().id());
        }
        if (filter.contact() != null) {
            and("f.contact_id = :contact", "contact", filter.contact().id());
        }
        if (filter.unit() != null) {
            ofUnit("f.customer_id", filter.unit().id());
        }
    }

    private void matter(FollowUpFilter filter) {
        if (filter.survey() != null) {
            and("f.survey_id = :survey", "survey", filter.survey());
        }
        if (filter.rule() != null) {
            and("exists (select from follow_up_reason w where w.follow_up_id = f.id and w.rule_id = :rule)", "rule",
                    filter.rule().id());
        }
        if (filter.cause() != null) {
            and("f.cause = :cause", "cause", filter.cause());
        }
        if (filter.flow() != null) {
            and("f.flow = :flow", "flow", filter.flow().name());
        }
        var text = filter.text();
        if (text != null && !text.isBlank()) {
            and("""
                    (f.number ilike :like or f.customer_said ilike :like or f.outcome ilike :like
                     or f.customer_id in (select cn.id from customer cn where cn.name ilike :like or cn.name_en ilike :like))""",
                    "like", "%" + text.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
    }

    private static Object start(LocalDate day) {
        return CompanyTime.startOf(day).atOffset(ZoneOffset.UTC);
    }

}
