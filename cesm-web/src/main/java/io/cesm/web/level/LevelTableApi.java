package io.cesm.web.level;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelCustomer;
import io.cesm.domain.level.LevelCustomerBook;
import io.cesm.domain.level.LevelsOverview;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.level.LevelCustomerFilter;
import io.cesm.web.level.LevelApi.Levels;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers × dimensions for programs: the four levels of each, at full precision. */
@RestController
@RequestMapping("/api/v1/levels/customers")
@PreAuthorize("hasAuthority('VIEW')")
class LevelTableApi {

    private static final int LARGEST = 100;

    private static final LevelsOverview NOTHING = LevelsOverview.of(List.of());

    private final LevelCustomerBook customers;

    private final LevelBook levels;

    private final Today today;

    LevelTableApi(LevelCustomerBook customers, LevelBook levels, Today today) {
        this.customers = customers;
        this.levels = levels;
        this.today = today;
    }

    /** A customer with its levels, over all dimensions and in each. */
    record Row(UUID customer, String number, String name, @Nullable Integer tier, @Nullable String unit, Levels overall,
            Map<String, Levels> dimensions) {

        static Row of(LevelCustomer it, LevelsOverview overview) {
            var dimensions = new LinkedHashMap<String, Levels>();
            overview.dimensions().forEach(each -> dimensions.put(each.dimension(), Levels.of(each.levels())));
            return new Row(it.id().id(), it.number(), it.name(), it.tier(), it.unitName(),
                    Levels.of(overview.overall()), dimensions);
        }

    }

    /** A part of the table, by name of the customer, with the days it is about. */
    record Table(String period, LocalDate from, LocalDate to, List<Row> items, @Nullable String next) {
    }

    /** Customers with readings in the period; silent adds those without. */
    @GetMapping
    public Table table(@RequestParam @Nullable Integer tier, @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable String dimension, @RequestParam @Nullable String period,
            @RequestParam(defaultValue = "false") boolean silent, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "25") int size) {
        var query = new LevelQuery(period, dimension, null);
        var filter = new LevelCustomerFilter(tier, unit == null ? null : new UnitId(unit), query.chosen(),
                query.in(today), silent);
        var slice = customers.page(filter, cursor, Math.clamp(size, 1, LARGEST));
        var overviews = levels.of(slice.items().stream().map(LevelCustomer::id).toList(), filter.period());
        var rows = slice.items().stream().map(it -> Row.of(it, overviews.getOrDefault(it.id(), NOTHING))).toList();
        return new Table(filter.period().code(), filter.period().from(), filter.period().to(), rows, slice.next());
    }

}
