package io.cesm.satisfaction.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.SeenRows;
import io.cesm.domain.kernel.Refusal;

/**
 * One walk through a file of answers. A respondent counts once: who is there already with
 * the same answers is passed over, who is there with others is refused.
 */
final class AnswerTaking implements ImportKind.Taking {

    /** The survey the answers go to. */
    interface Into {

        /** The survey if it is there already; a trial makes none. */
        Optional<AnsweredSurvey> find();

        /** The survey, made if it is not there yet. */
        AnsweredSurvey open();

    }

    private final RowReader reader;

    private final Into into;

    private final AnswerStore store;

    private final SeenRows seen = new SeenRows();

    AnswerTaking(RowReader reader, Into into, AnswerStore store) {
        this.reader = reader;
        this.into = into;
        this.store = store;
    }

    @Override
    public void pass(List<ImportRow> rows) {
        for (var row : rows) {
            try {
                var draft = reader.read(row);
                seen.first(draft.key(), row.number(), 0);
            }
            catch (Refusal refused) {
                // it was told when its turn came
            }
        }
    }

    @Override
    public List<RowAnswer> take(List<ImportRow> rows, boolean dry) {
        Map<Long, RowAnswer> answers = new TreeMap<>();
        List<AnswerDraft> drafts = new ArrayList<>(rows.size());
        for (var row : rows) {
            read(row, drafts, answers);
        }
        store.findCustomers(drafts);
        var survey = dry ? into.find().orElse(null) : into.open();
        if (survey != null && survey.anonymous()) {
            drafts.forEach(it -> it.day(it.day().withDayOfMonth(1)));
        }
        var there = survey == null || drafts.isEmpty() ? Map.<String, Boolean>of() : store.there(survey, drafts);
        List<AnswerDraft> fresh = new ArrayList<>(drafts.size());
        for (var draft : drafts) {
            var same = there.get(draft.key());
            if (same == null) {
                fresh.add(draft);
            }
            answers.put(draft.row(), same == null ? told(draft, Outcome.CREATED)
                    : same ? told(draft, Outcome.UNCHANGED) : refused(draft, "answers.other_answers"));
        }
        if (!dry && survey != null && !fresh.isEmpty()) {
            store.write(survey, fresh);
        }
        return new ArrayList<>(answers.values());
    }

    private void read(ImportRow row, List<AnswerDraft> drafts, Map<Long, RowAnswer> answers) {
        try {
            var draft = reader.read(row);
            long first = seen.first(draft.key(), row.number(), 0);
            if (first == row.number()) {
                drafts.add(draft);
            }
            else {
                answers.put(row.number(), refused(draft, "answers.key_twice", first));
            }
        }
        catch (Refusal refusal) {
            answers.put(row.number(), RowAnswer.refused(row, null, row.first("_key"), RowProblem.of(refusal)));
        }
    }

    private static RowAnswer told(AnswerDraft draft, Outcome outcome) {
        var text = draft.customerText();
        var problems = text != null && draft.customer() == null
                ? List.of(RowProblem.of("_customer", "import.customer_unknown", text)) : List.<RowProblem>of();
        return new RowAnswer(draft.row(), outcome, null, draft.key(), null, problems, List.of());
    }

    private static RowAnswer refused(AnswerDraft draft, String code, Object... args) {
        return new RowAnswer(draft.row(), Outcome.REFUSED, null, draft.key(), null,
                List.of(RowProblem.of("_key", code, args)), List.of());
    }

}
