package io.cesm.web.report;

import java.time.Clock;
import java.time.LocalTime;
import java.time.YearMonth;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.people.UnitKind;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.report.CountingReports;
import io.cesm.governance.report.KeepingPacks;
import io.cesm.governance.report.PackId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Writes the report of a unit and a month from the figures, as a draft. */
@Component
public class DraftingReports {

    private final KeepingPacks packs;

    private final CountingReports counting;

    private final PackWriter writer;

    private final UnitBook units;

    private final Clock clock;

    DraftingReports(KeepingPacks packs, CountingReports counting, PackWriter writer, UnitBook units, Clock clock) {
        this.packs = packs;
        this.counting = counting;
        this.writer = writer;
        this.units = units;
        this.clock = clock;
    }

    public PackId draft(UnitId unit, YearMonth month, boolean demo) {
        packs.requireMayWrite(unit, month);
        var figures = counting.of(unit, month.atDay(1), month.atEndOfMonth());
        return packs.draft(unit, month, writer.write(figures).json(), demo);
    }

    /**
     * Drafts the report of last month for the company and its regions, where there is
     * none yet.
     */
    int draftMissing() {
        var month = YearMonth.from(CompanyTime.today(clock)).minusMonths(1);
        int drafted = 0;
        for (var unit : units.tree()) {
            if ((unit.kind() == UnitKind.COMPANY || unit.kind() == UnitKind.REGION) && !packs.has(unit.id(), month)) {
                draft(unit.id(), month, false);
                drafted++;
            }
        }
        return drafted;
    }

    /** On the first days of a month, before the mails leave. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> draftReports(DraftingReports drafting, Clock clock) {
            return Tasks.recurring("draft-reports", Schedules.daily(CompanyTime.ZONE, LocalTime.of(6, 30)))
                .execute((instance, context) -> {
                    if (CompanyTime.today(clock).getDayOfMonth() <= 3) {
                        Acting.as(Actor.system("reports"), () -> {
                            drafting.draftMissing();
                        });
                    }
                });
        }

    }

}
