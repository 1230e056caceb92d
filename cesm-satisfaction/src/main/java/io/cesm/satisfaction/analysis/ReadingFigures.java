package io.cesm.satisfaction.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.SmallBase;
import io.cesm.satisfaction.questionnaire.Anonymity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures of surveys for everybody who may look: they are results of the company and name
 * nobody. The answers behind them are read elsewhere, within the reader's scope.
 */
@Service
@Transactional(readOnly = true)
public class ReadingFigures {

    /** Up to so many answers a free combination is counted while the reader waits. */
    public static final long AT_ONCE = 200_000;

    private final SurveyShelf surveys;

    private final CellShelf cells;

    private final UncountedAnswers raw;

    private final Comparability comparability;

    private final Benchmarks benchmarks;

    private final FieldShelf field;

    private final Studies studies;

    private final CurrentActor current;

    ReadingFigures(SurveyShelf surveys, CellShelf cells, UncountedAnswers raw, Comparability comparability,
            Benchmarks benchmarks, FieldShelf field, Studies studies, CurrentActor current) {
        this.surveys = surveys;
        this.cells = cells;
        this.raw = raw;
        this.comparability = comparability;
        this.benchmarks = benchmarks;
        this.field = field;
        this.studies = studies;
        this.current = current;
    }

    /**
     * A survey at some of its answers.
     * @throws Refusal {@code figures.too_many_filters} where names are protected
     * @throws TooManyAnswers for a free combination of too many answers that was not
     * counted in the background yet
     */
    public Opened open(UUID id, Filter filter) {
        current.actor().requireMay(Right.VIEW);
        var survey = surveys.require(id);
        var head = survey.head();
        requireFewFilters(head, filter);
        if (filter.isFree() && head.counted() > AT_ONCE) {
            var apart = studies.fresh(head, CountedApart.WHAT, CountingCombinations.asked(filter), CountedApart.class)
                .orElseThrow(() -> new TooManyAnswers(AT_ONCE));
            return opened(survey, filter, apart.toCells(), apart.hidden() ? Set.of(Counting.RESPONDENTS) : Set.of());
        }
        var counted = filter.isFree() ? raw.cells(survey, filter)
                : cells.cells(id, filter.kind(), filter.part(), filter.month());
        return opened(survey, filter, counted, hidden(id, filter));
    }

    private Opened opened(Survey survey, Filter filter, Cells counted, Set<String> hidden) {
        var id = survey.head().id();
        return new Opened(survey, filter, cells.parts(id), cells.months(id), counted, hidden,
                surveys.series(survey.head().questionnaire()));
    }

    static void requireFewFilters(SurveyHead head, Filter filter) {
        if (filter.parts().size() > 2 && head.anonymity() != Anonymity.NAMED) {
            throw new Refusal("figures.too_many_filters");
        }
    }

    /** A survey with all its counted answers. */
    public Opened open(UUID id) {
        return open(id, Filter.NONE);
    }

    private Set<String> hidden(UUID id, Filter filter) {
        if (filter.isNone()) {
            return Set.of();
        }
        if (filter.isFree()) {
            var wanted = List.copyOf(filter.parts().values());
            boolean hides = Gate.hides(raw.combinations(id, filter), wanted.get(0), wanted.get(1));
            return hides ? Set.of(Counting.RESPONDENTS) : Set.of();
        }
        var everybody = cells.places(id, "");
        var places = filter.parts().isEmpty() ? everybody : cells.places(id, filter.kind());
        return Gate.hiddenItems(places, everybody, filter);
    }

    public Overview overview(Opened opened, CustomerAggregation counting) {
        var before = opened.before();
        var items = opened.ownItems();
        var keys = items.stream().map(Opened.Item::key).toList();
        Map<UUID, Cells> earlier = (before == null || !opened.filter().isNone()) ? Map.of()
                : cells.bySurvey(List.of(before.id()), keys);
        Set<String> broken = (before == null) ? Set.of() : comparability.broken(opened.survey().head(), before);
        var customers = customers(opened, counting);
        return new Overviews(opened, counting, (before == null) ? null : earlier.get(before.id()), before, broken,
                customers, Told.of(cells.revenueCoverage(opened.id())))
            .overview();
    }

    /**
     * Of each customer one score; of a part only where neither it nor the rest is few.
     */
    private Map<String, CellShelf.CustomerScores> customers(Opened opened, CustomerAggregation counting) {
        if (counting == CustomerAggregation.EVERY_RESPONSE) {
            return Map.of();
        }
        boolean highest = counting == CustomerAggregation.WATERFALL;
        var everybody = cells.customers(opened.id(), highest);
        if (opened.filter().isNone()) {
            return everybody;
        }
        if (opened.survey().head().counted() > AT_ONCE) {
            throw new TooManyAnswers(AT_ONCE);
        }
        var keys = opened.ownItems()
            .stream()
            .filter(it -> it.measure().headline() && !opened.hides(it.key()))
            .map(Opened.Item::key)
            .toList();
        var some = new HashMap<>(raw.customers(opened.id(), opened.filter(), keys, highest));
        some.replaceAll((item, scores) -> {
            var all = everybody.get(item);
            long rest = (all == null) ? 0 : all.n() - scores.n();
            return (rest > 0 && rest < SmallBase.STANDARD.hiddenBelow()) ? CellShelf.CustomerScores.NONE : scores;
        });
        return some;
    }

    /** How much of the revenue of those who were asked is behind the answers. */
    public Figure coverage(Opened opened) {
        return cells.revenueCoverage(opened.id());
    }

    public Trend trend(Opened opened, @Nullable String key) {
        var item = opened.item(key);
        if (item == null) {
            return Trend.NONE;
        }
        var filter = opened.filter();
        if (filter.isFree()) {
            throw new Refusal("figures.one_filter");
        }
        var months = cells.byMonth(opened.id(), filter.kind(), filter.part(), List.of(item.key()));
        var hidden = new HashSet<java.time.LocalDate>();
        var everybody = cells.places(opened.id(), "");
        var places = filter.parts().isEmpty() ? everybody : cells.places(opened.id(), filter.kind());
        months.keySet().forEach(month -> {
            if (Gate.hiddenItems(places, everybody, new Filter(filter.parts(), month)).contains(item.key())) {
                hidden.add(month);
            }
        });
        var waves = filter.isNone()
                ? cells.bySurvey(opened.series().stream().map(SurveyHead::id).toList(), List.of(item.key()))
                : Map.<UUID, Cells>of();
        var notComparable = new TreeSet<Integer>();
        opened.series()
            .forEach(each -> notComparable
                .addAll(comparability.breaks(opened.survey().head().questionnaire(), item.measure().question())));
        return Trends.of(opened, item, months, hidden, waves, notComparable);
    }

    public Segments segments(Opened opened, @Nullable String key, @Nullable String kind) {
        var item = opened.item(key);
        var by = (kind == null || !opened.parts().containsKey(kind)) ? opened.parts()
            .keySet()
            .stream()
            .filter(it -> !it.isEmpty())
            .min(java.util.Comparator.comparingInt(Segments::order))
            .orElse(null) : kind;
        if (item == null || by == null) {
            return Segments.NONE;
        }
        if (!opened.filter().isNone()) {
            throw new Refusal("figures.no_filter_here");
        }
        return Segments.of(opened, item, by, cells.byPart(opened.id(), by, List.of(item.key())));
    }

    /** Expectation against perception, item by item. */
    public Gaps gaps(Opened opened) {
        return Gaps.of(opened);
    }

    public Kanos kano(Opened opened) {
        return Kanos.of(opened);
    }

    /** Ourselves against rivals; their names in a language. */
    public Rivals rivals(Opened opened, String language) {
        return benchmarks.of(opened, language);
    }

    public Quality quality(Opened opened) {
        return Quality.of(opened,
                opened.filter().isNone() ? cells.byPart(opened.id(), Kinds.CHANNEL, List.of("")) : Map.of(),
                opened.filter().isNone() ? field.groups(opened.id()) : List.of());
    }

}
