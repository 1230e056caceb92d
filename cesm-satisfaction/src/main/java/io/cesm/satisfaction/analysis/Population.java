package io.cesm.satisfaction.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How everybody is divided: those who were invited, or all customers. */
@Component
class Population {

    /** The kinds that are known of people who did not answer. */
    static final List<String> KINDS = List.of(Kinds.TIER, Kinds.REGION, Kinds.INDUSTRY, Kinds.ROLE, Kinds.LANGUAGE);

    private final JdbcClient jdbc;

    Population(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Long> totals(UUID survey, String kind, Weighted.Basis basis) {
        boolean ofContacts = kind.equals(Kinds.ROLE) || kind.equals(Kinds.LANGUAGE);
        var from = (basis == Weighted.Basis.INVITED) ? """
                survey_invitation i left join customer c on c.id = i.customer_id
                  left join contact k on k.id = i.contact_id
                 where i.survey_id = :survey and i.state not in ('QUEUED', 'WITHDRAWN')"""
                : ofContacts ? "contact k where k.kind = 'CUSTOMER' and :survey is not null"
                        : "customer c where c.status = 'CUSTOMER' and :survey is not null";
        Map<String, Long> totals = new TreeMap<>();
        jdbc.sql("select part, count(*) as n from (select " + column(kind) + "::text as part from " + from
                + ") x where part is not null group by part")
            .param("survey", survey)
            .query(row -> {
                totals.put(row.getString("part"), row.getLong("n"));
            });
        return totals;
    }

    private static String column(String kind) {
        return switch (kind) {
            case Kinds.TIER -> "c.tier";
            case Kinds.REGION -> "c.unit_id";
            case Kinds.INDUSTRY -> "c.industry";
            case Kinds.ROLE -> "k.decision_role";
            default -> "k.language";
        };
    }

}
