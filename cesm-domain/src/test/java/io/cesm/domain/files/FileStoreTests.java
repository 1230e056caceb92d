package io.cesm.domain.files;

import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.PostgresSlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PostgresSlice
class FileStoreTests {

    private static final byte[] NOTE = "客户的原话".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Autowired
    FileStore store;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesBackWhatWasKept() {
        var me = staff();
        Acting.as(me, () -> {
            var file = store.put("../note.txt", NOTE, "NOTHING", UUID.randomUUID());
            assertThat(store.require(file.id()).name()).isEqualTo("note.txt");
            assertThat(store.content(file.id())).isEqualTo(NOTE);
        });
    }

    @Test
    void aFileWhoseRecordNobodyAnswersForBelongsToTheOneWhoKeptIt() {
        var file = Acting.as(staff(), () -> store.put("note.txt", NOTE, null, null));
        Acting.as(staff(), () -> {
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> store.require(file.id()));
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> store.content(file.id()));
        });
    }

    @Test
    void refusesTooMuchInADay() {
        Acting.as(staff(), () -> {
            var first = store.put("a.txt", NOTE, null, null);
            jdbc.sql("update stored_file set size = ? where id = ?")
                .params(300L * 1024 * 1024, first.id().id())
                .update();
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> store.put("b.txt", NOTE, null, null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("file.quota"));
        });
    }

    @Test
    void refusesWhatIsTooLargeOrEmptyOrUnknown() {
        Acting.as(staff(), () -> {
            assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> store.put("a.txt", new byte[20 * 1024 * 1024 + 1], null, null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("file.too_large"));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> store.put("a.txt", new byte[0], null, null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("file.empty"));
            assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> store.put("a.svg", "<svg/>".getBytes(), null, null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("file.type_not_taken"));
        });
    }

    private Actor staff() {
        var unit = UUID.randomUUID();
        var id = UUID.randomUUID();
        jdbc.sql(
                "insert into org_unit (id, kind, name, path, valid_from, version) values (?, 'OFFICE', 'x', ?, current_date, 0)")
            .params(unit, unit.toString())
            .update();
        jdbc.sql(
                "insert into staff (id, login, name, unit_id, status, created_at, version) values (?, ?, 'x', ?, 'ACTIVE', now(), 0)")
            .params(id, id.toString(), unit)
            .update();
        return Actor.staff(new StaffId(id), "Somebody", Set.of(Role.CSR), Scope.none(), "page", null);
    }

}
