package io.cesm.expectation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.ContactByText;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook.Dimension;
import io.cesm.domain.intake.CustomerByText;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.SeenRows;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** One walk through a file of expectations. */
class ExpectationTaking implements ImportKind.Taking {

    private final ImportPlan plan;

    private final TakingInExpectations takingIn;

    private final CustomerByText customers;

    private final ContactByText contacts;

    private final StaffBook staff;

    private final List<Dimension> dimensions;

    private final SeenRows seen = new SeenRows();

    private final Map<String, CustomerId> found = new HashMap<>();

    private final Map<String, StaffId> owners = new HashMap<>();

    ExpectationTaking(ImportPlan plan, TakingInExpectations takingIn, CustomerByText customers, ContactByText contacts,
            StaffBook staff, List<Dimension> dimensions) {
        this.plan = plan;
        this.takingIn = takingIn;
        this.customers = customers;
        this.contacts = contacts;
        this.staff = staff;
        this.dimensions = dimensions;
    }

    @Override
    public void pass(List<ImportRow> rows) {
        for (var row : rows) {
            var cells = new ExpectationCells(row);
            seen.first(cells.identity(), row.number(), cells.said());
        }
    }

    @Override
    public List<RowAnswer> take(List<ImportRow> rows, boolean dry) {
        List<RowAnswer> answers = new ArrayList<>(rows.size());
        for (var row : rows) {
            var cells = new ExpectationCells(row);
            try {
                answers.add(take(cells));
            }
            catch (Refusal refusal) {
                answers.add(RowAnswer.refused(row, cells.key(), cells.name(), RowProblem.of(refusal)));
            }
            catch (UnknownThing outOfReach) {
                answers.add(RowAnswer.refused(row, cells.key(), cells.name(),
                        RowProblem.of("key", "expectation.import.out_of_reach")));
            }
        }
        return answers;
    }

    private RowAnswer take(ExpectationCells cells) {
        var row = cells.row();
        var key = cells.identity();
        var said = cells.said();
        long first = seen.first(key, row.number(), said);
        if (first != row.number()) {
            if (seen.said(key) != said) {
                throw new FieldRefusal("key", "import.key_twice", first);
            }
            return RowAnswer.of(row, Outcome.UNCHANGED, cells.key(), cells.name());
        }
        var known = takingIn.known(key);
        if (known.isPresent() && known.get().said() == said) {
            return answer(cells, Outcome.UNCHANGED, known.get().id());
        }
        var customer = customer(cells.customer());
        var contact = contact(customer, row);
        var wish = cells.wish(customer, contact, dimension(cells.dimension()), owner(cells.owner()), null);
        if (known.isPresent()) {
            boolean changed = takingIn.correct(known.get(), key, said, wish, cells.state());
            return answer(cells, changed ? Outcome.CHANGED : Outcome.UNCHANGED, known.get().id());
        }
        return answer(cells, Outcome.CREATED, takingIn.add(key, said, wish, cells.state()));
    }

    private static RowAnswer answer(ExpectationCells cells, Outcome outcome, ExpectationId id) {
        return new RowAnswer(cells.row().number(), outcome, cells.key(), cells.name(), "/expectations/" + id, List.of(),
                List.of());
    }

    private CustomerId customer(@Nullable String text) {
        var asked = text == null ? plan.setting("customer") : text;
        if (asked == null) {
            throw new FieldRefusal("customer", "text.required");
        }
        var before = found.get(asked);
        if (before != null) {
            return before;
        }
        try {
            var customer = customers.require(asked);
            found.put(asked, customer);
            return customer;
        }
        catch (Refusal refusal) {
            throw new FieldRefusal("customer", refusal.code(), refusal.args().toArray());
        }
    }

    private ContactId contact(CustomerId customer, ImportRow row) {
        var texts = row.all("contact");
        if (texts.isEmpty()) {
            throw new FieldRefusal("contact", "text.required");
        }
        try {
            return contacts.require(customer, texts);
        }
        catch (Refusal refusal) {
            throw new FieldRefusal("contact", refusal.code(), refusal.args().toArray());
        }
    }

    private @Nullable String dimension(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var key = NameKey.of(text);
        return dimensions.stream()
            .filter(it -> it.code().equalsIgnoreCase(text.strip()) || NameKey.of(it.name()).equals(key)
                    || NameKey.of(it.nameEn()).equals(key))
            .findFirst()
            .map(Dimension::code)
            .orElseThrow(() -> new FieldRefusal("dimension", "word.unknown", text));
    }

    private @Nullable StaffId owner(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var before = owners.get(text);
        if (before != null) {
            return before;
        }
        var fitting = staff.suggest(text, 50)
            .stream()
            .filter(it -> it.login().equalsIgnoreCase(text.strip()) || it.name().equals(text.strip())
                    || text.strip().equalsIgnoreCase(it.person().nameEn()))
            .toList();
        if (fitting.size() != 1) {
            throw new FieldRefusal("owner",
                    fitting.isEmpty() ? "expectation.import.owner_unknown" : "expectation.import.owner_ambiguous",
                    text);
        }
        owners.put(text, fitting.getFirst().id());
        return fitting.getFirst().id();
    }

}
