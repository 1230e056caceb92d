package io.cesm.domain.intake;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.intake.ImportKind.Taking;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.table.TableFiles;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Walks through the file of an import, batch by batch. Each batch is one transaction that
 * writes the records, what became of the rows and how far the walk is; so a walk that was
 * broken off anywhere goes on there, and nothing is taken in twice.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final Imports imports;

    private final ImportContent content;

    private final ImportKinds kinds;

    private final ImportBatches batches;

    private final ImportSettings settings;

    private final AccessBook access;

    private final Timeline timeline;

    private final Clock clock;

    ImportRunner(Imports imports, ImportContent content, ImportKinds kinds, ImportBatches batches,
            ImportSettings settings, AccessBook access, Timeline timeline, Clock clock) {
        this.imports = imports;
        this.content = content;
        this.kinds = kinds;
        this.batches = batches;
        this.settings = settings;
        this.access = access;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Does the work, or goes on with it.
     * @param lastTry whether to give up when the machine refuses again
     */
    void run(ImportWork work, boolean lastTry) {
        var job = imports.find(new ImportId(work.importId())).orElse(null);
        if (job == null || job.state() != busy(work.dry())) {
            return;
        }
        try {
            var who = access.of(new StaffId(job.createdBy()))
                .filter(Access::active)
                .filter(it -> it.rights().contains(Right.IMPORT))
                .orElseThrow(() -> new Refusal("import.no_longer_allowed"));
            Acting.as(who.actor("import", null), () -> walk(job, work.dry()));
        }
        catch (Refusal refusal) {
            end(job, ImportState.FAILED, RowProblem.of(refusal));
        }
        catch (TransientDataAccessException | TransactionException trouble) {
            if (!lastTry) {
                throw trouble;
            }
            giveUp(job, trouble);
        }
        catch (RuntimeException bug) {
            giveUp(job, bug);
        }
    }

    private void giveUp(ImportView job, RuntimeException why) {
        LOG.error("import {} failed", job.number(), why);
        end(job, ImportState.FAILED, RowProblem.of(null, "import.failed"));
    }

    private static ImportState busy(boolean dry) {
        return dry ? ImportState.CHECKING : ImportState.RUNNING;
    }

    private void walk(ImportView job, boolean dry) {
        var kind = kinds.require(job.kind());
        var taking = kind.open(job.plan());
        var mapper = kind.findsColumns() ? RowMapper.all(job.header().size()) : new RowMapper(job.mapping());
        List<ImportRow> rows = new ArrayList<>(settings.batch());
        List<ImportRow> passed = new ArrayList<>(settings.batch());
        long last = job.lastRow();
        try (var reader = TableFiles.open(content.of(job.id().id()), job.format())) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                var row = mapper.row(line);
                (row.number() <= last ? passed : rows).add(row);
                if (passed.size() == settings.batch()) {
                    taking.pass(passed);
                    passed = new ArrayList<>(settings.batch());
                }
                if (rows.size() == settings.batch()) {
                    passAll(taking, passed);
                    if (!batches.take(job, taking, rows, dry)) {
                        return;
                    }
                    rows = new ArrayList<>(settings.batch());
                }
            }
        }
        catch (IOException gone) {
            throw new Refusal("import.file_gone");
        }
        passAll(taking, passed);
        if (rows.isEmpty() || batches.take(job, taking, rows, dry)) {
            end(job, dry ? ImportState.CHECKED : ImportState.DONE, null);
        }
    }

    private static void passAll(Taking taking, List<ImportRow> passed) {
        if (!passed.isEmpty()) {
            taking.pass(List.copyOf(passed));
            passed.clear();
        }
    }

    private void end(ImportView job, ImportState state, @Nullable RowProblem why) {
        batches.inTransaction(() -> {
            var now = imports.lock(job.id()).orElseThrow(UnknownThing::new);
            if (!now.state().isBusy()) {
                return;
            }
            imports.enter(job.id(), state, clock.instant());
            if (why != null) {
                imports.fail(job.id(), why);
            }
            if (now.state() == ImportState.RUNNING) {
                var counts = now.counts();
                timeline.record(Change.of(subject(now), state.name())
                    .with("created", null, counts.created())
                    .with("changed", null, counts.changed())
                    .with("unchanged", null, counts.unchanged())
                    .with("refused", null, counts.refused()));
            }
        });
    }

    static Subject subject(ImportView job) {
        return new Subject("IMPORT", job.id().id(), job.number(), null);
    }

}
