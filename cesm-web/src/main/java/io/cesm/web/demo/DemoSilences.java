package io.cesm.web.demo;

import java.time.LocalTime;

import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.topissue.DeliveringIssueMails;
import io.cesm.governance.escalation.WatchingSilentCustomers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets TOP issues of the demo company go up when their customers had been silent. */
@Component
@Order(92)
class DemoSilences implements DemoPart {

    private static final int DAYS = 14;

    private static final int MAILS = 1000;

    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final WatchingSilentCustomers watching;

    private final DeliveringIssueMails mails;

    DemoSilences(WatchingSilentCustomers watching, DeliveringIssueMails mails) {
        this.watching = watching;
        this.mails = mails;
    }

    @Override
    public void tell(DemoWorld world) {
        for (int ago = DAYS; ago > 0; ago--) {
            var morning = world.today().minusDays(ago).atTime(MORNING).atZone(CompanyTime.ZONE).toInstant();
            ScopedClock.at(morning, () -> {
                mails.take(MAILS).forEach(it -> mails.sent(it.id(), true)); // who was not
                                                                            // reached is
                                                                            // not silent
                watching.look();
            });
        }
    }

}
