package io.cesm.satisfaction.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How often each cause was found, the most frequent first, with the share of all it and
 * those before it make up.
 *
 * @param n follow-ups that were dealt with
 * @param backOffice how many of them went back to the back office
 */
public record CausePareto(List<Row> rows, long n, long backOffice) {

    /**
     * One cause.
     *
     * @param byFlow how often in IPD, LTC, ITR, and without a flow
     * @param share of all, in per cent
     * @param sum share of this and all before it, in per cent
     */
    public record Row(CauseClass cause, long count, List<Long> byFlow, BigDecimal share, BigDecimal sum) {
    }

    /** One cause as it was counted. */
    record Counted(CauseClass cause, long ipd, long ltc, long itr, long none) {

        long all() {
            return ipd + ltc + itr + none;
        }

    }

    static CausePareto of(List<Counted> counted) {
        var n = counted.stream().mapToLong(Counted::all).sum();
        var sorted = counted.stream()
            .filter(it -> it.all() > 0)
            .sorted(java.util.Comparator.comparingLong(Counted::all)
                .reversed()
                .thenComparing(it -> it.cause().sort())
                .thenComparing(it -> it.cause().code()))
            .toList();
        var rows = new java.util.ArrayList<Row>();
        long sum = 0;
        for (var each : sorted) {
            sum += each.all();
            rows.add(new Row(each.cause(), each.all(), List.of(each.ipd(), each.ltc(), each.itr(), each.none()),
                    percent(each.all(), n), percent(sum, n)));
        }
        return new CausePareto(rows, n,
                counted.stream().filter(it -> it.cause().backOffice()).mapToLong(Counted::all).sum());
    }

    /** The causes that together make up four fifths. */
    public List<Row> vitalFew() {
        var few = new java.util.ArrayList<Row>();
        for (var row : rows) {
            few.add(row);
            if (row.sum().compareTo(BigDecimal.valueOf(80)) >= 0) {
                break;
            }
        }
        return few;
    }

    public @Nullable BigDecimal backOfficeShare() {
        return n == 0 ? null : percent(backOffice, n);
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
    }

}
