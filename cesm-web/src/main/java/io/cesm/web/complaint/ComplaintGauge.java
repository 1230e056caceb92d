package io.cesm.web.complaint;

import io.cesm.governance.escalation.EscalationBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Says how many complaints are overdue without an escalation; it has to stay 0. */
@Component
class ComplaintGauge implements MeterBinder {

    private final EscalationBook escalations;

    ComplaintGauge(EscalationBook escalations) {
        this.escalations = escalations;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("cesm.complaints.overdue.unescalated", escalations, EscalationBook::overdueWithoutEscalation)
            .description("Complaints overdue for two minutes without an escalation")
            .register(registry);
    }

}
