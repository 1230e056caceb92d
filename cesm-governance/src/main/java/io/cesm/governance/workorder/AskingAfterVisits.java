package io.cesm.governance.workorder;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.perception.visit.CustomerVisited;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.ServiceFact;
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

    private Optional<ServiceFact> event(CustomerVisited fact) {
        return jdbc.sql("""
                select v.customer_id, v.contact_id from customer_visit v join customer u on u.id = v.customer_id
                 where v.id = :id and v.contact_id is not null and not u.demo""")
            .param("id", fact.visit())
            .query((rs, i) -> new ServiceFact(ServiceEvent.VISIT_DONE, "visit " + fact.visit(),
                    new CustomerId(rs.getObject("customer_id", UUID.class)),
                    new ContactId(rs.getObject("contact_id", UUID.class)),
                    CompanyTime.startOf(fact.on()).plusSeconds(12 * 3600), Map.of("date", fact.on().toString())))
            .optional();
    }

}
