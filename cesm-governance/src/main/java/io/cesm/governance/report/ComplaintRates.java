package io.cesm.governance.report;

import java.util.Arrays;
import java.util.List;

import io.cesm.satisfaction.figures.ControlChart;

/** Complaints per hundred customers and month, in their control limits. */
public final class ComplaintRates {

    private static final double HUNDRED = 100;

    private ComplaintRates() {
    }

    /** The month that runs is left out: it has not had all its complaints yet. */
    public static List<MonthFigures> whole(List<MonthFigures> months) {
        return months.subList(0, Math.max(0, months.size() - 1));
    }

    public static ControlChart chart(List<MonthFigures> months, long customers) {
        var whole = whole(months);
        var exposures = new double[whole.size()];
        Arrays.fill(exposures, customers / HUNDRED);
        return ControlChart.ofRates(whole.stream().mapToLong(MonthFigures::complaints).toArray(), exposures, 0);
    }

}
