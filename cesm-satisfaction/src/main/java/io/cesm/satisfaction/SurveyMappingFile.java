package io.cesm.satisfaction;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.Scale;

/**
 * Reads a mapping from a small CSV file that anybody can write with a spreadsheet: the
 * columns {@code column, item, dimension, level, min, max} and, if wanted,
 * {@code reversed, missing, dimension_name, dimension_name_en}. Several codes for "none"
 * are parted by {@code |}.
 */
public final class SurveyMappingFile {

    private static final int LARGEST = 400_000;

    private static final List<String> NEEDED = List.of("column", "item", "dimension", "level", "min", "max");

    private static final Set<String> YES = Set.of("true", "yes", "1", "是", "y");

    private SurveyMappingFile() {
    }

    /**
     * Reads a mapping file.
     * @throws Refusal with the line if something in it cannot be understood
     */
    public static SurveyMapping read(String text) {
        if (text.length() > LARGEST) {
            throw new Refusal("survey.mapping_too_long");
        }
        var columns = new ArrayList<SurveyColumn>();
        Map<String, SurveyMapping.NewDimension> dimensions = new LinkedHashMap<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            csv.forEach(line -> {
                columns.add(column(line));
                dimension(line, dimensions);
            });
        }
        catch (CsvParseException | IOException ex) {
            throw new Refusal("survey.mapping_unreadable");
        }
        return new SurveyMapping(columns, List.copyOf(dimensions.values()));
    }

    private static SurveyColumn column(NamedCsvRecord line) {
        for (var needed : NEEDED) {
            if (line.findField(needed).filter(it -> !it.isBlank()).isEmpty()) {
                throw new Refusal("survey.mapping_lacks", line.getStartingLineNumber(), needed);
            }
        }
        var missing = Arrays.stream(optional(line, "missing").split("\\|"))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());
        return new SurveyColumn(field(line, "column"), field(line, "item"), field(line, "dimension"), level(line),
                scale(line), missing);
    }

    private static void dimension(NamedCsvRecord line, Map<String, SurveyMapping.NewDimension> dimensions) {
        var name = optional(line, "dimension_name");
        var english = optional(line, "dimension_name_en");
        if (!name.isEmpty() || !english.isEmpty()) {
            var code = field(line, "dimension");
            dimensions.putIfAbsent(code, new SurveyMapping.NewDimension(code, name.isEmpty() ? english : name,
                    english.isEmpty() ? name : english));
        }
    }

    private static Level level(NamedCsvRecord line) {
        return switch (field(line, "level").toUpperCase(Locale.ROOT)) {
            case "E" -> Level.E;
            case "P" -> Level.P;
            default -> throw new Refusal("survey.mapping_wrong", line.getStartingLineNumber(), "level");
        };
    }

    private static Scale scale(NamedCsvRecord line) {
        try {
            return new Scale(new BigDecimal(field(line, "min")), new BigDecimal(field(line, "max")),
                    YES.contains(optional(line, "reversed").toLowerCase(Locale.ROOT)));
        }
        catch (IllegalArgumentException ex) {
            throw new Refusal("survey.mapping_wrong", line.getStartingLineNumber(), "min, max");
        }
    }

    private static String field(NamedCsvRecord line, String name) {
        return line.getField(name).strip();
    }

    private static String optional(NamedCsvRecord line, String name) {
        return line.findField(name).orElse("").strip();
    }

}
