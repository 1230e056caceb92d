package io.cesm.satisfaction.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The answers under samples/kiosk-servqual: 211 rows, of which 4 are empty. */
final class KioskAnswers {

    private static final Path SAMPLE = Path.of("../samples/kiosk-servqual");

    private final List<NamedCsvRecord> answers = read("kiosk-survey.csv");

    private final List<NamedCsvRecord> mapping = read("kiosk-mapping.csv");

    /** The items of each dimension by their two digits. */
    Map<String, List<String>> dimensions() {
        var dimensions = new LinkedHashMap<String, List<String>>();
        for (var row : mapping) {
            if (row.getField("level").equals("P")) {
                dimensions.computeIfAbsent(row.getField("dimension").replace("kiosk_", ""), key -> new ArrayList<>())
                    .add(row.getField("item").substring(0, 2));
            }
        }
        return dimensions;
    }

    double[] expected(String item) {
        return column(item, "E");
    }

    double[] perceived(String item) {
        return column(item, "P");
    }

    List<PairedItem> pairs(String dimension) {
        return dimensions().getOrDefault(dimension, List.of())
            .stream()
            .map(item -> new PairedItem(item, expected(item), perceived(item)))
            .toList();
    }

    Columns perceived(List<String> items) {
        return Columns.of(items, items.stream().map(this::perceived).toArray(double[][]::new));
    }

    private double[] column(String item, String level) {
        var name = mapping.stream()
            .filter(row -> row.getField("level").equals(level) && row.getField("item").startsWith(item))
            .findFirst()
            .orElseThrow()
            .getField("column");
        return answers.stream()
            .map(row -> row.getField(name).strip())
            .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
            .toArray();
    }

    private static List<NamedCsvRecord> read(String file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(SAMPLE.resolve(file))) {
            return reader.stream().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
