package io.cesm.governance.workorder;

import java.util.Map;
import java.util.Optional;

import io.cesm.domain.time.CompanyTime;
import io.cesm.perception.visit.CustomerVisited;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.TellEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the surveys that a customer was visited, once that is certain and if somebody was
 * met who can be asked. Whether they are is decided by the rules there.
 */
@Component
class AskingAfterVisits {

    private final TellingSurveys surveys;

    private final JdbcClient jdbc;

    AskingAfterVisits(TellingSurveys surveys, JdbcClient jdbc) {
        this.surveys = surveys;
        this.jdbc = jdbc;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CustomerVisited fact) {
        if (fact.contact() != null) {
            surveys.tell("the visit " + fact.visit(), () -> event(fact));
        }
    }

    private Optional<TellEvent> event(CustomerVisited fact) {
        return jdbc.sql("""
                select u.number as customer, coalesce(
                       (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL'
                           and not p.former order by p.preferred desc, p.id limit 1), k.name) as contact
                  from customer_visit v join customer u on u.id = v.customer_id join contact k on k.id = v.contact_id
                 where v.id = :id and not u.demo""")
            .param("id", fact.visit())
            .query((rs, i) -> new TellEvent(ServiceEvent.VISIT_DONE, "visit " + fact.visit(), rs.getString("customer"),
                    rs.getString("contact"), CompanyTime.startOf(fact.on()).plusSeconds(12 * 3600),
                    Map.of("date", fact.on().toString())))
            .optional();
    }

}
