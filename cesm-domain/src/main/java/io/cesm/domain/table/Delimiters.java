package io.cesm.domain.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what parts the values of a line: what gives most rows the same number of
 * them.
 */
final class Delimiters {

    private static final int ROWS = 60;

    private Delimiters() {
    }

    static String of(String beginning) {
        String best = ",";
        double score = 0;
        for (var each : TableFormat.DELIMITERS) {
            double its = score(rows(beginning, each));
            if (its > score) {
                best = each;
                score = its;
            }
        }
        return best;
    }

    /**
     * Number of the row that names the columns: the first that fills most of the columns.
     */
    static long headerLine(List<Line> rows) {
        long most = rows.stream().mapToLong(Delimiters::filled).max().orElse(0);
        return rows.stream().filter(row -> filled(row) * 10 >= most * 6).mapToLong(Line::number).findFirst().orElse(1);
    }

    private static long filled(Line row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static double score(List<Integer> counts) {
        Map<Integer, Integer> times = new HashMap<>();
        counts.forEach(count -> times.merge(count, 1, Integer::sum));
        double best = 0;
        for (var each : times.entrySet()) {
            if (each.getKey() > 1) {
                double agreeing = (double) each.getValue() / counts.size();
                best = Math.max(best, agreeing * agreeing * (1 + Math.log(each.getKey())));
            }
        }
        return best;
    }

    private static List<Integer> rows(String text, String delimiter) {
        List<Integer> counts = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(1 << 21)
            .ofCsvRecord(text)) {
            @Nullable CsvRecord row;
            var all = csv.iterator();
            while (counts.size() < ROWS && all.hasNext()) {
                row = all.next();
                counts.add(row.getFieldCount());
            }
        }
        catch (CsvParseException | java.io.IOException unreadable) {
            return counts;
        }
        return counts;
    }

}
