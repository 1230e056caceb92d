package io.cesm.satisfaction.measure;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.satisfaction.questionnaire.ItemRole;

/**
 * A codebook as a small table anybody can write with a spreadsheet: {@code column, item,
 * kind, label, min, max, reversed, codes, none, dimension, role, rival}. Codes are
 * written {@code 1=Yes|2=No}.
 */
public final class CodebookFile {

    /** The headings, in the order in which they are written. */
    public static final List<String> HEADINGS = List.of("column", "item", "kind", "label", "min", "max", "reversed",
            "codes", "none", "dimension", "role", "rival");

    private static final String FIELD = "codebook";

    private static final int LARGEST = 400_000;

    private static final Set<String> YES = Set.of("true", "yes", "1", "是", "y");

    private CodebookFile() {
    }

    /**
     * Reads a codebook.
     * @throws FieldRefusal with the line if something in it cannot be understood
     */
    public static Codebook read(String text) {
        if (text.length() > LARGEST) {
            throw new FieldRefusal(FIELD, "text.too_long", LARGEST, text.length());
        }
        var columns = new ArrayList<CodebookColumn>();
        try (var csv = CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            csv.forEach(line -> column(line).ifPresent(columns::add));
        }
        catch (CsvParseException | IOException | IllegalStateException ex) {
            throw new FieldRefusal(FIELD, "codebook.unreadable");
        }
        return new Codebook(columns);
    }

    private static java.util.Optional<CodebookColumn> column(NamedCsvRecord line) {
        var kind = field(line, "kind", 20);
        if (kind.isEmpty() && field(line, "column", 200).isEmpty()) {
            return java.util.Optional.empty();
        }
        if (line.findField("column").isEmpty() || line.findField("kind").isEmpty()) {
            throw new FieldRefusal(FIELD, "codebook.headings");
        }
        if (kind.isEmpty() || kind.equals("-")) {
            return java.util.Optional.empty();
        }
        var number = line.getStartingLineNumber();
        var header = Texts.required(field(line, "column", 200), 200, FIELD);
        var item = field(line, "item", 40);
        var label = field(line, "label", 600);
        return java.util.Optional.of(new CodebookColumn(header, item.isEmpty() ? cut(Slugs.of(header, "q"), 24) : item,
                one(kind, ColumnKind.class, number), label.isEmpty() ? header : label, whole(line, "min"),
                whole(line, "max"), YES.contains(field(line, "reversed", 10).toLowerCase(Locale.ROOT)),
                codes(field(line, "codes", 8000), number), codes(field(line, "none", 1000), number),
                orNull(field(line, "dimension", 40)), role(field(line, "role", 20), number),
                orNull(field(line, "rival", 80))));
    }

    private static @Nullable ItemRole role(String text, long line) {
        return text.isEmpty() ? null : one(text, ItemRole.class, line);
    }

    private static <E extends Enum<E>> E one(String text, Class<E> type, long line) {
        return Arrays.stream(type.getEnumConstants())
            .filter(it -> it.name().equalsIgnoreCase(text))
            .findFirst()
            .orElseThrow(() -> new FieldRefusal(FIELD, "codebook.word", line, text,
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static @Nullable Integer whole(NamedCsvRecord line, String name) {
        var text = field(line, name, 10);
        try {
            return text.isEmpty() ? null : (Integer) Integer.parseInt(text.replaceAll("\\.0+$", ""));
        }
        catch (NumberFormatException ex) {
            throw new FieldRefusal(FIELD, "codebook.whole_number", line.getStartingLineNumber(), name, text);
        }
    }

    private static Map<String, String> codes(String text, long line) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (var each : text.split("[|\\n]")) {
            var parts = each.split("=", 2);
            var code = parts[0].strip();
            if (!code.isEmpty() && codes.put(code, parts.length == 2 ? cut(parts[1].strip(), 120) : "") != null) {
                throw new FieldRefusal(FIELD, "codebook.code_twice", line, code);
            }
        }
        return codes;
    }

    private static String field(NamedCsvRecord line, String name, int max) {
        var text = Texts.clean(line.findField(name).orElse(""));
        if (text.length() > max) {
            throw new FieldRefusal(FIELD, "codebook.too_long", line.getStartingLineNumber(), name, max);
        }
        return text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The codebook as lines, for a file or a page. */
    public static List<List<String>> rows(Codebook codebook) {
        return codebook.columns()
            .stream()
            .map(it -> List.of(it.header(), it.item(), it.kind().name(), it.label(), text(it.min()), text(it.max()),
                    it.reversed() ? "yes" : "", text(it.codes()), text(it.none()), text(it.dimension()),
                    text(it.role()), text(it.rival())))
            .toList();
    }

    /** The codebook as comma-separated text. */
    public static String write(Codebook codebook) {
        var out = new StringBuilder(String.join(",", HEADINGS)).append('\n');
        rows(codebook)
            .forEach(row -> out.append(row.stream().map(CodebookFile::quoted).collect(Collectors.joining(",")))
                .append('\n'));
        return out.toString();
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(Map<String, String> codes) {
        return codes.entrySet()
            .stream()
            .map(it -> it.getValue().isEmpty() ? it.getKey() : it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining("|"));
    }

}
