package io.cesm.expectation;

import java.util.HashMap;
import java.util.Map;

import io.cesm.domain.people.Scope;
import org.jspecify.annotations.Nullable;

/** The conditions of figures: {@code c} is the customer, {@code e} the expectation. */
record FiguresSql(String customers, String expectations, Map<String, @Nullable Object> params) {

    static FiguresSql of(FiguresFilter filter, Scope scope) {
        Map<String, @Nullable Object> params = new HashMap<>(scope.params());
        var customers = new StringBuilder(scope.sql("c.id"));
        if (filter.tier() != null) {
            customers.append(" and c.tier = :tier");
            params.put("tier", filter.tier());
        }
        var unit = filter.unit();
        if (unit != null) {
            customers.append("""
                    and c.unit_id in (select below.id from org_unit top join org_unit below
                                         on starts_with(below.path, top.path) where top.id = :unit)""");
            params.put("unit", unit.id());
        }
        var expectations = new StringBuilder("true");
        var flow = filter.flow();
        if (flow != null) {
            expectations.append(" and e.flow = :flow");
            params.put("flow", flow.name());
        }
        if (filter.dimension() != null) {
            expectations.append(" and e.dimension_code = :dimension");
            params.put("dimension", filter.dimension());
        }
        return new FiguresSql(customers.toString(), expectations.toString(), params);
    }

}
