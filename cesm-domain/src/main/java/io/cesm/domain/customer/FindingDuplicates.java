package io.cesm.domain.customer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * New and changed records are compared with all others; what people decided is
 * remembered.
 */
@Service
@Transactional
public class FindingDuplicates {

    private final JdbcClient jdbc;

    private final DuplicateFinder finder;

    private final CustomerDesk desk;

    private final CurrentActor current;

    private final JsonMapper json;

    private final Clock clock;

    FindingDuplicates(JdbcClient jdbc, DuplicateFinder finder, CustomerDesk desk, CurrentActor current, JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.finder = finder;
        this.desk = desk;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Compares some of the records that wait for it.
     * @return how many were compared; 0 means nothing waits
     */
    public int look(int most) {
        int done = 0;
        for (var kind : MergeKind.values()) {
            var ids = jdbc.sql("""
                    delete from duplicate_check where (kind, subject_id) in (
                        select kind, subject_id from duplicate_check where kind = :kind
                         order by subject_id limit :most for update skip locked)
                    returning subject_id""")
                .param("kind", kind.name())
                .param("most", most)
                .query((rs, i) -> rs.getObject(1, UUID.class))
                .list();
            if (!ids.isEmpty()) {
                forgetAbout(kind, ids);
                note(kind, finder.find(kind, ids));
                done += ids.size();
            }
        }
        return done;
    }

    private void forgetAbout(MergeKind kind, List<UUID> ids) {
        jdbc.sql("delete from duplicate_pair where kind = :kind and decided is null"
                + " and (a_id = any(:ids) or b_id = any(:ids))")
            .param("kind", kind.name())
            .param("ids", ids.toArray(UUID[]::new))
            .update();
    }

    private void note(MergeKind kind, List<DuplicateFinder.Pair> pairs) {
        var rows = new Rows("a_id", "b_id", "score", "reasons");
        var seen = new ArrayList<String>();
        for (var pair : pairs) {
            var key = pair.first() + " " + pair.second();
            if (!seen.contains(key)) {
                seen.add(key);
                rows.add(pair.first(), pair.second(), pair.likeness().percent(),
                        json.writeValueAsString(pair.likeness().reasons()));
            }
        }
        if (!rows.isEmpty()) {
            jdbc.sql("""
                    insert into duplicate_pair (kind, a_id, b_id, score, reasons, found_at)
                    select :kind, cast(a_id as uuid), cast(b_id as uuid), cast(score as smallint),
                           cast(reasons as jsonb), :at
                      from\s""" + rows.asTable() + " on conflict (kind, a_id, b_id) do nothing")
                .params(rows.params())
                .param("kind", kind.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        }
    }

    /**
     * Somebody decided that two records are different ones; they are not suggested again.
     */
    public void different(MergeKind kind, UUID one, UUID other) {
        current.actor().requireMay(Right.MERGE);
        requireInReach(kind, one);
        requireInReach(kind, other);
        var staff = current.actor().staff();
        var pair = new DuplicateFinder.Pair(one, other, new Likeness(0, List.of()));
        jdbc.sql("""
                insert into duplicate_pair (kind, a_id, b_id, score, reasons, found_at, decided, decided_by, decided_at)
                values (:kind, :a, :b, 0, '[]', :at, 'DIFFERENT', :by, :at)
                on conflict (kind, a_id, b_id)
                do update set decided = 'DIFFERENT', decided_by = :by, decided_at = :at""")
            .param("kind", kind.name())
            .param("a", pair.first())
            .param("b", pair.second())
            .param("by", staff == null ? null : staff.id(), java.sql.Types.OTHER)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private void requireInReach(MergeKind kind, UUID id) {
        if (kind == MergeKind.CUSTOMER) {
            desk.requireInReach(new CustomerId(id));
        }
        else {
            desk.fetch(new ContactId(id), null);
        }
    }

}
