package io.cesm.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@DirtiesContext
class TimelineTests {

    @Autowired
    Timeline timeline;

    @Autowired
    TimelineBook book;

    @Autowired
    TimelineVerifier verifier;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ChainKey key;

    UUID record = UUID.randomUUID();

    @BeforeEach
    void anotherRecord() {
        record = UUID.randomUUID();
    }

    @Test
    void tellsWhoChangedWhatFromWhere() {
        note("CHANGED", "tier", "2", "1");

        var row = book.of(record, 10, null).items().getFirst();

        assertThat(row.actorName()).isEqualTo("赵敏");
        assertThat(row.channel()).isEqualTo("token");
        assertThat(row.address()).isEqualTo("192.0.2.7");
        assertThat(row.changes()).containsEntry("tier", new Change.Values("2", "1"));
        assertThat(row.messageKey()).isEqualTo("timeline.CUSTOMER.CHANGED");
    }

    @Test
    void isReadNewestFirstPieceByPiece() {
        for (int i = 0; i < 5; i++) {
            note("STEP" + i, "n", null, String.valueOf(i));
        }

        var first = book.of(record, 3, null);
        var second = book.of(record, 3, first.next());

        assertThat(first.items()).extracting(TimelineRow::action).containsExactly("STEP4", "STEP3", "STEP2");
        assertThat(second.items()).extracting(TimelineRow::action).containsExactly("STEP1", "STEP0");
        assertThat(second.next()).isNull();
    }

    @Test
    void standsOrFallsWithTheChange() {
        assertThatException().isThrownBy(() -> transaction.executeWithoutResult(status -> {
            timeline.record(change("CHANGED", "a", "1", "2"));
            throw new IllegalStateException("the change failed");
        }));

        assertThat(book.of(record, 10, null).isEmpty()).isTrue();
    }

    @Test
    void isNotWrittenOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> timeline.record(change("CHANGED", "a", "1", "2")));
    }

    @Test
    void cannotBeChangedOrEmptiedByTheProgram() {
        note("CHANGED", "a", "1", "2");

        for (var sql : List.of("update timeline_entry set action = 'X'", "delete from timeline_entry",
                "truncate timeline_entry")) {
            assertThatException().as(sql).isThrownBy(() -> jdbc.execute(sql));
        }
    }

    @Test
    void manyWritersKeepTheChainsWhole() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> work = () -> {
                for (int i = 0; i < 25; i++) {
                    note("CHANGED", "i", null, String.valueOf(i));
                }
                return true;
            };
            for (var each : pool.invokeAll(java.util.Collections.nCopies(8, work))) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(verifier.verify().intact()).isTrue();
        assertThat(verifier.verify().checked()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void aTamperedEntryIsFoundWhateverWasDoneToIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            note("CHANGED", "i", null, String.valueOf(i));
        }
        var random = new Random(7);
        for (var tampering : List.of("update timeline_entry set changes = '{}' where id = ?",
                "update timeline_entry set at = at + interval '1 second' where id = ?",
                "update timeline_entry set actor_name = '别人' where id = ?", "delete from timeline_entry where id = ?",
                "update timeline_entry set seq = seq + 1000 where id = ?")) {
            var ids = jdbc.queryForList("select id from timeline_entry where subject_id = ?", UUID.class, record);
            asSuperuser(tampering, ids.get(random.nextInt(ids.size())));
        }
        assertThat(verifier.verify().intact()).isTrue();
    }

    /** Whoever owns the server can switch the trigger off, but cannot sign. */
    private void asSuperuser(String tampering, UUID victim) throws SQLException {
        var url = jdbc.execute((Connection connection) -> connection.getMetaData().getURL());
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            connection.setAutoCommit(false);
            var their = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            their.execute("set local session_replication_role = replica");
            assertThat(their.update(tampering, victim)).isOne();
            assertThat(new TimelineVerifier(their, key).verify().intact()).as(tampering).isFalse();
            connection.rollback();
        }
    }

    private void note(String action, String field, String before, String after) {
        Acting.as(Actor.customer("赵敏", "192.0.2.7"), () -> transaction
            .executeWithoutResult(status -> timeline.record(change(action, field, before, after))));
    }

    private Change change(String action, String field, String before, String after) {
        return Change.of(new Subject("CUSTOMER", record, "鸿远", record), action).with(field, before, after);
    }

}
