package io.cesm.domain.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.cesm.domain.files.FileLabel;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.table.Judged;
import io.cesm.domain.table.TableFiles;
import io.cesm.domain.table.TableFormat;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People bring files of records, say how to read them, try them and have them taken in.
 */
@Service
@Transactional
public class ImportingFiles {

    private final Imports imports;

    private final ImportContent content;

    private final ImportKinds kinds;

    private final MappingMemory memory;

    private final ImportSettings settings;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final SchedulerClient jobs;

    private final Clock clock;

    ImportingFiles(Imports imports, ImportContent content, ImportKinds kinds, MappingMemory memory,
            ImportSettings settings, RecordNumbers numbers, CurrentActor current, Timeline timeline,
            @Lazy SchedulerClient jobs, Clock clock) {
        this.imports = imports;
        this.content = content;
        this.kinds = kinds;
        this.memory = memory;
        this.settings = settings;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Keeps a file and finds out how it is to be read. A file that is refused leaves no
     * trace.
     */
    public ImportId bring(String kind, @Nullable String fileName, InputStream file) throws IOException {
        var actor = current.actor();
        actor.requireMay(Right.IMPORT);
        var staff = actor.requireStaff().id();
        var known = kinds.require(kind);
        if (imports.broughtSince(staff, clock.instant().minus(Duration.ofDays(1))) >= settings.perDay()) {
            throw new Refusal("import.too_many", settings.perDay());
        }
        var id = ImportId.next();
        var name = FileLabel.of(fileName);
        var draft = new ImportView(id, numbers.next("I"), known.code(), ImportState.UPLOADED, name, 1,
                TableFormat.ofText("UTF-8", ",", 1), 0, false, List.of(), List.of(), Map.of(), Map.of(), false, null, 0,
                new ImportView.Counts(0, 0, 0, 0, 0, 0, 0), false, false, null, staff, clock.instant(), null, null, 0);
        imports.add(draft);
        long size = content.keep(id.id(), file, settings.largest().toBytes());
        if (size == 0) {
            throw new Refusal("table.empty");
        }
        imports.sized(id, size);
        imports.understand(read(draft, TableFiles.judge(content.of(id.id()))));
        timeline.record(
                Change.of(ImportRunner.subject(draft), "BROUGHT").with("file", null, name).with("kind", null, kind));
        return id;
    }

    /** Reads the file in another way than was found out. */
    public void reread(ImportId id, TableFormat format, @Nullable Long seen) throws IOException {
        var job = open(id, seen);
        if (format.kind() != job.format().kind() || format.headerLine() < 1 || format.headerLine() > 1000) {
            throw new Refusal("import.format");
        }
        imports.understand(read(job, new Judged(format, 100, job.mark(), job.sheets())));
    }

    private ImportView read(ImportView job, Judged judged) throws IOException {
        var source = content.of(job.id().id());
        var head = TableFiles.head(source, judged.format(), (int) judged.format().headerLine() + 1);
        var header = head.stream()
            .filter(it -> it.number() >= judged.format().headerLine())
            .findFirst()
            .orElseThrow(() -> new Refusal("import.no_rows"))
            .cells();
        var kind = kinds.require(job.kind());
        var known = memory.recall(kind.code(), header);
        var targets = kind.targets();
        Map<Integer, String> mapping = new LinkedHashMap<>(
                known.map(MappingMemory.Remembered::mapping).orElseGet(() -> kind.guess(header)));
        mapping.values().removeIf(code -> targets.stream().noneMatch(it -> it.code().equals(code)));
        Map<String, String> said = new LinkedHashMap<>();
        for (var setting : kind.settings()) {
            var preset = known.map(it -> it.settings().get(setting.code())).orElse(setting.preset());
            if (preset != null) {
                said.put(setting.code(), preset);
            }
        }
        return new ImportView(job.id(), job.number(), job.kind(), ImportState.UPLOADED, job.fileName(), job.fileSize(),
                judged.format(), judged.confidence(), judged.mark(), judged.sheets(), header, mapping, said,
                known.isPresent(), null, 0, job.counts(), false, false, null, job.createdBy(), job.createdAt(), null,
                null, job.version());
    }

    /** Says what the columns hold, and what holds for all rows. */
    public void map(ImportId id, Map<Integer, String> mapping, Map<String, String> said, @Nullable Long seen) {
        var job = open(id, seen);
        var kind = kinds.require(job.kind());
        var plan = new ImportPlan(id.id(), job.number(), job.header(), Map.copyOf(mapping), Map.copyOf(said));
        kinds.judge(kind, plan);
        imports.understand(job.with(plan.mapping(), plan.settings()));
        memory.remember(kind.code(), job.header(), plan.mapping(), plan.settings());
    }

    /** Has the file tried without effect. */
    public void check(ImportId id, @Nullable Long seen) {
        var job = open(id, seen);
        kinds.judge(kinds.require(job.kind()), job.plan());
        requireIdle(job);
        imports.clear(id);
        begin(job, true);
    }

    /**
     * Has the file taken in, or goes on with an import that was stopped or broke off.
     * @param skipAlike whether rows that may be duplicates are left out
     * @param onlyIfClean whether to refuse if the trial refused any row
     */
    public void start(ImportId id, boolean skipAlike, boolean onlyIfClean, @Nullable Long seen) {
        var job = require(id, seen);
        boolean again = job.state() == ImportState.CANCELLED || job.state() == ImportState.FAILED;
        if (job.state() != ImportState.CHECKED && !(again && job.startedAt() != null)) {
            throw new Refusal("import.check_first");
        }
        if (onlyIfClean && !again && job.counts().refused() > 0) {
            throw new Refusal("import.rows_refused", job.counts().refused());
        }
        requireIdle(job);
        if (!again) {
            imports.clear(id);
            imports.skipAlike(id, skipAlike);
        }
        begin(job, false);
        timeline.record(Change.of(ImportRunner.subject(job), again ? "RESUMED" : "STARTED"));
    }

    private void requireIdle(ImportView job) {
        if (imports.isBusy(job.createdBy())) {
            throw new Refusal("import.one_at_a_time");
        }
    }

    private void begin(ImportView job, boolean dry) {
        imports.enter(job.id(), dry ? ImportState.CHECKING : ImportState.RUNNING, clock.instant());
        jobs.scheduleIfNotExists(new TaskInstance<>(ImportConfiguration.WALK, UUID.randomUUID().toString(),
                new ImportWork(job.id().id(), dry)), clock.instant());
    }

    /** Stops the work at the next batch; what was taken in stays and is listed. */
    public void cancel(ImportId id) {
        var job = require(id, null);
        if (!job.state().isBusy()) {
            throw new Refusal("import.not_busy");
        }
        imports.wishCancel(id);
    }

    /** Takes a file away that was never started. */
    public void discard(ImportId id) {
        var job = require(id, null);
        if (!job.state().isOpen()) {
            throw new Refusal("import.not_open");
        }
        imports.remove(id);
        timeline.record(Change.of(ImportRunner.subject(job), "DISCARDED"));
    }

    void sweep() {
        var now = clock.instant();
        imports.sweep(now.minus(settings.drafts()), now.minus(settings.files()));
    }

    private ImportView open(ImportId id, @Nullable Long seen) {
        var job = require(id, seen);
        if (!job.state().isOpen()) {
            throw new Refusal("import.not_open");
        }
        return job;
    }

    private ImportView require(ImportId id, @Nullable Long seen) {
        var actor = current.actor();
        actor.requireMay(Right.IMPORT);
        var job = imports.lock(id).orElseThrow(UnknownThing::new);
        if (!Objects.equals(job.createdBy(), actor.requireStaff().id())) {
            throw new UnknownThing();
        }
        if (seen != null && seen != job.version()) {
            throw new StaleVersion(seen, job.version());
        }
        return job;
    }

}
