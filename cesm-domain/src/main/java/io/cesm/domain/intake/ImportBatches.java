package io.cesm.domain.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.cesm.domain.intake.ImportKind.Taking;
import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes batches of rows in, each in a transaction of its own. */
@Component
class ImportBatches {

    private static final Logger LOG = LoggerFactory.getLogger(ImportBatches.class);

    private final Imports imports;

    private final ImportRows rows;

    private final TransactionTemplate transactions;

    private final Clock clock;

    ImportBatches(Imports imports, ImportRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    /**
     * Takes a batch in, or only tries it. A batch that the database refuses as a whole is
     * taken row by row, so that one odd row does not stop the others.
     * @return whether to go on; false if somebody stopped the import or took it over
     */
    boolean take(ImportView job, Taking taking, List<ImportRow> batch, boolean dry) {
        try {
            return dry ? tryOut(job, taking, batch) : takeIn(job, taking, batch);
        }
        catch (Refusal | TransientDataAccessException | TransactionException notOfARow) {
            throw notOfARow;
        }
        catch (RuntimeException oddRow) {
            if (batch.size() == 1) {
                LOG.warn("import {} row {} failed", job.number(), batch.getFirst().number(), oddRow);
                return note(job, List
                    .of(RowAnswer.refused(batch.getFirst(), null, null, RowProblem.of(null, "import.row_failed"))),
                        dry);
            }
            for (var row : batch) {
                if (!take(job, taking, List.of(row), dry)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean takeIn(ImportView job, Taking taking, List<ImportRow> batch) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!mayGoOn(job, batch.getFirst().number(), false)) {
                return false;
            }
            var answers = job.skipAlike() ? withoutAlike(job, taking, batch) : taking.take(batch, false);
            rows.add(job.id(), answers);
            return true;
        }));
    }

    /**
     * Rows that may be duplicates are found by trying, and left out of what is taken in.
     */
    private List<RowAnswer> withoutAlike(ImportView job, Taking taking, List<ImportRow> batch) {
        var tried = Objects.requireNonNull(tried(taking, batch));
        List<ImportRow> taken = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (tried.get(i).like().isEmpty()) {
                taken.add(batch.get(i));
            }
        }
        var answers = (taken.isEmpty() ? List.<RowAnswer>of() : taking.take(taken, false)).iterator();
        List<RowAnswer> all = new ArrayList<>();
        for (var answer : tried) {
            all.add(answer.like().isEmpty() ? answers.next()
                    : new RowAnswer(answer.row(), Outcome.REFUSED, answer.key(), answer.name(), null,
                            List.of(RowProblem.of(null, "import.like", String.join("; ", answer.like()))),
                            answer.like()));
        }
        return all;
    }

    private boolean tryOut(ImportView job, Taking taking, List<ImportRow> batch) {
        var answers = tried(taking, batch);
        return note(job, Objects.requireNonNull(answers), true);
    }

    private @Nullable List<RowAnswer> tried(Taking taking, List<ImportRow> batch) {
        var apart = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return apart.execute(status -> {
            status.setRollbackOnly();
            return taking.take(batch, true);
        });
    }

    private boolean note(ImportView job, List<RowAnswer> answers, boolean dry) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!mayGoOn(job, answers.getFirst().row(), dry)) {
                return false;
            }
            rows.add(job.id(), answers);
            return true;
        }));
    }

    private boolean mayGoOn(ImportView job, long firstRow, boolean dry) {
        var now = imports.lock(job.id()).orElse(null);
        if (now == null || now.state() != (dry ? ImportState.CHECKING : ImportState.RUNNING)
                || now.lastRow() >= firstRow) {
            return false;
        }
        if (now.cancelWished()) {
            imports.enter(job.id(), dry ? ImportState.UPLOADED : ImportState.CANCELLED, clock.instant());
            return false;
        }
        return true;
    }

}
