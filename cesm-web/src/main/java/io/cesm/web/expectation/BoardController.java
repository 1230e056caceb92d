package io.cesm.web.expectation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import io.cesm.domain.kernel.Piles;
import io.cesm.domain.people.CurrentActor;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterOrder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The board: open expectations by state, and what was confirmed lately. */
@Controller
class BoardController {

    private static final int SHOWN = 20;

    static final List<ExpectationState> COLUMNS = List.of(ExpectationState.CAPTURED, ExpectationState.CLARIFIED,
            ExpectationState.COMMITTED, ExpectationState.DELIVERED, ExpectationState.NOT_MET,
            ExpectationState.CONFIRMED);

    private final ExpectationRegister register;

    private final CurrentActor current;

    private final FilterNames names;

    BoardController(ExpectationRegister register, CurrentActor current, FilterNames names) {
        this.register = register;
        this.current = current;
        this.names = names;
    }

    /** One state with what stands in it, due first. */
    record Column(ExpectationState state, List<ExpectationRow> rows, boolean more) {
    }

    @GetMapping("/expectations/board")
    String board(@ModelAttribute("query") RegisterQuery query, Model model, Locale locale) {
        var filter = query.filter(current.actor());
        var wanted = COLUMNS.stream()
            .map(state -> new ExpectationRegister.Wanted(filter.in(Set.of(state)), order(state)))
            .toList();
        var piles = register.piles(wanted, SHOWN, SHOWN + 1);
        model.addAttribute("columns",
                IntStream.range(0, COLUMNS.size()).mapToObj(i -> column(COLUMNS.get(i), piles.get(i))).toList());
        model.addAttribute("set", names.of(query, locale));
        return "expectation/board";
    }

    private static RegisterOrder order(ExpectationState state) {
        return state.isOpen() ? RegisterOrder.DUE : RegisterOrder.NEWEST;
    }

    private static Column column(ExpectationState state, Piles.Pile<ExpectationRow> pile) {
        return new Column(state, pile.rows(), pile.count() > SHOWN);
    }

}
