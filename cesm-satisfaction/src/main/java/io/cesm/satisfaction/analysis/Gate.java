package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.cesm.satisfaction.figures.Disclosure;
import io.cesm.satisfaction.figures.SmallBase;

/**
 * Finds what of a filtered view would give people away: too few of them, or few enough
 * left over when it is taken away from what is shown elsewhere.
 */
final class Gate {

    private Gate() {
    }

    /** Which of these parts have to be hidden when their total is shown. */
    static Set<String> hidden(Map<String, Long> parts, long total) {
        var names = new ArrayList<>(parts.keySet());
        var counts = new long[names.size() + 1];
        long known = 0;
        for (int i = 0; i < names.size(); i++) {
            counts[i] = parts.getOrDefault(names.get(i), 0L);
            known += counts[i];
        }
        counts[names.size()] = Math.max(0, total - known);
        var hide = Disclosure.hidden(counts, SmallBase.STANDARD);
        var hidden = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (hide[i]) {
                hidden.add(names.get(i));
            }
        }
        return hidden;
    }

    /** Whether a place of a table with totals has to be hidden. */
    static boolean hides(Map<List<String>, Long> table, String row, String column) {
        var rows = new ArrayList<>(new TreeSet<>(table.keySet().stream().map(it -> it.get(0)).toList()));
        var columns = new ArrayList<>(new TreeSet<>(table.keySet().stream().map(it -> it.get(1)).toList()));
        int i = rows.indexOf(row);
        int j = columns.indexOf(column);
        if (i < 0 || j < 0) {
            return false;
        }
        var counts = new long[rows.size()][columns.size()];
        table.forEach((place, n) -> counts[rows.indexOf(place.get(0))][columns.indexOf(place.get(1))] = n);
        return Disclosure.hidden(counts, SmallBase.STANDARD).cell(i, j);
    }

    /**
     * The items of a part that have to be hidden, {@link Counting#RESPONDENTS} for all of
     * it.
     * @param everybody the marks of everybody by month and item, part {@code ""}
     */
    static Set<String> hiddenItems(Map<CellShelf.Place, Long> places, Map<CellShelf.Place, Long> everybody,
            Filter filter) {
        var hidden = new HashSet<String>();
        var items = new TreeSet<>(everybody.keySet().stream().map(CellShelf.Place::item).toList());
        for (var item : items) {
            if (hides(item, places, everybody, filter)) {
                hidden.add(item);
            }
        }
        return hidden;
    }

    private static boolean hides(String item, Map<CellShelf.Place, Long> places, Map<CellShelf.Place, Long> everybody,
            Filter filter) {
        var month = filter.month();
        if (filter.parts().isEmpty()) {
            Map<String, Long> months = new LinkedHashMap<>();
            everybody.forEach((place, n) -> {
                if (place.item().equals(item)) {
                    months.merge(place.month().toString(), n, Long::sum);
                }
            });
            return month != null && hidden(months, 0).contains(month.toString());
        }
        if (month == null) {
            Map<String, Long> parts = new LinkedHashMap<>();
            places.forEach((place, n) -> {
                if (place.item().equals(item)) {
                    parts.merge(place.part(), n, Long::sum);
                }
            });
            return hidden(parts, total(everybody, item)).contains(filter.part());
        }
        return hides(table(item, places, everybody), filter.part(), month.toString());
    }

    /** Parts by months, with those whose part is not known in a row of their own. */
    private static Map<List<String>, Long> table(String item, Map<CellShelf.Place, Long> places,
            Map<CellShelf.Place, Long> everybody) {
        Map<List<String>, Long> table = new LinkedHashMap<>();
        Map<LocalDate, Long> rest = new LinkedHashMap<>();
        everybody.forEach((place, n) -> {
            if (place.item().equals(item)) {
                rest.merge(place.month(), n, Long::sum);
            }
        });
        places.forEach((place, n) -> {
            if (place.item().equals(item)) {
                table.put(List.of(place.part(), place.month().toString()), n);
                rest.merge(place.month(), -n, Long::sum);
            }
        });
        rest.forEach((when, n) -> table.put(List.of("", when.toString()), Math.max(0, n)));
        return table;
    }

    private static long total(Map<CellShelf.Place, Long> everybody, String item) {
        return everybody.entrySet()
            .stream()
            .filter(it -> it.getKey().item().equals(item))
            .mapToLong(Map.Entry::getValue)
            .sum();
    }

}
