package io.cesm.expectation;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.cesm.domain.kernel.ListCondition;
import io.cesm.domain.people.Scope;

/**
 * The condition a filter comes to, with its parameters. The alias of the expectation is
 * {@code e}.
 */
final class RegisterSql extends ListCondition {

    private final Scope scope;

    private RegisterSql(Scope scope) {
        super(scope.sql("e.customer_id"), scope.params());
        this.scope = scope;
    }

    static RegisterSql of(RegisterFilter filter, Scope scope, LocalDate today) {
        var sql = new RegisterSql(scope);
        sql.places(filter);
        sql.times(filter, today);
        sql.kinds(filter);
        sql.saying("e.search", filter.text());
        return sql;
    }

    /**
     * Whether what is passed over is little or has to be read in the rows anyway: nothing
     * but a state is asked for, whose indexes hold no more than the order, or nothing at
     * all. Everything else is decided in an index that has what it takes.
     */
    boolean isReadFromRows(RegisterFilter filter, RegisterOrder order) {
        boolean everywhere = scope.everything() && words().isEmpty() && filter.customer() == null
                && filter.contact() == null && filter.tier() == null && filter.unit() == null && filter.owner() == null
                && !filter.unowned();
        boolean anyKind = filter.flow() == null && filter.dimension() == null;
        return everywhere && (filter.states().size() == 1 ? anyKind || order == RegisterOrder.NEWEST
                : filter.states().isEmpty() && anyKind);
    }

    private void places(RegisterFilter filter) {
        if (filter.customer() != null) {
            and("e.customer_id = :customer", "customer", filter.customer().id());
        }
        if (filter.contact() != null) {
            and("e.contact_id = :contact", "contact", filter.contact().id());
        }
        if (filter.tier() != null) {
            and("e.customer_id in (select ct.id from customer ct where ct.tier = :tier)", "tier", filter.tier());
        }
        if (filter.unit() != null) {
            ofUnit("e.customer_id", filter.unit().id());
        }
    }

    private void kinds(RegisterFilter filter) {
        if (filter.flow() != null) {
            and("e.flow = :flow", "flow", filter.flow().name());
        }
        if (filter.dimension() != null) {
            and("e.dimension_code = :dimension", "dimension", filter.dimension());
        }
        if (filter.states().size() == 1) {
            and("e.state = :state", "state", filter.states().iterator().next().name());
        }
        else if (!filter.states().isEmpty()) {
            and("e.state = any(:states)", "states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        else if (filter.openOnly()) {
            having("e.due_on"); // as the indexes of the open ones say it
        }
        if (filter.unowned()) {
            and("e.owner_id is null");
        }
        else if (filter.owner() != null) {
            and("e.owner_id = :owner", "owner", filter.owner().id());
            if (filter.openOnly() && !filter.states().isEmpty()
                    && filter.states().stream().allMatch(ExpectationState::isOpen)) {
                having("e.due_on"); // the same said as the index of a desk says it
            }
        }
    }

    private void times(RegisterFilter filter, LocalDate today) {
        if (filter.olderThanDays() != null) {
            and("e.captured_at < :bornBefore", "bornBefore",
                    Moment.startOf(today.minusDays(Math.clamp(filter.olderThanDays(), 1, 36_500)).plusDays(1))
                        .atOffset(ZoneOffset.UTC));
        }
        if (filter.youngerThanDays() != null) {
            and("e.captured_at >= :bornSince", "bornSince",
                    Moment.startOf(today.minusDays(Math.clamp(filter.youngerThanDays(), 0, 36_500)))
                        .atOffset(ZoneOffset.UTC));
        }
        if (filter.overdue()) {
            and("e.due_on < :today", "today", today);
        }
        if (filter.dueFrom() != null) {
            and("e.due_on >= :dueFrom", "dueFrom", filter.dueFrom());
        }
        if (filter.dueTo() != null) {
            and("e.due_on <= :dueTo", "dueTo", filter.dueTo());
        }
    }

}
