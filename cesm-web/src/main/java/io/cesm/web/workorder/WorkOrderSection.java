package io.cesm.web.workorder;

import java.time.Clock;
import java.util.Locale;

import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.governance.workorder.WorkOrderFilter;
import io.cesm.web.complaint.ComplaintSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The work orders on the page of a complaint. */
@Component
@Order(15)
class WorkOrderSection implements ComplaintSection {

    private static final int MOST = 20;

    private final WorkOrderBook book;

    private final Clock clock;

    WorkOrderSection(WorkOrderBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String fill(ComplaintDetails it, boolean mayEdit, Model model, Locale locale) {
        model.addAttribute("workOrders", book.slice(WorkOrderFilter.ALL.of(it.id()), MOST, null).items());
        model.addAttribute("moment", clock.instant());
        return "workorder/parts :: section";
    }

}
