package io.cesm.domain.export;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.NotAllowed;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.table.Tables;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the file of an export in the name and within the reach of the one who asked, as
 * they are while it is written. Work that broke off is begun anew.
 */
@Component
class ExportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRunner.class);

    private static final int STEP = 5_000;

    private final Exports exports;

    private final ExportKinds kinds;

    private final ExportSettings settings;

    private final AccessBook access;

    private final Notices notices;

    private final TransactionTemplate transaction;

    private final Clock clock;

    ExportRunner(Exports exports, ExportKinds kinds, ExportSettings settings, AccessBook access, Notices notices,
            TransactionTemplate transaction, Clock clock) {
        this.exports = exports;
        this.kinds = kinds;
        this.settings = settings;
        this.access = access;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody took the export away while it was written. */
    private static final class TakenAway extends RuntimeException {

        TakenAway() {
            super(null, null, false, false);
        }

    }

    /**
     * Does the work.
     * @param lastTry whether to give up when the machine refuses again
     * @return whether it is done with; false if too many are at work now
     */
    boolean run(ExportId id, boolean lastTry) {
        var job = exports.find(id).orElse(null);
        if (job == null || !job.state().isBusy()) {
            return true;
        }
        // names come in the language of the one who asked, as they do on pages
        LocaleContextHolder.setLocale(job.locale());
        try {
            var who = access.of(new StaffId(job.createdBy())).filter(Access::active).orElseThrow(UnknownThing::new);
            return Acting.as(who.actor("export", null), () -> write(job));
        }
        catch (TakenAway gone) {
            exports.dropParts(id);
        }
        catch (Refusal | UnknownThing | NotAllowed notAnyMore) {
            end(job, ExportState.FAILED, null);
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
        finally {
            LocaleContextHolder.resetLocaleContext();
        }
        return true;
    }

    private boolean write(ExportView job) {
        var export = kinds.require(job.kind()).open(job.filters(), job.locale());
        if (!exports.begin(job.id(), export.count().applyAsInt(Integer.MAX_VALUE), settings.together(),
                clock.instant())) {
            return false;
        }
        var file = new ExportFile(exports, job.id());
        long rows = rows(job, export, file);
        if (!exports.reached(job.id(), rows)) {
            throw new TakenAway();
        }
        end(job, ExportState.READY, file.size());
        return true;
    }

    private <T> long rows(ExportView job, Export<T> export, ExportFile file) {
        var rows = new AtomicLong();
        Tables.write(job.form(), file, export.title(), export.columns(), export.rows().peek(row -> {
            if (rows.incrementAndGet() % STEP == 0 && !exports.reached(job.id(), rows.get())) {
                throw new TakenAway();
            }
        }), export.appendix());
        file.close();
        return rows.get();
    }

    private void giveUp(ExportView job, RuntimeException why) {
        LOG.error("export {} failed", job.id(), why);
        end(job, ExportState.FAILED, null);
    }

    private void end(ExportView job, ExportState state, @Nullable Long size) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            if (state == ExportState.FAILED) {
                exports.dropParts(job.id());
            }
            exports.enter(job.id(), state, size, now, now.plus(settings.kept()));
            notices.tell(new StaffId(job.createdBy()), "EXPORT_" + state,
                    new Subject("EXPORT", job.id().id(), job.fileName(), null), Map.of(), job.id().toString());
        });
    }

}
