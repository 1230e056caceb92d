package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.measure.index.IndexBook;
import io.cesm.satisfaction.measure.index.IndexWave;
import io.cesm.satisfaction.measure.index.IndexWish;
import io.cesm.satisfaction.measure.index.KeepingIndices;
import io.cesm.satisfaction.measure.index.WaveWish;
import io.cesm.satisfaction.measure.scorecard.Cadence;
import io.cesm.satisfaction.measure.scorecard.Criterion;
import io.cesm.satisfaction.measure.scorecard.KeepingScorecards;
import io.cesm.satisfaction.measure.scorecard.Marks;
import io.cesm.satisfaction.measure.scorecard.Outcome;
import io.cesm.satisfaction.measure.scorecard.PeriodDetails;
import io.cesm.satisfaction.measure.scorecard.PeriodState;
import io.cesm.satisfaction.measure.scorecard.ReceiveMarks;
import io.cesm.satisfaction.measure.scorecard.ReceivingScorecards;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardId;
import io.cesm.satisfaction.measure.scorecard.ScorecardWish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A customer rates us on its own scale, and a publisher ranks us among rivals. */
@PostgresSlice
class ScorecardTests {

    private static final Marks LETTERS = new Marks(null, null, Marks.letters("A = 100\nB = 75\nC=40"));

    @Autowired
    KeepingScorecards keeping;

    @Autowired
    ReceivingScorecards receiving;

    @Autowired
    ScorecardBook book;

    @Autowired
    KeepingIndices indices;

    @Autowired
    IndexBook index;

    @Autowired
    ImportKinds kinds;

    @Autowired
    JdbcClient jdbc;

    private final UUID customer = Uuid7.next();

    @BeforeEach
    void aCustomer() {
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, 'K-card', 'COMPANY', 'CUSTOMER', '鸿远重工', 'x', ''::tsvector, now(), now(), 0)
                """).param(customer).update();
    }

    @Test
    void lettersBecomeLevelsAndPerceivedReadingsWhileTheOriginalStands() {
        var id = begin(LETTERS, "准时交付; 30; delivery\n资料; 10");
        var oldest = periods(id).getLast();

        receive(id, oldest, null, "准时交付", "B", "资料", "c");

        var it = periods(id).getLast();
        assertThat(it.state()).isEqualTo(PeriodState.RECEIVED);
        assertThat(it.totalLevel()).isEqualByComparingTo("66.25"); // (30·75 + 10·40) / 40
        assertThat(it.marks()).extracting("mark").containsExactly("B", "c");
        assertThat(readings()).containsExactly("P 75.000000 delivery " + it.endsOn());
    }

    @Test
    void aDisputeKeepsBothMarksAndTheReadingFollowsTheOutcome() {
        var id = begin(LETTERS, "准时交付; 30; delivery");
        receive(id, periods(id).getLast(), null, "准时交付", "C");
        var it = periods(id).getLast();
        acting(() -> receiving.dispute(id, it.id(), it.version(), "延期是对方改图造成的"));
        var disputed = periods(id).getLast();
        assertThat(readings()).containsExactly("P 40.000000 delivery " + it.endsOn());
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> receive(id, disputed, null, "准时交付", "A"))
            .satisfies(refused -> assertThat(refused.code()).isEqualTo("scorecard.in_dispute"));

        acting(() -> receiving.settle(id, disputed.id(), disputed.version(), Outcome.CHANGED, "同意改分",
                wish(id, null, "准时交付", "A")));

        var settled = periods(id).getLast();
        assertThat(settled.state()).isEqualTo(PeriodState.SETTLED);
        assertThat(settled.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.firstMark()).isEqualTo("C");
            assertThat(mark.firstLevel()).isEqualByComparingTo("40");
            assertThat(mark.level()).isEqualByComparingTo("100");
        });
        assertThat(settled.firstLevel()).isEqualByComparingTo("40");
        assertThat(readings()).containsExactly("P 100.000000 delivery " + it.endsOn());
    }

    @Test
    void whatDidNotComeIsAStateAndNoZero() {
        var id = begin(Marks.numbers(new BigDecimal("500"), BigDecimal.ZERO), "不良率 ppm; 1; product_quality");
        var it = periods(id).getLast();

        acting(() -> receiving.notReceived(id, it.id(), it.version(), "客户没有发"));

        assertThat(periods(id).getLast().state()).isEqualTo(PeriodState.NOT_RECEIVED);
        assertThat(periods(id).getLast().totalLevel()).isNull();
        assertThat(readings()).isEmpty();
        receive(id, periods(id).getLast(), "125", "不良率 ppm", "125");
        assertThat(periods(id).getLast().totalLevel()).isEqualByComparingTo("75");
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> receive(id, periods(id).getLast(), "501", "不良率 ppm", "9"))
            .satisfies(refused -> assertThat(refused.field()).isEqualTo("total"));
    }

    @Test
    void strangersSeeNoScorecardAndItsCalendarIsWrittenOnce() {
        var id = begin(LETTERS, null);
        int before = periods(id).size();
        assertThat(before).isEqualTo(3);
        var stranger = Actor.staff(new StaffId(Uuid7.next()), "x", java.util.Set.of(Role.CSR), Scope.none(), "page",
                null);
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> Acting.as(stranger, () -> book.require(id)));
        acting(() -> keeping.revise(id, card(id).version(), card(id).about()));
        assertThat(periods(id)).hasSize(before);
    }

    @Test
    void filesBringMarksRowByRowAndTheSecondTimeChangeNothing() {
        var id = begin(LETTERS, "准时交付; 30; delivery\n资料; 10");
        var number = card(id).number();
        var label = periods(id).getLast().label();

        var first = take(List.of(List.of(number, label, "准时交付", "A"), List.of(number, label, "", "B"),
                List.of(number, label, "价格", "A"), List.of(number, "2026X9", "", "A"),
                List.of("K-0000", label, "", "A"), List.of(number, label, "资料", "Z")));

        assertThat(first).extracting(it -> it.outcome().name())
            .containsExactly("CREATED", "CHANGED", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(periods(id).getLast().totalLevel()).isEqualByComparingTo("75");
        assertThat(take(List.of(List.of(number, label, "准时交付", "A"), List.of(number, label, "", "B"))))
            .extracting(it -> it.outcome().name())
            .containsOnly("UNCHANGED");
    }

    @Test
    void ranksFollowTheBestScoreAndEqualScoresShareAPlace() {
        var id = Acting.as(Actor.system("test"), () -> indices
            .begin(new IndexWish("行业满意度指数", "协会", null, "我们", BigDecimal.ZERO, BigDecimal.valueOf(100))));
        acting(() -> indices.publish(id,
                new WaveWish("2025", LocalDate.of(2025, 12, 1), WaveWish.scores("甲 = 83\n乙=80\n我们 = 80\n丙 = 70"))));
        acting(() -> indices.publish(id,
                new WaveWish("2026", LocalDate.of(2026, 12, 1), WaveWish.scores("甲 = 83\n我们 = 84.5"))));

        var waves = index.waves(id);

        assertThat(waves).extracting(IndexWave::label).containsExactly("2026", "2025");
        assertThat(waves.get(1).places()).extracting(IndexWave.Place::rank).containsExactly(1, 2, 2, 4);
        assertThat(index.slice(null, 10, null).items()).first().satisfies(row -> {
            assertThat(row.rank()).isEqualTo(1);
            assertThat(row.of()).isEqualTo(2);
            assertThat(row.before()).isEqualTo(2);
        });
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> acting(() -> indices.publish(id,
                    new WaveWish("2027", LocalDate.of(2027, 1, 1), WaveWish.scores("甲 = 1")))))
            .satisfies(it -> assertThat(it.code()).isEqualTo("index.we_are_missing"));
    }

    private ScorecardId begin(Marks marks, @Nullable String criteria) {
        List<Criterion> lines = ScorecardWish.criteria(criteria);
        var start = Cadence.QUARTER.start(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))).minusMonths(6);
        return Acting.as(Actor.system("test"), () -> keeping.begin(new ScorecardWish(new CustomerId(customer), "供应商评分",
                marks, Cadence.QUARTER, 15, 30, "采购部", start, null, lines, null)));
    }

    private void receive(ScorecardId id, PeriodDetails it, @Nullable String total, String... pairs) {
        acting(() -> receiving.receive(id, it.id(), it.version(), wish(id, total, pairs)));
    }

    private ReceiveMarks wish(ScorecardId id, @Nullable String total, String... pairs) {
        Map<UUID, String> marks = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            var name = pairs[i];
            var criterion = card(id).about()
                .criteria()
                .stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
            marks.put(requireNonNull(criterion.id()), pairs[i + 1]);
        }
        return new ReceiveMarks(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")), total, marks, null);
    }

    private List<RowAnswer> take(List<List<String>> cells) {
        var kind = kinds.require("scorecards");
        var names = List.of("scorecard", "period", "criterion", "mark");
        List<ImportRow> rows = new ArrayList<>();
        for (var line : cells) {
            Map<String, List<String>> values = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                if (!line.get(i).isEmpty()) {
                    values.put(names.get(i), List.of(line.get(i)));
                }
            }
            rows.add(new ImportRow(rows.size() + 2, values));
        }
        return Acting.as(Actor.system("test"),
                () -> kind.open(new ImportPlan(UUID.randomUUID(), "I", names, Map.of(), Map.of())).take(rows, false));
    }

    private io.cesm.satisfaction.measure.scorecard.ScorecardDetails card(ScorecardId id) {
        return Acting.as(Actor.system("test"), () -> book.require(id));
    }

    private List<PeriodDetails> periods(ScorecardId id) {
        return Acting.as(Actor.system("test"), () -> book.periods(book.require(id)));
    }

    private void acting(Runnable work) {
        Acting.as(Actor.system("test"), () -> {
            work.run();
            return true;
        });
    }

    private List<String> readings() {
        return jdbc.sql(
                "select level || ' ' || value || ' ' || dimension_code || ' ' || read_on from level_reading where customer_id = ?")
            .param(customer)
            .query(String.class)
            .list();
    }

}
