package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.support.Statements;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

@PostgresSlice
class LevelBookTests {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);

    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private static final LevelPeriod Q1 = LevelPeriod.quarterOf(MARCH);

    private static final LevelPeriod YEAR = LevelPeriod.year(2026);

    @Autowired
    private LevelLedger ledger;

    @Autowired
    private LevelBook book;

    @Autowired
    private ReadingBook readings;

    @Autowired
    private JdbcClient jdbc;

    private UnitId east;

    private UnitId west;

    private CustomerId group;

    private CustomerId factory;

    private CustomerId stranger;

    @BeforeEach
    void aGroupInTheEastWithAFactoryInTheWest() {
        var world = new LevelWorld(jdbc);
        east = world.unit("华东");
        west = world.unit("华西");
        group = world.customer("鸿远重工", east, null);
        factory = world.customer("鸿远重工成都厂", west, group);
        stranger = world.customer("别家", west, null);
    }

    @Test
    void countsOnlyTheLatestOfASourceWithinThePeriod() {
        var source = source();
        ledger.put(reading(group, Level.D, "60", MARCH, source), reading(group, Level.D, "90", MAY, source));

        assertThat(level(Q1, Level.D)).isEqualTo("60.000000");
        assertThat(level(YEAR, Level.D)).isEqualTo("90.000000");
        assertThat(levels(LevelPeriod.quarterOf(LocalDate.of(2025, 12, 31))).isEmpty()).isTrue();
    }

    @Test
    void isNotChangedByHearingTheSameAgain() {
        var source = source();
        assertThat(ledger.put(reading(group, Level.E, "80", MARCH, source))).isEqualTo(1);
        assertThat(ledger.put(reading(group, Level.E, "80", MARCH, source))).isZero();
        assertThat(ledger.put(reading(group, Level.E, "85", MARCH, source))).isEqualTo(1);

        assertThat(level(YEAR, Level.E)).isEqualTo("85.000000");
        assertThat(requireNonNull(levels(YEAR).of(Level.E)).readings()).isEqualTo(1);
    }

    @Test
    void forgetsWhatASourceTakesBack() {
        var source = source();
        ledger.put(reading(group, Level.E, "80", MARCH, source), reading(group, Level.C, "70", MARCH, source));

        ledger.retract(source.id(), Level.C);
        assertThat(levels(YEAR).levels()).containsExactly(Level.E);
        ledger.restate(source.id(), List.of(reading(group, Level.P, "50", MARCH, source)));
        assertThat(levels(YEAR).levels()).containsExactly(Level.P);
        assertThat(ledger.retract(source.id())).isEqualTo(1);
    }

    @Test
    void weighsByImportanceAndRole() {
        ledger.put(reading(group, Level.E, "90", MARCH, source()).weighing(5, new BigDecimal("2.00")),
                reading(group, Level.E, "60", MARCH, source()).weighing(2, new BigDecimal("1.00")).over(3));

        var expected = requireNonNull(levels(YEAR).of(Level.E));
        assertThat(expected.value()).isEqualTo("85.000000");
        assertThat(expected.n()).isEqualTo(4);
        assertThat(expected.weight()).isEqualByComparingTo("12");
    }

    @Test
    void takesInWhatLiesBelowButOnlyInScope() {
        ledger.put(reading(group, Level.P, "80", MARCH, source()), reading(factory, Level.P, "40", MARCH, source()),
                reading(stranger, Level.P, "0", MARCH, source()));

        assertThat(LevelWorld.office(() -> book.of(group, true, YEAR)).overall().of(Level.P))
            .extracting(LevelMean::value)
            .isEqualTo(new BigDecimal("60.000000"));
        assertThat(LevelWorld.managerOf(east, () -> book.of(group, true, YEAR)).overall().of(Level.P))
            .extracting(LevelMean::value)
            .isEqualTo(new BigDecimal("80.000000"));
    }

    @Test
    void neverCountsTheCustomersOfOthers() {
        ledger.put(reading(group, Level.P, "80", MARCH, source()), reading(stranger, Level.P, "10", MARCH, source()));
        var filter = new ReadingFilter(null, false, null, null, YEAR);

        assertThat(LevelWorld.managerOf(east, () -> book.of(stranger, true, YEAR)).dimensions()).isEmpty();
        assertThat(LevelWorld.managerOf(east, () -> book.of(Set.of(group, stranger), YEAR))).containsOnlyKeys(group);
        assertThat(LevelWorld.managerOf(east, () -> readings.page(filter, null, 10)).items())
            .extracting(ReadingRow::customer)
            .containsExactly(group);
        assertThat(LevelWorld.managerOf(east, () -> book.trend(stranger, true, MAY, 4)))
            .allMatch(it -> it.levels().dimensions().isEmpty());
    }

    @Test
    void showsEveryQuarterOfTheTrendAlsoTheSilentOnes() {
        var source = source();
        ledger.put(reading(group, Level.D, "60", MARCH, source), reading(group, Level.D, "90", MAY, source));

        var trend = LevelWorld.office(() -> book.trend(group, false, LocalDate.of(2026, 8, 1), 4));

        assertThat(trend).extracting(it -> it.quarter().code()).containsExactly("2025Q4", "2026Q1", "2026Q2", "2026Q3");
        assertThat(trend).extracting(it -> it.levels().overall().levels().size()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void agreesWithASlowModel() {
        var random = new Random(26);
        for (int round = 0; round < 6; round++) {
            var all = random(random, 120);
            ledger.put(all);
            var period = (round % 2 == 0) ? YEAR : LevelPeriod.between(MARCH, MAY);

            var fast = LevelWorld.office(() -> book.of(group, true, period));

            assertThat(told(fast)).isEqualTo(model(all, period));
            all.forEach(it -> ledger.retract(it.source().id()));
        }
    }

    @Test
    void walksThroughTheReadingsForthAndBack() {
        var random = new Random(3);
        ledger.put(random(random, 25));
        var filter = new ReadingFilter(group, true, null, null, LevelPeriod.all());
        var seen = new ArrayList<UUID>();
        var page = LevelWorld.office(() -> readings.page(filter, null, 7));
        var first = page;
        while (true) {
            page.items().forEach(it -> seen.add(it.id()));
            if (page.next() == null) {
                break;
            }
            var next = page.next();
            page = LevelWorld.office(() -> readings.page(filter, next, 7));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(rows());
        var second = LevelWorld.office(() -> readings.page(filter, first.next(), 7));
        assertThat(LevelWorld.office(() -> readings.page(filter, second.previous(), 7)).items())
            .isEqualTo(first.items());
    }

    @Test
    void costsOneStatementEach() throws Exception {
        ledger.put(random(new Random(5), 40));

        assertThat(Statements.of(() -> LevelWorld.office(() -> book.of(group, true, YEAR)))).hasSize(1);
        assertThat(Statements.of(() -> LevelWorld.office(() -> book.of(Set.of(group, factory), YEAR)))).hasSize(1);
        assertThat(Statements.of(() -> LevelWorld.office(() -> book.trend(group, true, MAY, 8)))).hasSize(1);
        var filter = new ReadingFilter(group, true, "delivery", Level.E, YEAR);
        assertThat(Statements.of(() -> LevelWorld.office(() -> readings.page(filter, null, 7)))).hasSize(1);
    }

    private List<Reading> random(Random random, int count) {
        var sources = List.of(source(), source(), source(), source(), source());
        var dimensions = List.of("delivery", "solution", "innovation");
        Map<List<Object>, Reading> all = new HashMap<>();
        for (int i = 0; i < count; i++) {
            var one = new Reading(random.nextBoolean() ? group : factory, dimensions.get(random.nextInt(3)),
                    Level.values()[random.nextInt(4)], BigDecimal.valueOf(random.nextInt(100_000_001), 6),
                    BigDecimal.valueOf(1 + random.nextInt(500), 2), 1 + random.nextInt(9),
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)), null, sources.get(random.nextInt(5)));
            all.put(List.of(one.source(), one.customer(), one.dimension(), one.level(), one.readOn()), one);
        }
        return List.copyOf(all.values());
    }

    /** The rule, told without a database: latest per source, then Σwv / Σw. */
    private static Map<String, String> model(List<Reading> all, LevelPeriod period) {
        Map<List<Object>, Reading> latest = new HashMap<>();
        for (var one : all) {
            if (!one.readOn().isBefore(period.from()) && !one.readOn().isAfter(period.to())) {
                latest.merge(List.of(one.source(), one.customer(), one.dimension(), one.level()), one,
                        (a, b) -> a.readOn().isAfter(b.readOn()) ? a : b);
            }
        }
        Map<String, String> told = new HashMap<>();
        for (var one : latest.values()) {
            var mates = latest.values()
                .stream()
                .filter(it -> it.dimension().equals(one.dimension()) && it.level() == one.level())
                .toList();
            var weight = mates.stream().map(Reading::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            var weighted = mates.stream()
                .map(it -> it.weight().multiply(it.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
            var mean = LevelValue.of(weighted.divide(weight, MathContext.DECIMAL128));
            told.put(one.dimension() + one.level(),
                    mean + " n" + mates.stream().mapToInt(Reading::n).sum() + " of " + mates.size());
        }
        return told;
    }

    private static Map<String, String> told(LevelsOverview overview) {
        Map<String, String> told = new HashMap<>();
        overview.dimensions()
            .forEach(dimension -> dimension.levels()
                .known()
                .forEach((level, mean) -> told.put(dimension.dimension() + level,
                        mean.value() + " n" + mean.n() + " of " + mean.readings())));
        return told;
    }

    private FourLevels levels(LevelPeriod period) {
        return LevelWorld.office(() -> book.of(group, false, period)).of("delivery");
    }

    private String level(LevelPeriod period, Level level) {
        return requireNonNull(levels(period).of(level)).value().toPlainString();
    }

    private int rows() {
        return jdbc.sql("select count(*) from level_reading").query(Integer.class).single();
    }

    private static ReadingSource source() {
        var id = UUID.randomUUID();
        return ReadingSource.expectation(id, "E-2026-" + id);
    }

    private static Reading reading(CustomerId customer, Level level, String value, LocalDate day,
            ReadingSource source) {
        return Reading.of(customer, "delivery", level, new BigDecimal(value), day, source);
    }

}
