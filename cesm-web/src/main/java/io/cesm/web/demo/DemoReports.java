package io.cesm.web.demo;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.report.KeepingPacks;
import io.cesm.web.report.DraftingReports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The office has written the reports of two months; the older one is released. */
@Component
@Order(100)
class DemoReports implements DemoPart {

    private final DraftingReports drafting;

    private final KeepingPacks packs;

    private final StaffBook staff;

    private final UnitBook units;

    private final Clock clock;

    DemoReports(DraftingReports drafting, KeepingPacks packs, StaffBook staff, UnitBook units, Clock clock) {
        this.drafting = drafting;
        this.packs = packs;
        this.staff = staff;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public void tell(DemoWorld world) {
        var cast = world.cast();
        var office = cast.member("office");
        var last = YearMonth.from(CompanyTime.today(clock)).minusMonths(1);
        var company = units.tree().getFirst().id();
        var region = staff.require(cast.member("manager").id()).unit();
        for (var unit : List.of(company, region)) {
            for (var month : new YearMonth[] { last.minusMonths(1), last }) {
                var morning = month.plusMonths(1).atDay(2).atTime(9, 10).atZone(CompanyTime.ZONE).toInstant();
                var at = morning.isAfter(clock.instant()) ? clock.instant() : morning;
                ScopedClock.at(at, () -> Acting.as(office.actor(), () -> {
                    var id = drafting.draft(unit, month, true);
                    if (month.isBefore(last)) {
                        packs.release(id, 0);
                    }
                }));
            }
        }
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("report_pack", "demo"));
    }

}
