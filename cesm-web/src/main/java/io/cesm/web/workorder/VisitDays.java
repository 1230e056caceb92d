package io.cesm.web.workorder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.governance.workorder.WorkOrderFilter;
import io.cesm.web.feed.FeedSource;
import org.springframework.stereotype.Component;

/** Visits one has to make, in one's calendar. */
@Component
class VisitDays implements FeedSource {

    private static final int MOST = 500;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withZone(CompanyTime.ZONE);

    private final WorkOrderBook book;

    VisitDays(WorkOrderBook book) {
        this.book = book;
    }

    @Override
    public List<Entry> due(StaffId owner, LocalDate from, LocalDate to, Locale locale) {
        var filter = WorkOrderFilter.ALL.open()
            .of(owner)
            .between(CompanyTime.startOf(from), CompanyTime.startOf(to.plusDays(1)));
        return book.slice(filter, MOST, null).items().stream().map(it -> entry(it, locale)).toList();
    }

    private static Entry entry(WorkOrder it, Locale locale) {
        var english = it.customerNameEn();
        var customer = locale.getLanguage().equals("zh") || english == null ? it.customerName() : english;
        var site = it.site() == null ? "" : "\n" + it.site();
        return new Entry("work-order-" + it.id(), CompanyTime.dayOf(it.plannedFrom()),
                HOUR.format(it.plannedFrom()) + " " + customer, it.number() + " · " + it.task() + site,
                "/work-orders/" + it.id());
    }

}
