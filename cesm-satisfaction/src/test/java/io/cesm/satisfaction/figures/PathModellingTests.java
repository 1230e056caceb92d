package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.figures.PathModel.Construct;
import io.cesm.satisfaction.figures.PathModel.Path;

import static io.cesm.satisfaction.figures.Confidence.NINETY_FIVE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Path models: section 4 of docs/formulas.md. The figures of the kiosk survey were
 * computed apart from this program, on the answers instead of their correlations.
 */
class PathModellingTests {

    private final KioskAnswers kiosks = new KioskAnswers();

    private final PathModel model = new PathModel(
            List.of(construct("usefulness"), construct("fun"), construct("control"), construct("convenience")),
            List.of(new Path("usefulness", "fun"), new Path("usefulness", "control"),
                    new Path("usefulness", "convenience"), new Path("fun", "convenience"),
                    new Path("control", "convenience")));

    @Test
    void givesThePathsThatWereComputedElsewhere() {
        var result = PathModelling.fit(kiosks.perceived(model.items()), model, 1, 7, Bootstrap.NONE);
        assertThat(result.n()).isEqualTo(207);
        near(result.path("usefulness", "fun"), 0.3044192361690117);
        near(result.path("usefulness", "control"), 0.4920781213953816);
        near(result.path("usefulness", "convenience"), 0.20498224711465865);
        near(result.path("fun", "convenience"), 0.13128970976527032);
        near(result.path("control", "convenience"), 0.4536183053664987);
        near(requireNonNull(result.construct("convenience").rSquared()), 0.4107487156061901);
        near(requireNonNull(result.construct("fun").rSquared()), 0.09267107134972452);
        assertThat(result.construct("usefulness").rSquared()).isNull();
        near(result.construct("usefulness").index(), 80.50350419743067);
        near(result.construct("fun").index(), 48.999272769932766);
        near(result.construct("control").index(), 71.41890554654316);
        near(result.construct("convenience").index(), 68.85729976539307);
        near(result.construct("usefulness").indicators().get(0).outerWeight(), 0.44883803, 5e-9);
        near(result.construct("control").indicators().get(1).outerWeight(), 0.46817713, 5e-9);
        assertThat(result.path("fun", "convenience").interval()).isNull();
    }

    @Test
    void indexWeightsAreSharesAndGiveTheIndexOfASegmentToo() {
        var answers = kiosks.perceived(model.items());
        var result = PathModelling.fit(answers, model, 1, 7, Bootstrap.NONE);
        for (var construct : result.constructs()) {
            assertThat(construct.indicators().stream().mapToDouble(PathModelResult.Indicator::indexWeight).sum())
                .isCloseTo(1, within(1e-12));
            assertThat(construct.reliability()).isBetween(0.7, 1.0);
            var all = result.index(construct.name(), answers.complete(), NINETY_FIVE);
            near(all, requireNonNull(construct.index().value()));
            assertThat(all.interval()).isNotNull();
        }
    }

    @Test
    void theBootstrapSurroundsItsFiguresAndRepeatsItself() {
        var answers = kiosks.perceived(model.items());
        var result = PathModelling.fit(answers, model, 1, 7, Bootstrap.of(300, 5));
        for (var path : result.paths()) {
            var interval = requireNonNull(path.coefficient().interval());
            assertThat(interval.contains(requireNonNull(path.coefficient().value()))).isTrue();
            assertThat(interval.high() - interval.low()).isBetween(0.1, 0.5);
        }
        var convenience = result.construct("convenience").index();
        var byT = requireNonNull(result.index("convenience", answers, NINETY_FIVE).interval());
        var drawn = requireNonNull(convenience.interval());
        assertThat(drawn.contains(requireNonNull(convenience.value()))).isTrue();
        assertThat(drawn.high() - drawn.low()).isCloseTo(byT.high() - byT.low(),
                within(0.3 * (byT.high() - byT.low())));
        assertThat(PathModelling.fit(answers, model, 1, 7, Bootstrap.of(300, 5))).isEqualTo(result);
    }

    @Test
    void oneItemEachMakesARegression() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var x = new double[200];
        var y = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i] = 1 + random.nextInt(10);
            y[i] = Math.clamp(Math.round(x[i] / 2 + 2 * random.nextGaussian() + 3), 1, 10);
        }
        var simple = new PathModel(List.of(new Construct("cause", List.of("x")), new Construct("effect", List.of("y"))),
                List.of(new Path("cause", "effect")));
        var answers = Columns.of(List.of("x", "y"), x, y);
        var result = PathModelling.fit(answers, simple, 1, 10, Bootstrap.NONE);
        double correlation = Correlations.of(answers)[0][1];
        assertThat(requireNonNull(result.path("cause", "effect").value())).as("seed %d", seed)
            .isCloseTo(correlation, within(1e-12));
        assertThat(requireNonNull(requireNonNull(result.construct("effect").rSquared()).value()))
            .isCloseTo(correlation * correlation, within(1e-12));
    }

    @Test
    void anUnclearModelIsRefused() {
        var a = new Construct("a", List.of("x"));
        var b = new Construct("b", List.of("y"));
        var c = new Construct("c", List.of("z"));
        refused("figures.model_circle", List.of(a, b, c),
                List.of(new Path("a", "b"), new Path("b", "c"), new Path("c", "a")));
        refused("figures.model_unconnected", List.of(a, b, c), List.of(new Path("a", "b")));
        refused("figures.model_construct", List.of(a, b), List.of(new Path("a", "d")));
        refused("figures.model_construct", List.of(a, b), List.of(new Path("a", "b"), new Path("a", "b")));
        refused("figures.model_construct", List.of(a, a), List.of(new Path("a", "a")));
        refused("figures.model_item", List.of(a, new Construct("b", List.of("x"))), List.of(new Path("a", "b")));
        refused("figures.model_item", List.of(a, new Construct("b", List.of())), List.of(new Path("a", "b")));
        refused("figures.model_circle", List.of(a, b), List.of(new Path("a", "a"), new Path("a", "b")));
    }

    @Test
    void answersThatCannotCarryTheModelAreRefused() {
        var few = kiosks.perceived(model.items()).complete().rows(new int[29]);
        refused("figures.too_few_cases", few);
        refused("figures.no_variation", kiosks.perceived(model.items()).complete().rows(new int[40]));
        refused("figures.model_item", kiosks.perceived(List.of("01", "02")));
    }

    private void refused(String code, Columns answers) {
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> PathModelling.fit(answers, model, 1, 7, Bootstrap.NONE))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void refused(String code, List<Construct> constructs, List<Path> paths) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new PathModel(constructs, paths))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Construct construct(String dimension) {
        return new Construct(dimension, new ArrayList<>(requireNonNull(kiosks.dimensions().get(dimension))));
    }

    private static void near(Figure figure, double expected) {
        near(figure, expected, 1e-10);
    }

    private static void near(Figure figure, double expected, double by) {
        assertThat(requireNonNull(figure.value())).isCloseTo(expected, within(by));
    }

}
