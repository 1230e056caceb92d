package io.cesm.governance.workorder;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintMoved;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.ServiceFact;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the surveys that a visit was done or a case closed, once that is certain. Whether
 * anybody is asked is decided by the rules there; a visit never fails because of them.
 */
@Component
class AskingAfterService {

    private final TellingSurveys surveys;

    private final JdbcClient jdbc;

    AskingAfterService(TellingSurveys surveys, JdbcClient jdbc) {
        this.surveys = surveys;
        this.jdbc = jdbc;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VisitDone fact) {
        tell(ServiceEvent.VISIT_DONE, fact.complaint().id(), fact.workOrder().id(), fact.at());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ComplaintMoved fact) {
        if (fact.to() == ComplaintState.CLOSED) {
            tell(ServiceEvent.CASE_CLOSED, fact.complaint().id(), null, fact.at());
        }
    }

    private void tell(ServiceEvent event, UUID complaint, @Nullable UUID workOrder, Instant at) {
        surveys.tell(event + " " + complaint, () -> event(event, complaint, workOrder, at));
    }

    private Optional<ServiceFact> event(ServiceEvent event, UUID complaint, @Nullable UUID workOrder, Instant at) {
        return jdbc.sql("""
                select c.number, c.customer_id, c.contact_id, c.product, c.flow,
                       (select w.number from work_order w where w.id = cast(:order as uuid)) as visit
                  from complaint c
                 where c.id = :id and not c.demo and c.kind = 'COMPLAINT'""")
            .param("order", workOrder, java.sql.Types.OTHER)
            .param("id", complaint)
            .query((rs, i) -> {
                Map<String, String> about = new LinkedHashMap<>();
                about.put("case", rs.getString("number"));
                about.put("date", CompanyTime.dayOf(at).toString());
                put(about, "product", rs.getString("product"));
                put(about, "flow", rs.getString("flow"));
                var key = rs.getString("visit") == null ? rs.getString("number") : rs.getString("visit");
                return new ServiceFact(event, key, new CustomerId(rs.getObject("customer_id", UUID.class)),
                        new ContactId(rs.getObject("contact_id", UUID.class)), at, about);
            })
            .optional();
    }

    private static void put(Map<String, String> about, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            about.put(name, value);
        }
    }

}
