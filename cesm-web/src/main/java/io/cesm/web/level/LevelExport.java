package io.cesm.web.level;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelCustomer;
import io.cesm.domain.level.LevelCustomerBook;
import io.cesm.domain.level.LevelCustomerFilter;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The table of levels as a file: one line per customer and dimension, at full precision.
 */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class LevelExport {

    private static final int PIECE = 500;

    private final LevelCustomerBook customers;

    private final LevelBook levels;

    private final LevelPanels panels;

    private final MessageSource messages;

    private final Today today;

    LevelExport(LevelCustomerBook customers, LevelBook levels, LevelPanels panels, MessageSource messages,
            Today today) {
        this.customers = customers;
        this.levels = levels;
        this.panels = panels;
        this.messages = messages;
        this.today = today;
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

    @GetMapping("/levels/export.{kind:csv|xlsx}")
    public void export(@PathVariable String kind, @ModelAttribute("query") LevelTableQuery query, Locale locale,
            HttpServletResponse response) throws IOException {
        var form = TableKind.valueOf(kind.toUpperCase(Locale.ROOT));
        var filter = query.filter(today);
        response.setContentType(form.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"levels." + form.extension() + "\"");
        Tables.write(form, response.getOutputStream(), "levels", columns(locale), lines(filter, panels.names(locale)));
    }

    private Stream<Line> lines(LevelCustomerFilter filter, Map<String, String> names) {
        var pieces = Stream.<@Nullable Slice<LevelCustomer>>iterate(customers.page(filter, null, PIECE),
                Objects::nonNull,
                slice -> (slice == null || slice.next() == null) ? null : customers.page(filter, slice.next(), PIECE));
        return pieces.flatMap(slice -> (slice == null) ? Stream.empty() : lines(filter, slice.items(), names));
    }

    private Stream<Line> lines(LevelCustomerFilter filter, List<LevelCustomer> piece, Map<String, String> names) {
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
        return lines.stream();
    }

    private List<Column<Line>> columns(Locale locale) {
        var columns = new ArrayList<Column<Line>>();
        columns.add(column("level.column.number", locale, it -> it.customer().number()));
        columns.add(column("level.column.customer", locale, it -> it.customer().name()));
        columns.add(column("level.column.tier", locale, it -> it.customer().tier()));
        columns.add(column("level.column.unit", locale, it -> it.customer().unitName()));
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
