package io.cesm.satisfaction.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.table.Content;
import io.cesm.domain.table.TableFiles;

/**
 * Looks at a file of answers and proposes what its columns may mean, for a person to
 * mend: most of the typing is done, nothing is decided.
 */
public final class CodebookProposal {

    private static final int ROWS = 5_000;

    private static final int VALUES = 40;

    private CodebookProposal() {
    }

    /** The proposal for a file. */
    public static Codebook of(Content content) throws IOException {
        var judged = TableFiles.judge(content);
        List<String> header = List.of();
        List<Column> columns = new ArrayList<>();
        try (var reader = TableFiles.openAll(content, judged.format())) {
            long rows = 0;
            for (var line = reader.next(); line != null && rows < ROWS; line = reader.next()) {
                if (line.number() < judged.format().headerLine()) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = line.cells();
                    header.forEach(name -> columns.add(new Column()));
                    continue;
                }
                rows++;
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).see(line.cell(i));
                }
            }
        }
        return codebook(header, columns);
    }

    private static Codebook codebook(List<String> header, List<Column> columns) {
        List<CodebookColumn> proposed = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i);
            if (name.isEmpty() || columns.get(i).seen == 0) {
                continue;
            }
            var item = Slugs.of(name, "q");
            item = item.length() > 20 ? item.substring(0, 20) : item;
            int times = taken.merge(item, 1, Integer::sum);
            var column = columns.get(i).propose(name, times == 1 ? item : item + "_" + times);
            boolean twice = !column.kind().isAsked() && column.kind() != ColumnKind.SEGMENT
                    && proposed.stream().anyMatch(it -> it.kind() == column.kind());
            proposed.add(twice ? columns.get(i).plain(name, column.item()) : column);
        }
        return new Codebook(proposed);
    }

    /** What was seen in a column. */
    private static final class Column {

        private final Map<String, Integer> values = new LinkedHashMap<>();

        private final TreeMap<Integer, Integer> whole = new TreeMap<>();

        private long seen;

        private long numbers;

        private long distinct;

        private int longest;

        void see(String cell) {
            if (cell.isEmpty()) {
                return;
            }
            seen++;
            longest = Math.max(longest, cell.length());
            if (values.containsKey(cell) || values.size() < VALUES) {
                values.merge(cell, 1, Integer::sum);
            }
            else {
                distinct++;
            }
            if (cell.matches("-?\\d{1,3}([.]0+)?")) {
                numbers++;
                whole.merge((int) Double.parseDouble(cell), 1, Integer::sum);
            }
        }

        private boolean few() {
            return distinct == 0 && values.size() <= 30;
        }

        CodebookColumn propose(String name, String item) {
            var key = NameKey.of(name);
            if (key.matches(".*(weight|权重|加权).*")) {
                return line(name, item, ColumnKind.WEIGHT);
            }
            if (key.matches("id|.*respnum.*|respondent.*|.*(编号|序号)") && (distinct > 0 || values.size() == seen)) {
                return line(name, item, ColumnKind.KEY);
            }
            if (key.matches(".*(date|日期)$") && values.keySet().stream().anyMatch(it -> it.matches(".*\\d{4}.*"))) {
                return line(name, item, ColumnKind.DATE);
            }
            var scale = numbers * 10 >= seen * 8 ? scale(name, item, key) : null;
            return scale != null ? scale : plain(name, item);
        }

        private @Nullable CodebookColumn scale(String name, String item, String key) {
            var points = new TreeMap<>(whole);
            points.keySet().removeIf(it -> it < 0 || it > 11);
            if (points.size() < 4 || whole.size() > 16) {
                return null;
            }
            int highest = points.lastKey();
            boolean nps = key.matches(".*(nps|netpro|recommend|推荐).*")
                    || (points.containsKey(0) && highest >= 10 && points.size() >= 9);
            int max = nps || highest >= 10 ? 10 : highest == 6 ? 5 : Math.max(highest, 5);
            int min = nps ? 0 : 1;
            Map<String, String> none = new LinkedHashMap<>();
            whole.keySet().stream().filter(it -> it < min || it > max).forEach(it -> none.put(String.valueOf(it), ""));
            values.keySet().stream().filter(it -> !it.matches("-?\\d{1,3}([.]0+)?")).forEach(it -> none.put(it, ""));
            return new CodebookColumn(name, item, nps ? ColumnKind.NPS : ColumnKind.RATING, name, min, max, false,
                    Map.of(), none, null, null, null);
        }

        CodebookColumn plain(String name, String item) {
            if (few() && values.size() >= 2 && longest <= 60) {
                Map<String, String> codes = new LinkedHashMap<>();
                values.keySet().stream().sorted().forEach(it -> codes.put(it, ""));
                boolean segment = numbers < seen;
                return new CodebookColumn(name, item, segment ? ColumnKind.SEGMENT : ColumnKind.SINGLE, name, null,
                        null, false, segment ? Map.of() : codes, Map.of(), null, null, null);
            }
            return line(name, item, numbers == seen ? ColumnKind.NUMBER : ColumnKind.TEXT);
        }

        private static CodebookColumn line(String name, String item, ColumnKind kind) {
            return new CodebookColumn(name, item, kind, name, null, null, false, Map.of(), Map.of(), null, null, null);
        }

    }

}
