package io.cesm.domain.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.table.Line;
import io.cesm.domain.table.TableFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows the imports of the one who acts now; those of others are not there. */
@Service
@Transactional(readOnly = true)
public class ImportBook {

    private static final int PAGE = 50;

    private final Imports imports;

    private final ImportRows rows;

    private final ImportContent content;

    private final CurrentActor current;

    ImportBook(Imports imports, ImportRows rows, ImportContent content, CurrentActor current) {
        this.imports = imports;
        this.rows = rows;
        this.content = content;
        this.current = current;
    }

    public ImportView require(ImportId id) {
        var actor = current.actor();
        actor.requireMay(Right.IMPORT);
        var staff = actor.requireStaff().id();
        return imports.find(id).filter(it -> it.createdBy().equals(staff)).orElseThrow(UnknownThing::new);
    }

    /** Mine, newest first. */
    public Slice<ImportView> mine(@Nullable String cursor) {
        var actor = current.actor();
        actor.requireMay(Right.IMPORT);
        var before = Cursor.parse(cursor, 1);
        var found = imports.of(actor.requireStaff().id(), before == null ? null : before.uuid(0), PAGE + 1);
        return Slice.forward(found, PAGE, it -> Cursor.after(it.id()));
    }

    /** What became of the rows, in the order of the file. */
    public Slice<RowAnswer> rows(ImportId id, RowFilter filter, @Nullable String cursor) {
        require(id);
        var after = Cursor.parse(cursor, 1);
        Long row = after == null ? null : after.number(0);
        return Slice.forward(rows.after(id, filter, row == null ? 0 : row, PAGE + 1), PAGE,
                it -> Cursor.after(it.row()));
    }

    /** The first rows below the header, as the file is read now. */
    public List<Line> preview(ImportId id, int size) {
        var job = require(id);
        try (var reader = TableFiles.open(content.of(id.id()), job.format())) {
            List<Line> head = new java.util.ArrayList<>();
            for (var line = reader.next(); line != null && head.size() < size; line = reader.next()) {
                head.add(line);
            }
            return head;
        }
        catch (IOException gone) {
            throw new Refusal("import.file_gone");
        }
    }

    /**
     * Writes the rows that were refused, or of which something was left out, as a file
     * like the one that came, with the reasons in a further column.
     * @param heading what stands above the reasons
     * @param sentence how a reason reads
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void writeProblems(ImportId id, OutputStream out, String heading, Function<RowProblem, String> sentence)
            throws IOException {
        var job = require(id);
        new ProblemFile(job, rows, content.of(id.id())).write(out, heading, sentence);
    }

}
