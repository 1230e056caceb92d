package io.cesm.domain.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cesm.domain.table.Content;
import io.cesm.domain.table.Line;
import io.cesm.domain.table.TableFiles;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an import that need another look, in the form of the file they came from:
 * source and answers are read side by side, both in the order of the file.
 */
final class ProblemFile {

    private static final int AT_ONCE = 1_000;

    private final ImportView job;

    private final ImportRows rows;

    private final Content source;

    private final Deque<RowAnswer> waiting = new ArrayDeque<>();

    private long last;

    ProblemFile(ImportView job, ImportRows rows, Content source) {
        this.job = job;
        this.rows = rows;
        this.source = source;
    }

    void write(OutputStream out, String heading, Function<RowProblem, String> sentence) throws IOException {
        int width = job.header().size();
        try (var reader = TableFiles.open(source, job.format());
                var writer = TableFiles.writerLike(out, job.format(), job.mark(), job.number())) {
            writer.row(row(job.header(), width, heading));
            var answer = next();
            for (var line = reader.next(); line != null && answer != null; line = reader.next()) {
                if (line.number() == answer.row()) {
                    writer.row(row(line, width, reason(answer, sentence)));
                    answer = next();
                }
            }
        }
    }

    private static String reason(RowAnswer answer, Function<RowProblem, String> sentence) {
        return answer.problems().stream().map(sentence).distinct().collect(Collectors.joining("; "));
    }

    private static List<String> row(Line line, int width, String reason) {
        return row(line.cells(), width, reason);
    }

    private static List<String> row(List<String> cells, int width, String reason) {
        List<String> row = new ArrayList<>(cells);
        while (row.size() < width) {
            row.add("");
        }
        row.add(width, reason);
        return row;
    }

    private @Nullable RowAnswer next() {
        if (waiting.isEmpty()) {
            waiting.addAll(rows.after(job.id(), RowFilter.PROBLEMS, last, AT_ONCE));
        }
        var answer = waiting.poll();
        if (answer != null) {
            last = answer.row();
        }
        return answer;
    }

}
