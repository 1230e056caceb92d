package io.cesm.web.expectation.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register seen as a board and as a calendar, and how many a filter leaves. */
@RestController
@RequestMapping("/api/v1/expectations")
@PreAuthorize("hasAuthority('VIEW')")
class ViewsOfExpectationsApi {

    private static final int LARGEST = 100;

    private static final int LONGEST = 62;

    private static final int MOST = 1000;

    private final ExpectationRegister register;

    ViewsOfExpectationsApi(ExpectationRegister register) {
        this.register = register;
    }

    /**
     * One state with what stands in it, due first.
     *
     * @param next cursor for the rest in the list filtered by this state
     */
    record Column(ExpectationState state, List<RowJson> items, @Nullable String next) {
    }

    /** One day with what is due on it. */
    record Day(LocalDate date, List<RowJson> items) {
    }

    /**
     * The days on which something is due.
     *
     * @param complete false if there were more than could be shown
     */
    record Days(List<Day> items, boolean complete) {
    }

    /**
     * How many there are.
     *
     * @param more whether counting stopped there
     */
    record Count(int count, boolean more) {
    }

    /** Open expectations by state; the filter's own states choose the columns. */
    @GetMapping("/board")
    public List<Column> board(@ModelAttribute ExpectationQuery query,
            @RequestParam(defaultValue = "20") int perColumn) {
        var filter = query.filter();
        var states = filter.states().isEmpty() ? open() : filter.states();
        return states.stream().map(state -> {
            var order = state.isOpen() ? RegisterOrder.DUE : RegisterOrder.NEWEST;
            var slice = register.slice(filter.in(Set.of(state)), order, Math.clamp(perColumn, 1, LARGEST), null);
            return new Column(state, slice.items().stream().map(RowJson::of).toList(), slice.next());
        }).toList();
    }

    /** What is due from one day to another, both included, at most 62 days. */
    @GetMapping("/calendar")
    public Days calendar(@ModelAttribute ExpectationQuery query, @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new FieldRefusal("to", "expectation.calendar.span", LONGEST);
        }
        var found = register.slice(query.filter().dueBetween(from, to), RegisterOrder.DUE, MOST, null);
        var days = new TreeMap<LocalDate, List<RowJson>>();
        for (var row : found.items()) {
            if (row.dueOn() != null) {
                days.computeIfAbsent(row.dueOn(), day -> new ArrayList<>()).add(RowJson.of(row));
            }
        }
        return new Days(days.entrySet().stream().map(it -> new Day(it.getKey(), it.getValue())).toList(),
                found.next() == null);
    }

    /** How many the filter leaves, counted up to a thousand. */
    @GetMapping("/count")
    public Count count(@ModelAttribute ExpectationQuery query) {
        int found = register.count(query.filter(), MOST);
        return new Count(found, found == MOST);
    }

    private static List<ExpectationState> open() {
        return Arrays.stream(ExpectationState.values()).filter(ExpectationState::isOpen).toList();
    }

}
