package io.cesm.web.level;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelPeriod;
import io.cesm.domain.level.LevelsOverview;
import io.cesm.perception.GapWaterfall;
import io.cesm.web.layout.DimensionNames;
import org.springframework.stereotype.Component;

/** Makes the panel of a customer's levels, for its own page and for the customer page. */
@Component("levelPanels")
public class LevelPanels {

    private static final int QUARTERS = 8;

    private final LevelBook levels;

    private final CustomerBook customers;

    private final DimensionNames dimensions;

    private final LevelWords words;

    private final Today today;

    LevelPanels(LevelBook levels, CustomerBook customers, DimensionNames dimensions, LevelWords words, Today today) {
        this.levels = levels;
        this.customers = customers;
        this.dimensions = dimensions;
        this.words = words;
        this.today = today;
    }

    /** Asks for the levels the customer page shows first. */
    public Question<LevelsOverview> usual(CustomerId customer) {
        var query = LevelQuery.usual();
        return levels.asking(customer, query.withAllBelow(), query.in(today));
    }

    /** What the fragment {@code level/panel :: waterfall} makes of them. */
    public Object usual(CustomerCard customer, LevelsOverview overview, Locale locale) {
        return of(customer, LevelQuery.usual(), overview, locale);
    }

    LevelPanel of(CustomerId id, LevelQuery query, Locale locale) {
        return of(customers.require(id), query, levels.of(id, query.withAllBelow(), query.in(today)), locale);
    }

    private LevelPanel of(CustomerCard customer, LevelQuery query, LevelsOverview overview, Locale locale) {
        var period = query.in(today);
        var waterfall = GapWaterfall.of(overview.of(query.chosen()));
        var names = names(locale);
        return new LevelPanel(customer, period, query.chosen(), query.withAllBelow(), periods(period, locale), names,
                overview, waterfall, LevelBar.of(waterfall), words.says(waterfall.finding(), locale),
                overview.basis().stream().map(it -> names.getOrDefault(it, it)).toList(),
                overview.dimensions().stream().map(it -> HeatRow.of(it, names)).toList());
    }

    TrendChart trend(CustomerId id, LevelQuery query) {
        return TrendChart.of(levels.trend(id, query.withAllBelow(), today.day(), QUARTERS), query.chosen());
    }

    /** The periods to choose from, by code. */
    Map<String, String> periods(LevelPeriod shown, Locale locale) {
        Map<String, String> periods = new LinkedHashMap<>();
        today.periods(shown).forEach(it -> periods.put(it.code(), words.period(it, locale)));
        return periods;
    }

    /** The names of the dimensions by code, in their order. */
    Map<String, String> names(Locale locale) {
        return dimensions.byCode(locale);
    }

    /** The dimensions of a list of codes, in the order of all dimensions. */
    List<String> ordered(List<String> codes) {
        return dimensions.all().stream().map(DimensionBook.Dimension::code).filter(codes::contains).toList();
    }

}
