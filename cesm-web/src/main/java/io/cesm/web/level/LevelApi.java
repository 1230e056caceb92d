package io.cesm.web.level;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelMean;
import io.cesm.domain.level.LevelsOverview;
import io.cesm.perception.GapStep;
import io.cesm.perception.GapWaterfall;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The four levels for programs, at full precision. */
@RestController
@RequestMapping("/api/v1/levels/customers/{id}")
@PreAuthorize("hasAuthority('VIEW')")
class LevelApi {

    private final LevelBook levels;

    private final CustomerBook customers;

    private final Today today;

    LevelApi(LevelBook levels, CustomerBook customers, Today today) {
        this.levels = levels;
        this.customers = customers;
        this.today = today;
    }

    /** A level with what stands behind it. */
    record Mean(BigDecimal value, long n, long readings, BigDecimal weight) {

        static Mean of(LevelMean mean) {
            return new Mean(mean.value(), mean.n(), mean.readings(), mean.weight());
        }

    }

    /**
     * The four levels and what lies between them; missing levels are listed, not filled
     * in.
     */
    record Levels(Map<Level, Mean> levels, Set<Level> missing, Map<String, @Nullable BigDecimal> gaps,
            List<GapStep> steps) {

        static Levels of(FourLevels levels) {
            var means = new EnumMap<Level, Mean>(Level.class);
            levels.known().forEach((level, mean) -> means.put(level, Mean.of(mean)));
            var waterfall = GapWaterfall.of(levels);
            var gaps = new LinkedHashMap<String, @Nullable BigDecimal>();
            gaps.put("commitment", levels.gap(Level.E, Level.C));
            gaps.put("delivery", levels.gap(Level.C, Level.D));
            gaps.put("perception", levels.gap(Level.D, Level.P));
            gaps.put("satisfaction", levels.satisfaction());
            return new Levels(means, waterfall.missing(), gaps, waterfall.steps());
        }

    }

    /** The levels of a customer, over all dimensions and in each. */
    record CustomerLevels(CustomerId customer, String period, LocalDate from, LocalDate to, boolean below,
            Levels overall, List<String> basis, Map<String, Levels> dimensions) {
    }

    /** The levels of one quarter. */
    record QuarterOfLevels(String quarter, Levels levels) {
    }

    /** The levels of one customer in a period. */
    @GetMapping
    public CustomerLevels levels(@PathVariable CustomerId id, @ModelAttribute("query") LevelQuery query) {
        customers.require(id);
        var period = query.in(today);
        var overview = levels.of(id, query.withAllBelow(), period);
        return new CustomerLevels(id, period.code(), period.from(), period.to(), query.withAllBelow(),
                Levels.of(overview.overall()), overview.basis(), dimensions(overview, query.chosen()));
    }

    /** The levels of one customer, quarter by quarter, oldest first. */
    @GetMapping("/trend")
    public List<QuarterOfLevels> trend(@PathVariable CustomerId id, @ModelAttribute("query") LevelQuery query,
            @RequestParam(defaultValue = "8") int quarters) {
        customers.require(id);
        return levels.trend(id, query.withAllBelow(), today.day(), Math.clamp(quarters, 1, 40))
            .stream()
            .map(it -> new QuarterOfLevels(it.quarter().code(), Levels.of(it.levels().of(query.chosen()))))
            .toList();
    }

    private static Map<String, Levels> dimensions(LevelsOverview overview, @Nullable String only) {
        var dimensions = new LinkedHashMap<String, Levels>();
        overview.dimensions()
            .stream()
            .filter(it -> only == null || only.equals(it.dimension()))
            .forEach(it -> dimensions.put(it.dimension(), Levels.of(it.levels())));
        return dimensions;
    }

}
