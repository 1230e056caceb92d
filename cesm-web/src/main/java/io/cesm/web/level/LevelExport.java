package io.cesm.web.level;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelCustomer;
import io.cesm.domain.level.LevelCustomerBook;
import io.cesm.domain.level.LevelCustomerFilter;
import io.cesm.domain.table.Column;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The table of levels as a file: one line per customer and dimension, at full precision.
 */
@Component
class LevelExport implements ExportKind {

    private final LevelCustomerBook customers;

    private final LevelBook levels;

    private final LevelPanels panels;

    private final MessageSource messages;

    private final Today today;

    private final Filters filters;

    LevelExport(LevelCustomerBook customers, LevelBook levels, LevelPanels panels, MessageSource messages, Today today,
            Filters filters) {
        this.customers = customers;
        this.levels = levels;
        this.panels = panels;
        this.messages = messages;
        this.today = today;
        this.filters = filters;
    }

    /** One line. */
    private record Line(LevelCustomer customer, String dimension, FourLevels levels) {

        @Nullable Object value(Level level) {
            var mean = levels.of(level);
            return (mean == null) ? null : mean.value();
        }

        @Nullable Object n(Level level) {
            var mean = levels.of(level);
            return (mean == null) ? null : mean.n();
        }

    }

    @Override
    public String code() {
        return "levels";
    }

    @Override
    public String titleKey() {
        return "level.table.title";
    }

    @Override
    public Export<?> open(Map<String, List<String>> given, Locale locale) {
        var filter = filters.read(LevelTableQuery.class, given).filter(today);
        var names = panels.names(locale);
        return Export.of(messages.getMessage(titleKey(), null, locale), columns(locale), (cursor, size) -> {
            var piece = customers.page(filter, cursor, size / 2);
            return new Slice<>(lines(filter, piece.items(), names), piece.next(), null);
        });
    }

    private List<Line> lines(LevelCustomerFilter filter, List<LevelCustomer> piece, Map<String, String> names) {
        var overviews = levels.of(piece.stream().map(LevelCustomer::id).toList(), filter.period());
        var lines = new ArrayList<Line>();
        for (var customer : piece) {
            var overview = overviews.get(customer.id());
            if (overview != null) {
                overview.dimensions()
                    .stream()
                    .filter(it -> filter.dimension() == null || filter.dimension().equals(it.dimension()))
                    .forEach(it -> lines
                        .add(new Line(customer, names.getOrDefault(it.dimension(), it.dimension()), it.levels())));
            }
        }
        return lines;
    }

    private List<Column<Line>> columns(Locale locale) {
        var columns = new ArrayList<Column<Line>>();
        columns.add(column("level.column.number", locale, it -> it.customer().number()));
        columns.add(column("level.column.customer", locale,
                it -> Sheet.name(locale, it.customer().name(), it.customer().nameEn())));
        columns.add(column("level.column.tier", locale, it -> it.customer().tier()));
        columns.add(column("level.column.unit", locale,
                it -> Sheet.name(locale, it.customer().unitName(), it.customer().unitNameEn())));
        columns.add(column("level.column.dimension", locale, Line::dimension));
        for (var level : Level.values()) {
            columns.add(column("Level." + level, locale, it -> it.value(level)));
            columns.add(new Column<>("n " + level, it -> it.n(level)));
        }
        columns.add(new Column<>("C − E", it -> it.levels().gap(Level.E, Level.C)));
        columns.add(new Column<>("D − C", it -> it.levels().gap(Level.C, Level.D)));
        columns.add(new Column<>("P − D", it -> it.levels().gap(Level.D, Level.P)));
        columns.add(new Column<>("P − E", it -> it.levels().satisfaction()));
        return columns;
    }

    private Column<Line> column(String key, Locale locale, Function<Line, ? extends @Nullable Object> value) {
        return new Column<>(messages.getMessage(key, null, locale), value);
    }

}
