package io.cesm.satisfaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import de.siegmar.fastcsv.reader.CsvReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelPeriod;
import io.cesm.domain.level.LevelsOverview;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.figures.Comparison;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The survey under samples/kiosk-servqual: 211 rows, of which 4 are empty, 24 pairs of
 * items in 8 dimensions. The gaps asserted here were computed apart from this program,
 * with exact fractions.
 */
@PostgresSlice
class KioskSurveyTests {

    private static final Path SAMPLE = Path.of("../samples/kiosk-servqual");

    private static final LocalDate HELD = LocalDate.of(2019, 11, 30);

    private static final Map<String, String> GAPS = new TreeMap<>(
            Map.of("kiosk_usefulness", "-10.493827", "kiosk_fun", "0.885668", "kiosk_control", "-19.511541",
                    "kiosk_economy", "-25.550188", "kiosk_personalization", "-22.678476", "kiosk_convenience",
                    "-23.000537", "kiosk_security", "-28.502415", "kiosk_tangibles", "-18.089104"));

    @Autowired
    private TakingInSurveys surveys;

    @Autowired
    private SurveyBook book;

    @Autowired
    private SurveyGaps surveyGaps;

    @Autowired
    private LevelBook levels;

    @Autowired
    private JdbcClient jdbc;

    private CustomerId group;

    @BeforeEach
    void aGroupOfRestaurants() {
        group = new CustomerId(Uuid7.next());
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, 'K-kiosk', 'GROUP', 'CUSTOMER', '自助点餐集团', 'x', ''::tsvector, now(), now(), 0)
                """).param(group.id()).update();
    }

    @Test
    void givesTheGapsThatWereComputedElsewhere() throws IOException {
        takeIn();

        var wave = jdbc.sql("select id from survey_wave where customer_id = ?")
            .param(group.id())
            .query(UUID.class)
            .single();
        var tested = Acting.as(Actor.system("test"), () -> surveyGaps.of(wave));
        assertThat(tested).hasSize(GAPS.size()).allSatisfy(it -> {
            assertThat(requireNonNull(it.gap().value())).isCloseTo(Double.parseDouble(GAPS.get(it.dimension())),
                    within(0.000002));
            assertThat(it.gap().n()).isEqualTo(207);
            assertThat(requireNonNull(it.gap().interval()).contains(requireNonNull(it.gap().value()))).isTrue();
        });
        assertThat(tested).filteredOn(it -> it.verdict() == Comparison.Verdict.NOT_SIGNIFICANT)
            .extracting(DimensionGap::dimension)
            .containsExactly("kiosk_fun");

        var overview = overview();
        Map<String, String> gaps = new TreeMap<>();
        overview.dimensions()
            .forEach(it -> gaps.put(it.dimension(), requireNonNull(it.levels().satisfaction()).toPlainString()));
        assertThat(gaps.keySet()).isEqualTo(GAPS.keySet());
        GAPS.forEach((dimension, gap) -> assertThat(new BigDecimal(gaps.get(dimension)).subtract(new BigDecimal(gap)))
            .as(dimension)
            .isBetween(new BigDecimal("-0.000002"), new BigDecimal("0.000002")));
        assertThat(overview.dimensions()).allSatisfy(it -> assertThat(it.levels().known().values())
            .allSatisfy(mean -> assertThat(mean.n()).isEqualTo(3 * 207)));
    }

    @Test
    void makesADimensionsGapTheMeanOfItsItems() throws IOException {
        var results = takeIn();

        for (var dimension : overview().dimensions()) {
            var items = results.stream().filter(it -> it.dimension().equals(dimension.dimension())).toList();
            var mean = items.stream()
                .map(it -> requireNonNull(it.gap()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue() / items.size();
            assertThat(items).hasSize(3);
            assertThat(requireNonNull(dimension.levels().satisfaction()).doubleValue()).isCloseTo(mean, within(1.1e-6));
        }
    }

    @Test
    void changesNothingWhenItComesAgain() throws IOException {
        takeIn();
        var before = ledger();
        takeIn();

        assertThat(ledger()).isEqualTo(before);
        assertThat(before).hasSize(48);
    }

    @Test
    void countsOnlyPairsAndKeepsTheOthersApart() throws IOException {
        var wave = office(() -> surveys.open(wish(), mapping()));
        var item = mapping().items().getFirst().name();
        office(() -> {
            surveys.answer(wave, List.of(response("a", item, "7", "4"), response("b", item, "7", null)));
            return surveys.publish(wave);
        });

        var result = book.results(wave.id()).getFirst();
        assertThat(result.n()).isEqualTo(1);
        assertThat(result.left()).isEqualTo(1);
        assertThat(result.gap()).isEqualByComparingTo("-50");
        assertThat(overview().dimensions()).hasSize(1);
    }

    private List<ItemResult> takeIn() throws IOException {
        var mapping = mapping();
        var rows = new ArrayList<List<String>>();
        try (var csv = CsvReader.builder().ofCsvRecord(SAMPLE.resolve("kiosk-survey.csv"))) {
            csv.forEach(line -> rows.add(line.getFields()));
        }
        var places = mapping.places(rows.removeFirst());
        return office(() -> {
            var wave = surveys.open(wish(), mapping);
            var responses = new ArrayList<SurveyResponse>();
            for (var row : rows) {
                Map<SurveyColumn, String> cells = new LinkedHashMap<>();
                places.forEach((column, place) -> cells.put(column, row.get(place)));
                responses.add(SurveyResponse.read("row-%06d".formatted(responses.size() + 1), cells));
            }
            assertThat(responses).hasSize(211);
            surveys.answer(wave, responses);
            return surveys.publish(wave);
        });
    }

    private SurveyMapping mapping() {
        try {
            return SurveyMappingFile.read(Files.readString(SAMPLE.resolve("kiosk-mapping.csv")));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private SurveyWish wish() {
        return new SurveyWish("kiosk-2019", "Kiosk SERVQUAL 2019", group, HELD);
    }

    private static SurveyResponse response(String who, String item, String e, @Nullable String p) {
        return new SurveyResponse(who,
                Map.of(item, new SurveyResponse.Answer(new BigDecimal(e), (p != null) ? new BigDecimal(p) : null)));
    }

    private LevelsOverview overview() {
        return office(() -> levels.of(group, false, LevelPeriod.year(2019)));
    }

    private List<String> ledger() {
        return jdbc.sql("select source_id || level || value || n || recorded_at from level_reading order by 1")
            .query(String.class)
            .list();
    }

    private static <T> T office(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

}
