package io.cesm.governance.takeover;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.SeenRows;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a file whose rows are known by an external key: the first time a
 * record is made, from then on it is corrected, the same again changes nothing.
 */
abstract class KeyedTaking implements ImportKind.Taking {

    private final ExternalKeys keys;

    private final List<Target> targets;

    private final String page;

    private final String words;

    private final SeenRows seen = new SeenRows();

    /**
     * Begins a walk.
     * @param page address of the records
     * @param words the target by which people know a row
     */
    KeyedTaking(ExternalKeys keys, List<Target> targets, String page, String words) {
        this.keys = keys;
        this.targets = targets;
        this.page = page;
        this.words = words;
    }

    /** Makes the record of a row. */
    abstract UUID add(RowReader row);

    /** Corrects the record of a row; says whether anything changed. */
    abstract boolean correct(UUID record, RowReader row);

    @Override
    public void pass(List<ImportRow> rows) {
        for (var row : rows) {
            var key = row.first("key");
            if (key != null) {
                seen.first(key.strip(), row.number(), said(row));
            }
        }
    }

    @Override
    public List<RowAnswer> take(List<ImportRow> rows, boolean dry) {
        List<RowAnswer> answers = new ArrayList<>(rows.size());
        for (var row : rows) {
            var key = row.first("key");
            try {
                answers.add(take(row, key));
            }
            catch (Refusal refusal) {
                answers.add(RowAnswer.refused(row, key, name(row), RowProblem.of(refusal)));
            }
            catch (UnknownThing outOfReach) {
                answers.add(RowAnswer.refused(row, key, name(row), RowProblem.of("key", "takeover.out_of_reach")));
            }
        }
        return answers;
    }

    private RowAnswer take(ImportRow row, @Nullable String given) {
        if (given == null || given.strip().length() > 160) {
            throw new FieldRefusal("key", given == null ? "text.required" : "takeover.key_long");
        }
        var key = given.strip();
        var said = said(row);
        long first = seen.first(key, row.number(), said);
        if (first != row.number()) {
            if (seen.said(key) != said) {
                throw new FieldRefusal("key", "import.key_twice", first);
            }
            return RowAnswer.of(row, Outcome.UNCHANGED, key, name(row));
        }
        var known = keys.find(key).orElse(null);
        if (known != null && known.said() == said) {
            return answer(row, Outcome.UNCHANGED, known.record());
        }
        var reader = new RowReader(row);
        if (known != null) {
            var changed = correct(known.record(), reader);
            keys.keep(key, known.record(), said);
            return answer(row, changed ? Outcome.CHANGED : Outcome.UNCHANGED, known.record());
        }
        var made = add(reader);
        keys.keep(key, made, said);
        return answer(row, Outcome.CREATED, made);
    }

    private RowAnswer answer(ImportRow row, Outcome outcome, UUID record) {
        return new RowAnswer(row.number(), outcome, row.first("key"), name(row), page + record, List.of(), List.of());
    }

    private @Nullable String name(ImportRow row) {
        var text = row.first(words);
        return text == null || text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    /**
     * A fingerprint of all the row says. A column that came later than the first files
     * says nothing where it is blank, so that rows read before stay the same.
     */
    private long said(ImportRow row) {
        var all = new StringBuilder();
        for (var target : targets) {
            if (target.code().equals(EvidenceCells.TARGET) && row.all(target.code()).isEmpty()) {
                continue;
            }
            all.append(String.join("\u0001", row.all(target.code()))).append('\u0002');
        }
        return SeenRows.print(all.toString());
    }

}
