package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.cesm.domain.customer.IncomingContact;
import io.cesm.domain.customer.IncomingCustomer;
import io.cesm.domain.customer.TakenIn;
import io.cesm.domain.customer.TakingInCustomers;
import io.cesm.domain.kernel.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a list of customers and people. The first row of a customer says what
 * it is; later rows add people, and are refused if they say something else about it.
 */
final class CustomerTaking implements ImportKind.Taking {

    private static final Map<String, String> TARGETS = Map.of("externalKey", "key", "parentKey", "parent", "phones",
            "phone", "mails", "mail", "wecoms", "wecom", "decisionRole", "role", "roleWeight", "weight");

    private final TakingInCustomers takingIn;

    private final AlikeCustomers alike;

    private final PhoneCells phones;

    private final SeenRows customers = new SeenRows();

    private final SeenRows names = new SeenRows();

    private final SeenRows points = new SeenRows();

    CustomerTaking(ImportPlan plan, TakingInCustomers takingIn, AlikeCustomers alike) {
        this.takingIn = takingIn;
        this.alike = alike;
        this.phones = new PhoneCells(plan.setting("phoneCountry"), plan.setting("phoneArea"));
    }

    @Override
    public void pass(List<ImportRow> rows) {
        for (var row : rows) {
            var cells = new CustomerCells(row, phones);
            if (cells.identity() != null) {
                customers.first(cells.identity(), row.number(), cells.said());
                likeOfThisFile(cells, row.number());
            }
        }
    }

    @Override
    public List<RowAnswer> take(List<ImportRow> rows, boolean dry) {
        List<CustomerCells> cells = rows.stream().map(row -> new CustomerCells(row, phones)).toList();
        Map<Integer, RowAnswer> refused = new HashMap<>();
        long[] firsts = new long[rows.size()];
        List<IncomingCustomer> incoming = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var its = cells.get(i);
            var identity = its.identity();
            long first = identity == null ? rows.get(i).number()
                    : customers.first(identity, rows.get(i).number(), its.said());
            firsts[i] = first;
            boolean repeated = first != rows.get(i).number();
            if (identity != null && repeated && customers.said(identity) != its.said()) {
                refused.put(i, RowAnswer.refused(rows.get(i), its.key(), its.name(),
                        RowProblem.of("key", "import.key_twice", first)));
            }
            else {
                incoming.add(repeated && its.hasPerson() ? its.known(i) : its.customer(i));
            }
        }
        Map<Integer, TakenIn> houses = byIndex(takingIn.customers(incoming));
        Map<Integer, TakenIn> people = byIndex(takingIn.contacts(people(cells, houses)));
        var seenBefore = alike.of(created(houses, firsts, rows), names(cells, houses));
        List<RowAnswer> answers = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var answer = refused.get(i);
            if (answer == null) {
                boolean again = dry && firsts[i] != rows.get(i).number();
                answer = answer(rows.get(i), cells.get(i), require(houses, i), people.get(i), again, seenBefore);
            }
            answers.add(answer);
        }
        return answers;
    }

    private static TakenIn require(Map<Integer, TakenIn> houses, int i) {
        var taken = houses.get(i);
        if (taken == null) {
            throw new IllegalStateException("No answer for row " + i);
        }
        return taken;
    }

    private static List<IncomingContact> people(List<CustomerCells> cells, Map<Integer, TakenIn> houses) {
        List<IncomingContact> people = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            var house = houses.get(i);
            if (house != null && house.id() != null && cells.get(i).hasPerson()) {
                people.add(cells.get(i).person(i, house.id().toString()));
            }
        }
        return people;
    }

    private static Map<Integer, TakenIn> byIndex(List<TakenIn> taken) {
        Map<Integer, TakenIn> byIndex = new HashMap<>();
        taken.forEach(it -> byIndex.put(it.row(), it));
        return byIndex;
    }

    private static List<UUID> created(Map<Integer, TakenIn> houses, long[] firsts, List<ImportRow> rows) {
        return houses.values()
            .stream()
            .filter(it -> it.outcome() == TakenIn.Outcome.CREATED && it.id() != null
                    && rows.get(it.row()).number() == firsts[it.row()])
            .map(TakenIn::id)
            .filter(java.util.Objects::nonNull)
            .toList();
    }

    private static Map<UUID, String> names(List<CustomerCells> cells, Map<Integer, TakenIn> houses) {
        Map<UUID, String> names = new LinkedHashMap<>();
        houses.forEach((i, taken) -> {
            var name = cells.get(i).name();
            if (taken.id() != null && name != null) {
                names.put(taken.id(), NameKey.of(name));
            }
        });
        return names;
    }

    private RowAnswer answer(ImportRow row, CustomerCells cells, TakenIn house, @Nullable TakenIn person, boolean again,
            Map<UUID, List<String>> seenBefore) {
        List<RowProblem> problems = new ArrayList<>(cells.problems());
        house.problems().forEach(it -> problems.add(problem(it)));
        if (house.outcome() == TakenIn.Outcome.REFUSED) {
            return new RowAnswer(row.number(), Outcome.REFUSED, cells.key(), cells.name(), null, problems, List.of());
        }
        if (person != null) {
            person.problems().forEach(it -> problems.add(problem(it)));
        }
        var outcome = outcome(house, person, again);
        List<String> like = List.of();
        if (house.outcome() == TakenIn.Outcome.CREATED && !again && house.id() != null) {
            like = Stream
                .concat(likeOfThisFile(cells, row.number()).stream(),
                        seenBefore.getOrDefault(house.id(), List.of()).stream())
                .limit(5)
                .toList();
        }
        return new RowAnswer(row.number(), outcome, cells.key(), cells.name(),
                house.id() == null ? null : "/customers/" + house.id(), problems, like);
    }

    private static Outcome outcome(TakenIn house, @Nullable TakenIn person, boolean again) {
        var first = again && house.outcome() == TakenIn.Outcome.CREATED ? TakenIn.Outcome.UNCHANGED : house.outcome();
        var second = person == null || person.outcome() == TakenIn.Outcome.REFUSED ? TakenIn.Outcome.UNCHANGED
                : person.outcome();
        if (first == TakenIn.Outcome.CREATED || second == TakenIn.Outcome.CREATED) {
            return Outcome.CREATED;
        }
        boolean changed = first == TakenIn.Outcome.CHANGED || second == TakenIn.Outcome.CHANGED;
        return changed ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    private static RowProblem problem(TakenIn.Problem problem) {
        var field = problem.field() == null ? null : TARGETS.getOrDefault(problem.field(), problem.field());
        return RowProblem.of(field, problem.code(), problem.args().toArray());
    }

    /** Earlier rows of the same file that have the same name, phone or mail address. */
    private List<String> likeOfThisFile(CustomerCells cells, long row) {
        List<Long> rows = new ArrayList<>();
        if (cells.name() != null) {
            rows.add(names.first(NameKey.of(cells.name()), row, 0));
        }
        for (var point : cells.points()) {
            rows.add(points.first(NameKey.of(point), row, 0));
        }
        return rows.stream().filter(it -> it != row).distinct().map(it -> "#" + it).toList();
    }

}
