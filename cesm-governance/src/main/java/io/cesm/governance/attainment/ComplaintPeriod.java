package io.cesm.governance.attainment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.people.Scope;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints figures are about: those received from one day to another.
 *
 * @param unit the customer belongs to this unit or one below it
 */
public record ComplaintPeriod(LocalDate from, LocalDate to, @Nullable UUID unit, @Nullable Integer tier,
        @Nullable ComplaintKind kind) {

    String where(Scope scope) {
        var where = new StringBuilder("c.state <> 'MERGED' and c.received_at >= :from and c.received_at < :to and ")
            .append(scope.sql("c.customer_id"));
        if (unit != null) {
            where.append("""
                    and c.customer_id in (select cu.id from customer cu join org_unit uu on uu.id = cu.unit_id
                      where uu.path like (select top.path from org_unit top where top.id = :unit) || '%')""");
        }
        if (tier != null) {
            where.append(" and c.customer_id in (select ct.id from customer ct where ct.tier = :tier)");
        }
        if (kind != null) {
            where.append(" and c.kind = :kind");
        }
        return where.toString();
    }

    Map<String, @Nullable Object> params(Scope scope) {
        Map<String, @Nullable Object> params = new HashMap<>(scope.params());
        params.put("from", CompanyTime.startOf(from).atOffset(ZoneOffset.UTC));
        params.put("to", CompanyTime.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC));
        if (unit != null) {
            params.put("unit", unit);
        }
        if (tier != null) {
            params.put("tier", tier);
        }
        if (kind != null) {
            params.put("kind", kind.name());
        }
        return params;
    }

}
