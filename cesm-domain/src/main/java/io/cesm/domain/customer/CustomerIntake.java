package io.cesm.domain.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.customer.TakenIn.Outcome;
import io.cesm.domain.customer.TakenIn.Problem;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges a batch of incoming customers against what is there, and has the result written.
 */
@Component
class CustomerIntake {

    private final CustomerIntakeSql sql;

    private final CurrentActor current;

    private final Clock clock;

    CustomerIntake(CustomerIntakeSql sql, CurrentActor current, Clock clock) {
        this.sql = sql;
        this.current = current;
        this.clock = clock;
    }

    List<TakenIn> take(List<IncomingCustomer> rows) {
        var batch = new Batch(sql.load(rows), current.actor().scope());
        List<TakenIn> answers = new ArrayList<>(rows.size());
        for (var row : rows) {
            try {
                answers.add(batch.take(row));
            }
            catch (Refusal refusal) {
                answers.add(TakenIn.refused(row.row(), Problem.of(null, refusal)));
            }
        }
        var changed = batch.touched.values().stream().filter(IntakeState::isChanged).toList();
        sql.write(changed, batch.known, clock.instant());
        return answers;
    }

    /** The rows of one call; a record that occurs twice in it is the same record. */
    private static final class Batch {

        private final CustomerIntakeSql.Known known;

        private final Scope scope;

        private final Map<UUID, IntakeState> touched = new LinkedHashMap<>();

        private final Map<String, IntakeState> byKey = new HashMap<>();

        private final Map<String, IntakeState> byName = new HashMap<>();

        Batch(CustomerIntakeSql.Known known, Scope scope) {
            this.known = known;
            this.scope = scope;
            byKey.putAll(known.byKey());
        }

        TakenIn take(IncomingCustomer in) {
            var key = Texts.optional(in.externalKey(), 120, "externalKey");
            var name = Texts.optional(in.name(), 200, "name");
            var alias = key == null ? null : known.aliases().get(key);
            if (alias != null) {
                return new TakenIn(in.row(), Outcome.UNCHANGED, alias,
                        List.of(Problem.of("externalKey", "intake.merged", String.valueOf(key))));
            }
            if (name == null && (key == null || !byKey.containsKey(key))) {
                throw new FieldRefusal("name", "text.required");
            }
            var state = find(key, name);
            if (known.outOfReach().contains(state.id)) {
                throw new FieldRefusal("externalKey", "customer.out_of_reach");
            }
            Map<String, @Nullable String> since = new LinkedHashMap<>(state.now);
            int names = state.newFormerNames.size();
            List<Problem> problems = new ArrayList<>();
            try {
                apply(in, state, key, name, problems);
            }
            catch (Refusal refusal) {
                state.now.clear();
                state.now.putAll(since);
                throw refusal;
            }
            boolean isNew = state.isNew && touched.putIfAbsent(state.id, state) == null;
            touched.put(state.id, state);
            if (key != null) {
                byKey.put(key, state);
            }
            byName.putIfAbsent(NameKey.of(state.must("name")), state);
            var outcome = isNew ? Outcome.CREATED
                    : state.isTouched(since, 0, names) ? Outcome.CHANGED : Outcome.UNCHANGED;
            return new TakenIn(in.row(), outcome, state.id, problems);
        }

        private IntakeState find(@Nullable String key, @Nullable String name) {
            if (key != null) {
                var state = byKey.get(key);
                return state == null ? fresh() : state;
            }
            var nameKey = NameKey.of(Objects.requireNonNull(name));
            var here = byName.get(nameKey);
            if (here != null) {
                return here;
            }
            var there = known.byName().getOrDefault(nameKey, List.of());
            if (there.size() > 1) {
                throw new FieldRefusal("name", "intake.ambiguous", there.size());
            }
            return there.isEmpty() ? fresh() : there.getFirst();
        }

        private IntakeState fresh() {
            return new IntakeState(Uuid7.next(), true);
        }

        private void apply(IncomingCustomer in, IntakeState state, @Nullable String key, @Nullable String name,
                List<Problem> problems) {
            var kind = IntakeText.kind(in.kind());
            var status = IntakeText.status(in.status());
            state.set("externalKey", Objects.equals(key, state.get("number")) ? null : key);
            state.set("name", name);
            state.set("nameEn", Texts.optional(in.nameEn(), 200, "nameEn"));
            state.set("kind", kind == null ? (state.get("kind") == null ? "COMPANY" : null) : kind.name());
            state.set("status", status == null ? (state.get("status") == null ? "CUSTOMER" : null) : status.name());
            state.set("industry", Texts.optional(in.industry(), 80, "industry"));
            state.set("address", Texts.optional(in.address(), 400, "address"));
            state.set("website", Texts.optional(in.website(), 200, "website"));
            state.set("note", Texts.optional(in.note(), 4000, "note"));
            tier(in, state);
            unit(in, state);
            in.formerNames().forEach(it -> former(it, state));
            place(in, state, problems);
            in.team().forEach((role, login) -> staff(role, login, state, problems));
        }

        private static void tier(IncomingCustomer in, IntakeState state) {
            var tier = IntakeText.tier(in.tier());
            var value = IntakeText.number(in.annualValue(), "annualValue");
            var currency = Texts.optional(in.currency(), 3, "currency");
            if (tier != null) {
                var wish = new Tiering(tier, in.valueBasis(), value, currency == null ? "CNY" : currency,
                        java.time.LocalDate.EPOCH);
                state.set("tier", String.valueOf(tier));
                state.set("valueBasis", wish.valueBasis());
                state.set("annualValue", value == null ? null : value.stripTrailingZeros().toPlainString());
                state.set("currency", value == null ? null : wish.currency());
            }
        }

        private void unit(IncomingCustomer in, IntakeState state) {
            var name = Texts.optional(in.unit(), 120, "unit");
            if (name != null) {
                var unit = known.units().get(NameKey.of(name));
                if (unit == null) {
                    throw new FieldRefusal("unit", "unit.unknown", name);
                }
                state.set("unit", unit.toString());
            }
            var unit = state.get("unit");
            if (!scope.everything() && state.isNew
                    && (unit == null || !scope.units().contains(new UnitId(UUID.fromString(unit))))) {
                throw new FieldRefusal("unit", "customer.out_of_reach");
            }
        }

        private static void former(String text, IntakeState state) {
            var name = Texts.optional(text, 200, "formerNames");
            if (name != null && !state.formerNames.contains(name)) {
                state.newFormerNames.add(name);
            }
        }

        private void place(IncomingCustomer in, IntakeState state, List<Problem> problems) {
            var parentKey = Texts.optional(in.parentKey(), 120, "parentKey");
            if (parentKey == null) {
                return;
            }
            var parent = byKey.get(parentKey);
            if (parent == null || known.outOfReach().contains(parent.id)) {
                problems.add(Problem.of("parentKey", "customer.parent_unknown", parentKey));
                return;
            }
            if (CustomerKind.valueOf(parent.must("kind")).compareTo(CustomerKind.valueOf(state.must("kind"))) > 0) {
                throw new FieldRefusal("parentKey", "customer.upside_down");
            }
            for (var up = parent.id; up != null; up = above(up)) {
                if (up.equals(state.id)) {
                    throw new FieldRefusal("parentKey", "customer.circle");
                }
            }
            state.set("parent", parent.id.toString());
        }

        private @Nullable UUID above(UUID id) {
            var state = touched.get(id);
            var parent = state == null ? null : state.get("parent");
            return parent == null ? known.above().get(id) : UUID.fromString(parent);
        }

        private void staff(Role role, String login, IntakeState state, List<Problem> problems) {
            var clean = Texts.optional(login, 120, "team");
            if (clean == null || !Assignment.PLACES.contains(role)) {
                return;
            }
            var staff = known.staff().get(PointText.fold(clean));
            if (staff == null) {
                problems.add(Problem.of(role.name(), "staff.unknown", clean));
            }
            else {
                state.set(role.name(), staff.toString());
            }
        }

    }

}
