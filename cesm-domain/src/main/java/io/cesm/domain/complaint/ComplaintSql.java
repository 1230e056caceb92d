package io.cesm.domain.complaint;

import java.time.ZoneOffset;

import io.cesm.domain.kernel.ListCondition;
import io.cesm.domain.people.Scope;
import io.cesm.domain.time.CompanyTime;

/** The condition a filter comes to; the alias of the complaint is {@code c}. */
final class ComplaintSql extends ListCondition {

    private final Scope scope;

    private ComplaintSql(Scope scope) {
        super(scope.sql("c.customer_id"), scope.params());
        this.scope = scope;
    }

    static ComplaintSql of(ComplaintFilter filter, Scope scope) {
        var sql = new ComplaintSql(scope);
        sql.places(filter);
        sql.kinds(filter);
        sql.people(filter);
        sql.saying("c.search", filter.text());
        return sql;
    }

    /**
     * Whether a page passes over little: everything is in reach and nothing is asked for
     * that only some of the rows of an index have. Anything else is decided in an index
     * that has what it takes, and only the rows of the page are read.
     */
    boolean isReadFromRows(ComplaintFilter filter) {
        return scope.everything() && words().isEmpty() && filter.tier() == null && filter.unit() == null
                && filter.dimension() == null && filter.kind() == null && filter.grades().isEmpty();
    }

    private void places(ComplaintFilter filter) {
        if (filter.customer() != null) {
            and("c.customer_id = :customer", "customer", filter.customer().id());
        }
        if (filter.contact() != null) {
            and("c.contact_id = :contact", "contact", filter.contact().id());
        }
        if (filter.tier() != null) {
            and("c.customer_id in (select ct.id from customer ct where ct.tier = :tier)", "tier", filter.tier());
        }
        if (filter.unit() != null) {
            ofUnit("c.customer_id", filter.unit().id());
        }
        if (filter.dimension() != null) {
            and("c.dimension_code = :dimension", "dimension", filter.dimension());
        }
    }

    private void kinds(ComplaintFilter filter) {
        if (filter.kind() != null) {
            and("c.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.grades().size() == 1) {
            and("c.grade = :grade", "grade", filter.grades().iterator().next());
        }
        else if (!filter.grades().isEmpty()) {
            and("c.grade = any(:grades)", "grades", filter.grades().toArray(Integer[]::new));
        }
        if (filter.states().size() == 1) {
            and("c.state = :state", "state", filter.states().iterator().next().name());
        }
        else if (!filter.states().isEmpty()) {
            and("c.state = any(:states)", "states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.openOnly() && filter.states().stream().allMatch(ComplaintState::isOpen)) {
            and("c.closed_at is null"); // of states that are open the same said as the
                                        // indexes say it
        }
    }

    private void people(ComplaintFilter filter) {
        if (filter.unowned()) {
            and("c.owner_id is null");
        }
        else if (filter.owner() != null) {
            and("c.owner_id = :owner", "owner", filter.owner().id());
        }
        if (filter.watchedBy() != null) {
            and("c.id in (select w.complaint_id from complaint_watcher w where w.staff_id = :watcher)", "watcher",
                    filter.watchedBy().id());
        }
        if (filter.late() != null) {
            and("exists (select 1 from complaint_clock k where k.complaint_id = c.id and k.kind = :late"
                    + " and (k.state = 'LATE' or (k.state = 'RUNNING' and k.due_at < now())))", "late",
                    filter.late().name());
        }
        if (filter.heldBy() != null) {
            and("c.id in (select g.complaint_id from complaint_holding g where g.staff_id = :heldBy)", "heldBy",
                    filter.heldBy().id());
        }
        if (filter.offeredTo() != null) {
            and("c.id in (select h.complaint_id from complaint_handover h where h.state = 'OFFERED'"
                    + " and h.to_staff in (select cast(:offeredTo as uuid) union all select s.staff_id from substitute s"
                    + " where s.substitute_id = :offeredTo and (now() at time zone '" + CompanyTime.ZONE
                    + "')::date between s.valid_from and s.valid_to))", "offeredTo", filter.offeredTo().id());
        }
        if (filter.receivedFrom() != null) {
            and("c.received_at >= :receivedFrom", "receivedFrom",
                    CompanyTime.startOf(filter.receivedFrom()).atOffset(ZoneOffset.UTC));
        }
        if (filter.receivedTo() != null) {
            and("c.received_at < :receivedTo", "receivedTo",
                    CompanyTime.startOf(filter.receivedTo().plusDays(1)).atOffset(ZoneOffset.UTC));
        }
        if (filter.level() != null) {
            and("c.escalation_level >= :level", "level", filter.level());
        }
        if (filter.dueBefore() != null) {
            and("c.due_at < :dueBefore", "dueBefore", filter.dueBefore().atOffset(ZoneOffset.UTC));
        }
    }

}
