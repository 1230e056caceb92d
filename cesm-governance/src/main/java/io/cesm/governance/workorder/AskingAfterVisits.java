package io.cesm.governance.workorder;

import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.perception.visit.CustomerVisited;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.TellEvent;
import io.cesm.satisfaction.fielding.TellingEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the surveys that a customer was visited, once that is certain and if somebody was
 * met who can be asked. Whether they are is decided by the rules there.
 */
@Component
class AskingAfterVisits {

    private static final Logger LOG = LoggerFactory.getLogger(AskingAfterVisits.class);

    private final TellingEvents telling;

    private final JdbcClient jdbc;

    private final TransactionTemplate apart;

    AskingAfterVisits(TellingEvents telling, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.telling = telling;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CustomerVisited fact) {
        if (fact.contact() == null) {
            return;
        }
        try {
            Acting.as(Actor.system("service"), () -> apart.executeWithoutResult(status -> tell(fact)));
        }
        catch (Refusal | UnknownThing nobodyToAsk) {
            LOG.info("Nobody is asked about the visit {}: {}", fact.visit(), nobodyToAsk.getMessage());
        }
    }

    private void tell(CustomerVisited fact) {
        jdbc.sql("""
                select u.number as customer, coalesce(
                       (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL'
                           and not p.former order by p.preferred desc, p.id limit 1), k.name) as contact
                  from customer_visit v join customer u on u.id = v.customer_id join contact k on k.id = v.contact_id
                 where v.id = :id and not u.demo""")
            .param("id", fact.visit())
            .query((rs, i) -> new TellEvent(ServiceEvent.VISIT_DONE, "visit " + fact.visit(), rs.getString("customer"),
                    rs.getString("contact"), CompanyTime.startOf(fact.on()).plusSeconds(12 * 3600),
                    Map.of("date", fact.on().toString())))
            .optional()
            .ifPresent(telling::tell);
    }

}
