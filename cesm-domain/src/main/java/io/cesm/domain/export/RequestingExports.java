package io.cesm.domain.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People take lists out: at once, or by asking for a file that they fetch once. */
@Service
@Transactional
public class RequestingExports {

    private static final ZoneId COMPANY_ZONE = ZoneId.of("Asia/Shanghai");

    private final Exports exports;

    private final ExportKinds kinds;

    private final ExportSettings settings;

    private final CurrentActor current;

    private final Timeline timeline;

    private final SchedulerClient jobs;

    private final Clock clock;

    RequestingExports(Exports exports, ExportKinds kinds, ExportSettings settings, CurrentActor current,
            Timeline timeline, @Lazy SchedulerClient jobs, Clock clock) {
        this.exports = exports;
        this.kinds = kinds;
        this.settings = settings;
        this.current = current;
        this.timeline = timeline;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Notes that somebody takes a list out at once. */
    public void note(ExportKind kind, TableKind form, Map<String, List<String>> filters, int rows) {
        current.actor().requireMay(Right.EXPORT);
        timeline.record(
                change(Uuid7.next(), fileName(kind, form), "TAKEN_OUT", kind.code(), filters).with("rows", null, rows));
    }

    /** Notes that somebody takes a table of figures out. */
    public void note(String code, TableKind form, String filters) {
        note(code, form.extension(), filters);
    }

    /**
     * Notes that somebody takes figures out.
     * @param form how the file ends
     */
    public void note(String code, String form, String filters) {
        current.actor().requireMay(Right.EXPORT);
        timeline.record(Change.of(new Subject("EXPORT", Uuid7.next(), code + "." + form, null), "TAKEN_OUT")
            .with("kind", null, code)
            .with("filters", null, filters));
    }

    /** What the file of a list is called: the list and the day. */
    public String fileName(ExportKind kind, TableKind form) {
        return kind.code() + "-" + LocalDate.ofInstant(clock.instant(), COMPANY_ZONE) + "." + form.extension();
    }

    /** Asks for a list as a file that a job prepares. */
    public ExportId request(String code, TableKind form, Map<String, List<String>> filters, Locale locale) {
        var staff = current.actor().requireStaff().id();
        var kind = kinds.require(code);
        kind.open(filters, locale);
        if (exports.isBusy(staff)) {
            throw new Refusal("export.one_at_a_time");
        }
        var now = clock.instant();
        if (exports.askedSince(staff, now.minus(Duration.ofDays(1))) >= settings.perDay()) {
            throw new Refusal("export.too_many", settings.perDay());
        }
        var id = ExportId.next();
        var name = fileName(kind, form);
        exports.add(new ExportView(id, code, form, filters, locale, ExportState.WAITING, name, null, null, 0, staff,
                now, null, null, now.plus(settings.kept())));
        jobs.scheduleIfNotExists(
                new TaskInstance<>(ExportConfiguration.WRITE, UUID.randomUUID().toString(), new ExportWork(id.id())),
                now);
        timeline.record(change(id.id(), name, "REQUESTED", code, filters));
        return id;
    }

    private static Change change(UUID id, String name, String action, String kind, Map<String, List<String>> filters) {
        var change = Change.of(new Subject("EXPORT", id, name, null), action).with("kind", null, kind);
        return filters.isEmpty() ? change : change.with("filters", null, filters.toString());
    }

    /** Hands the file out; from now on it is gone. */
    public ExportView fetch(ExportId id) {
        var job = require(id);
        if (job.state() != ExportState.READY) {
            throw new Refusal(job.state() == ExportState.FETCHED ? "export.fetched" : "export.not_ready");
        }
        var now = clock.instant();
        exports.enter(id, ExportState.FETCHED, null, now, job.expiresAt());
        timeline.record(
                change(id.id(), job.fileName(), "FETCHED", job.kind(), job.filters()).with("rows", null, job.done()));
        return job;
    }

    /** Writes what was fetched and takes it away. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void write(ExportView fetched, OutputStream out) throws IOException {
        try {
            var part = exports.part(fetched.id(), 0);
            for (int n = 1; part != null; n++) {
                out.write(part);
                part = exports.part(fetched.id(), n);
            }
        }
        finally {
            exports.dropParts(fetched.id());
        }
    }

    /** Takes an export away, whatever its state. */
    public void discard(ExportId id) {
        var job = require(id);
        exports.remove(id);
        timeline.record(change(id.id(), job.fileName(), "DISCARDED", job.kind(), Map.of()));
    }

    void sweep() {
        exports.sweep(clock.instant());
    }

    private ExportView require(ExportId id) {
        var actor = current.actor();
        actor.requireMay(Right.EXPORT);
        var staff = actor.requireStaff().id();
        return exports.lock(id).filter(it -> it.createdBy().equals(staff)).orElseThrow(UnknownThing::new);
    }

}
