package io.cesm.governance.playbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing checklists; what complaints were given before keeps its edition. */
@Service
@Transactional
public class WritingPlaybooks {

    private final JdbcClient jdbc;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    WritingPlaybooks(JdbcClient jdbc, RecordNumbers numbers, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How often a checklist was given, and how many of its items were ticked. */
    public record Used(UUID playbook, long runs, long checks, long done, long skipped) {
    }

    /** An edition it had. */
    public record Edition(int no, List<Playbook.Item> items) {
    }

    @Transactional(readOnly = true)
    public List<Playbook> all() {
        var items = items("b.edition = i.edition");
        return jdbc.sql("select * from playbook order by active desc, number")
            .query((rs, i) -> playbook(rs, items))
            .list();
    }

    @Transactional(readOnly = true)
    public Playbook require(UUID id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(UnknownThing::new);
    }

    /** The editions it had, the latest first. */
    @Transactional(readOnly = true)
    public List<Edition> editions(UUID id) {
        Map<Integer, List<Playbook.Item>> editions = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
        jdbc.sql("select * from playbook_item where playbook_id = :id order by edition, pos")
            .param("id", id)
            .query(rs -> {
                editions.computeIfAbsent(rs.getInt("edition"), no -> new ArrayList<>()).add(item(rs));
            });
        return editions.entrySet().stream().map(it -> new Edition(it.getKey(), it.getValue())).toList();
    }

    @Transactional(readOnly = true)
    public Map<UUID, Used> used() {
        return jdbc.sql("""
                select r.playbook_id, count(distinct r.id), count(*), count(*) filter (where c.state = 'DONE'),
                       count(*) filter (where c.state = 'SKIPPED')
                  from playbook_run r join playbook_check c on c.run_id = r.id group by r.playbook_id""")
            .query((rs, i) -> new Used(rs.getObject(1, UUID.class), rs.getLong(2), rs.getLong(3), rs.getLong(4),
                    rs.getLong(5)))
            .list()
            .stream()
            .collect(Collectors.toMap(Used::playbook, it -> it));
    }

    /** Adds a checklist; id, number and edition are given by us. */
    public UUID add(Playbook wish, boolean demo) {
        current.actor().requireMay(Right.SETTINGS);
        checkDimension(wish);
        var id = Uuid7.at(clock.instant().toEpochMilli());
        var number = numbers.next("PB");
        jdbc.sql("""
                insert into playbook (id, number, name, name_en, kind, grade_to, cause_class, dimension_code, active,
                       edition, changed_at, changed_by, demo, version)
                values (:id, :number, :name, :nameEn, :kind, :gradeTo, :cause, :dimension, :active, 1, :at, :by, :demo,
                       0)""").param("demo", demo).params(params(wish)).param("id", id).param("number", number).update();
        keep(id, 1, wish.items());
        timeline.record(Change.of(new Subject("PLAYBOOK", id, number, null), "ADDED").note(wish.name()));
        return id;
    }

    /** Changes a checklist, if nobody else has done so since. */
    public void revise(UUID id, long seen, Playbook wish) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(id);
        StaleVersion.check(seen, before.version());
        checkDimension(wish);
        var edition = before.items().equals(wish.items()) ? before.edition() : before.edition() + 1;
        int hit = jdbc.sql("""
                update playbook set name = :name, name_en = :nameEn, kind = :kind, grade_to = :gradeTo,
                       cause_class = :cause, dimension_code = :dimension, active = :active, edition = :edition,
                       changed_at = :at, changed_by = :by, version = version + 1
                 where id = :id and version = :seen""")
            .params(params(wish))
            .param("edition", edition)
            .param("id", id)
            .param("seen", seen)
            .update();
        if (hit == 0) {
            throw new StaleVersion(seen, seen + 1);
        }
        if (edition != before.edition()) {
            keep(id, edition, wish.items());
        }
        timeline.record(Change.of(new Subject("PLAYBOOK", id, before.number(), null), "REVISED")
            .with("name", before.name(), wish.name())
            .with("edition", before.edition(), edition)
            .with("active", before.active(), wish.active())
            .with("gradeTo", before.gradeTo(), wish.gradeTo())
            .with("cause", before.cause(), wish.cause()));
    }

    private void keep(UUID id, int edition, List<Playbook.Item> items) {
        for (int i = 0; i < items.size(); i++) {
            var it = items.get(i);
            jdbc.sql("""
                    insert into playbook_item (playbook_id, edition, pos, words, words_en, due_hours, needs_evidence,
                           required_for, required_to)
                    values (:id, :edition, :pos, :words, :wordsEn, :due, :evidence, :step, :to)""")
                .param("id", id)
                .param("edition", edition)
                .param("pos", i + 1)
                .param("words", it.words())
                .param("wordsEn", it.wordsEn())
                .param("due", it.dueHours(), Types.INTEGER)
                .param("evidence", it.needsEvidence())
                .param("step", it.requiredFor() == null ? null : it.requiredFor().name())
                .param("to", it.requiredTo(), Types.INTEGER)
                .update();
        }
    }

    private void checkDimension(Playbook it) {
        if (it.dimension() != null) {
            jdbc.sql("select 1 from dimension where code = :code")
                .param("code", it.dimension())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new FieldRefusal("dimension", "choice.unknown"));
        }
    }

    private Map<String, @Nullable Object> params(Playbook it) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("name", it.name());
        params.put("nameEn", it.nameEn());
        params.put("kind", it.kind() == null ? null : it.kind().name());
        params.put("gradeTo", it.gradeTo());
        params.put("cause", it.cause() == null ? null : it.cause().name());
        params.put("dimension", it.dimension());
        params.put("active", it.active());
        params.put("at", clock.instant().atOffset(ZoneOffset.UTC));
        params.put("by", current.actor().staff() == null ? null : current.actor().requireStaff().id());
        return params;
    }

    private Map<UUID, List<Playbook.Item>> items(String which) {
        Map<UUID, List<Playbook.Item>> items = new HashMap<>();
        jdbc.sql("select i.* from playbook_item i join playbook b on b.id = i.playbook_id and " + which
                + " order by i.playbook_id, i.pos")
            .query(rs -> {
                items.computeIfAbsent(rs.getObject("playbook_id", UUID.class), id -> new ArrayList<>()).add(item(rs));
            });
        return items;
    }

    private static Playbook playbook(ResultSet rs, Map<UUID, List<Playbook.Item>> items) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var kind = rs.getString("kind");
        var cause = rs.getString("cause_class");
        return new Playbook(id, rs.getString("number"), rs.getString("name"), rs.getString("name_en"),
                kind == null ? null : ComplaintKind.valueOf(kind), rs.getObject("grade_to", Integer.class),
                cause == null ? null : CauseClass.valueOf(cause), rs.getString("dimension_code"),
                rs.getBoolean("active"), rs.getInt("edition"), items.getOrDefault(id, List.of()),
                rs.getLong("version"));
    }

    static Playbook.Item item(ResultSet rs) throws SQLException {
        var step = rs.getString("required_for");
        return new Playbook.Item(rs.getString("words"), rs.getString("words_en"),
                rs.getObject("due_hours", Integer.class), rs.getBoolean("needs_evidence"),
                step == null ? null : Step.valueOf(step), rs.getObject("required_to", Integer.class));
    }

}
