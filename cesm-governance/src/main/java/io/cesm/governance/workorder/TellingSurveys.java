package io.cesm.governance.workorder;

import java.util.Optional;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.fielding.ServiceFact;
import io.cesm.satisfaction.fielding.TellingEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the surveys of something that is certain, in a transaction of its own: what was
 * done never fails because nobody can be asked about it.
 */
@Component
class TellingSurveys {

    private static final Logger LOG = LoggerFactory.getLogger(TellingSurveys.class);

    private final TellingEvents telling;

    private final TransactionTemplate apart;

    TellingSurveys(TellingEvents telling, PlatformTransactionManager transactions) {
        this.telling = telling;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Tells it if there is something to tell.
     * @param about what it is about, for the log
     */
    void tell(String about, Supplier<Optional<ServiceFact>> event) {
        try {
            Acting.as(Actor.system("service"),
                    () -> apart.executeWithoutResult(status -> event.get().ifPresent(telling::tell)));
        }
        catch (Refusal | UnknownThing nobodyToAsk) {
            LOG.info("Nobody is asked about {}: {}", about, nobodyToAsk.getMessage());
        }
    }

}
