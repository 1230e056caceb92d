package io.cesm.domain.export;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the exports of the one who acts now; those of others are not there. */
@Service
@Transactional(readOnly = true)
public class ExportBook {

    private static final int PAGE = 50;

    private final Exports exports;

    private final CurrentActor current;

    ExportBook(Exports exports, CurrentActor current) {
        this.exports = exports;
        this.current = current;
    }

    public ExportView require(ExportId id) {
        var actor = current.actor();
        actor.requireMay(Right.EXPORT);
        var staff = actor.requireStaff().id();
        return exports.find(id).filter(it -> it.createdBy().equals(staff)).orElseThrow(UnknownThing::new);
    }

    /** Mine, newest first. */
    public Slice<ExportView> mine(@Nullable String cursor) {
        var actor = current.actor();
        actor.requireMay(Right.EXPORT);
        var before = Cursor.parse(cursor, 1);
        var found = exports.of(actor.requireStaff().id(), before == null ? null : before.uuid(0), PAGE + 1);
        return Slice.forward(found, PAGE, it -> Cursor.after(it.id()));
    }

}
