package io.cesm.web.complaint;

import io.cesm.domain.complaint.EscalatingComplaints;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Says how many complaints are overdue without an escalation; it has to stay 0. */
@Component
class ComplaintGauge implements MeterBinder {

    private final EscalatingComplaints escalating;

    ComplaintGauge(EscalatingComplaints escalating) {
        this.escalating = escalating;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("cesm.complaints.overdue.unescalated", escalating, EscalatingComplaints::overdueWithoutEscalation)
            .description("Complaints overdue for two minutes without an escalation")
            .register(registry);
    }

}
