package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.support.PostgresSlice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PostgresSlice
class RecordingReadingsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static final Given TEN_HOURS = Given.measured(new BigDecimal("10"), "h", new BigDecimal("72"),
            new BigDecimal("8"));

    @Autowired
    private RecordingReadings recording;

    @Autowired
    private RecordedReadingBook recorded;

    @Autowired
    private LevelBook book;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    private UnitId east;

    private CustomerId customer;

    private CustomerId stranger;

    @BeforeEach
    void twoCustomers() {
        var world = new LevelWorld(jdbc);
        east = world.unit("华东");
        customer = world.customer("鸿远重工", east, null);
        stranger = world.customer("别家", world.unit("华西"), null);
    }

    @Test
    void turnsAMeasureIntoALevel() {
        var id = manager(() -> recording.record(wish(customer, TEN_HOURS, null)));

        assertThat(values()).containsExactly("96.875000");
        assertThat(manager(() -> recorded.require(id)).given()).isEqualByComparingTo("10");
        assertThat(jdbc.sql("select level_reading.source_id from level_reading").query(UUID.class).list())
            .containsExactly(id.id());
    }

    @Test
    void correctsWhatAnotherSystemSendsAgain() {
        var first = manager(() -> recording.record(wish(customer, TEN_HOURS, "mes-1")));
        var again = manager(() -> recording.record(wish(customer, TEN_HOURS, "mes-1")));
        manager(() -> recording.record(wish(customer, Given.level(new BigDecimal("50")), "mes-1")));

        assertThat(again).isEqualTo(first);
        assertThat(values()).containsExactly("50.000000");
    }

    @Test
    void takesAReadingBackOnce() {
        var id = manager(() -> recording.record(wish(customer, TEN_HOURS, null)));
        manager(() -> {
            recording.withdraw(id);
            return id;
        });

        assertThat(values()).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> manager(() -> {
            recording.withdraw(id);
            return id;
        }));
    }

    @Test
    void doesNotKnowTheCustomersOfOthers() {
        assertThatExceptionOfType(UnknownThing.class)
            .isThrownBy(() -> manager(() -> recording.record(wish(stranger, TEN_HOURS, null))));
        var theirs = LevelWorld.office(() -> {
            var id = recording.record(wish(stranger, TEN_HOURS, "theirs"));
            entities.flush();
            return id;
        });
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> manager(() -> recorded.require(theirs)));
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> manager(() -> {
            recording.withdraw(theirs);
            return theirs;
        }));
        assertThatExceptionOfType(UnknownThing.class)
            .isThrownBy(() -> manager(() -> recording.record(wish(customer, TEN_HOURS, "theirs"))));
    }

    @Test
    void refusesWhatCannotBeALevel() {
        assertThatExceptionOfType(FieldRefusal.class)
            .isThrownBy(() -> Given.answered(new BigDecimal("8"), Scale.of(1, 7)));
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> Given.level(new BigDecimal("100.1")));
        assertThatExceptionOfType(FieldRefusal.class)
            .isThrownBy(() -> Given.measured(BigDecimal.ONE, "h", BigDecimal.TEN, new BigDecimal("10.0")));
        assertThatExceptionOfType(FieldRefusal.class)
            .isThrownBy(() -> Given.measured(new BigDecimal("1e30"), "h", BigDecimal.TEN, BigDecimal.ONE));
        assertThat(Given.answered(new BigDecimal("2"), Scale.of(1, 6).turned()).worth()).isEqualTo("80.000000");
    }

    private static RecordReading wish(CustomerId customer, Given given, @Nullable String key) {
        return new RecordReading(customer, "service_response", Level.D, "平均响应时间", given, BigDecimal.ONE, 12, DAY,
                "服务台月报", key);
    }

    private <T> T manager(Supplier<T> work) {
        return LevelWorld.managerOf(east, () -> {
            var done = work.get();
            entities.flush();
            return done;
        });
    }

    private List<String> values() {
        return LevelWorld.office(() -> book.of(customer, false, LevelPeriod.year(2026)))
            .of("service_response")
            .known()
            .values()
            .stream()
            .map(it -> it.value().toPlainString())
            .toList();
    }

}
