package io.cesm.domain.customer;

import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges a batch of incoming people against what is there, and has the result written.
 */
@Component
class ContactIntake {

    /** Who answers the numbers of the house itself. */
    static final String FRONT_DESK = "总机 Front desk";

    private final ContactIntakeSql sql;

    private final Clock clock;

    ContactIntake(ContactIntakeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<TakenIn> take(List<IncomingContact> rows) {
        var batch = new Batch(sql.load(rows));
        List<TakenIn> answers = new ArrayList<>(rows.size());
        for (var row : rows) {
            try {
                answers.add(batch.take(row));
            }
            catch (Refusal refusal) {
                answers.add(TakenIn.refused(row.row(), Problem.of(null, refusal)));
            }
        }
        sql.write(batch.touched.values().stream().filter(IntakeState::isChanged).toList(), clock.instant());
        return answers;
    }

    /** Numbers and addresses of the house itself belong to its front desk. */
    List<TakenIn> takeFrontDesks(List<IncomingCustomer> rows, List<TakenIn> customers) {
        Map<Integer, IncomingContact> desks = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var id = customers.get(i).id();
            if (id != null && !(row.phones().isEmpty() && row.mails().isEmpty())) {
                desks.put(i, new IncomingContact(row.row(), null, id.toString(), null, FRONT_DESK, null, null, null,
                        null, null, null, null, null, null, row.phones(), row.mails(), List.of(), List.of()));
            }
        }
        if (desks.isEmpty()) {
            return customers;
        }
        var taken = take(List.copyOf(desks.values())).iterator();
        List<TakenIn> answers = new ArrayList<>(customers);
        desks.keySet().forEach(i -> answers.set(i, both(customers.get(i), taken.next())));
        return answers;
    }

    private static TakenIn both(TakenIn customer, TakenIn desk) {
        List<Problem> problems = new ArrayList<>(customer.problems());
        problems.addAll(desk.problems());
        boolean more = desk.outcome() == Outcome.CREATED || desk.outcome() == Outcome.CHANGED;
        var outcome = customer.outcome() == Outcome.UNCHANGED && more ? Outcome.CHANGED : customer.outcome();
        return new TakenIn(customer.row(), outcome, customer.id(), problems);
    }

    /** The rows of one call; a person who occurs twice in it is the same person. */
    private static final class Batch {

        private final ContactIntakeSql.Known known;

        private final Map<UUID, IntakeState> touched = new LinkedHashMap<>();

        private final Map<String, IntakeState> byKey = new HashMap<>();

        private final Map<String, IntakeState> byName = new HashMap<>();

        Batch(ContactIntakeSql.Known known) {
            this.known = known;
            byKey.putAll(known.byKey());
            byName.putAll(known.byName());
        }

        TakenIn take(IncomingContact in) {
            var key = Texts.optional(in.externalKey(), 120, "externalKey");
            var name = Texts.optional(in.name(), 120, "name");
            var alias = key == null ? null : known.aliases().get(key);
            if (alias != null) {
                return new TakenIn(in.row(), Outcome.UNCHANGED, alias,
                        List.of(Problem.of("externalKey", "intake.merged", String.valueOf(key))));
            }
            var state = key == null ? null : byKey.get(key);
            if (state != null && known.outOfReach().contains(state.id)) {
                throw new FieldRefusal("externalKey", "customer.out_of_reach");
            }
            if (name == null && state == null) {
                throw new FieldRefusal("name", "text.required");
            }
            var customer = customer(in, state);
            if (state == null) {
                var same = byName.get(customer + NameKey.of(Objects.requireNonNull(name)));
                state = same != null && (key == null || same.get("externalKey") == null) ? same
                        : new IntakeState(Uuid7.next(), true);
            }
            Map<String, @Nullable String> since = new LinkedHashMap<>(state.now);
            int points = state.newPoints.size();
            int names = state.newFormerNames.size();
            List<Problem> problems = new ArrayList<>();
            try {
                state.set("customer", customer.toString());
                state.set("externalKey", key);
                state.set("name", name);
                apply(in, state, problems);
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
            byName.putIfAbsent(customer + NameKey.of(state.must("name")), state);
            var outcome = isNew ? Outcome.CREATED
                    : state.isTouched(since, points, names) ? Outcome.CHANGED : Outcome.UNCHANGED;
            return new TakenIn(in.row(), outcome, state.id, problems);
        }

        private UUID customer(IncomingContact in, @Nullable IntakeState state) {
            var key = Texts.optional(in.customerKey(), 120, "customerKey");
            var name = Texts.optional(in.customerName(), 200, "customerName");
            if (key != null) {
                var id = known.customerByKey().get(key);
                if (id == null) {
                    throw new FieldRefusal("customerKey", "customer.unknown", key);
                }
                return id;
            }
            if (name != null) {
                var ids = known.customerByName().getOrDefault(NameKey.of(name), List.of());
                if (ids.size() != 1) {
                    throw new FieldRefusal("customerName", ids.isEmpty() ? "customer.unknown" : "intake.ambiguous",
                            ids.isEmpty() ? name : ids.size());
                }
                return ids.getFirst();
            }
            if (state == null) {
                throw new FieldRefusal("customerKey", "text.required");
            }
            return UUID.fromString(state.must("customer"));
        }

        private static void apply(IncomingContact in, IntakeState state, List<Problem> problems) {
            var kind = IntakeText.person(in.kind());
            var role = IntakeText.role(in.decisionRole());
            var weight = IntakeText.number(in.roleWeight(), "roleWeight");
            var influence = IntakeText.number(in.influence(), "influence");
            // the same rules as for a person noted by hand
            new ContactDetails(ContactKind.CUSTOMER, state.must("name"), in.nameEn(), in.title(), in.department(), role,
                    weight == null ? BigDecimal.ONE : weight, influence == null ? null : influence.intValue(), null,
                    language(in.language()), in.note(), true, null);
            state.set("kind", kind == null ? (state.get("kind") == null ? "CUSTOMER" : null) : kind.name());
            state.set("nameEn", Texts.optional(in.nameEn(), 120, "nameEn"));
            state.set("title", Texts.optional(in.title(), 120, "title"));
            state.set("department", Texts.optional(in.department(), 120, "department"));
            state.set("decisionRole", role == null ? null : role.name());
            state.set("roleWeight", weight == null ? (state.get("roleWeight") == null ? "1" : null)
                    : weight.stripTrailingZeros().toPlainString());
            state.set("influence", influence == null ? null : String.valueOf(influence.intValue()));
            state.set("language", language(in.language()));
            state.set("note", Texts.optional(in.note(), 2000, "note"));
            points(PointKind.PHONE, IntakeText.several(in.phones()), "phones", state, problems);
            points(PointKind.EMAIL, IntakeText.several(in.mails()), "mails", state, problems);
            points(PointKind.WECOM, IntakeText.several(in.wecoms()), "wecoms", state, problems);
            points(PointKind.FORMER_NAME, in.formerNames(), "formerNames", state, problems);
        }

        private static @Nullable String language(@Nullable String text) {
            var clean = Texts.optional(text, 40, "language");
            if (clean == null) {
                return null;
            }
            return switch (PointText.fold(clean)) {
                case "zh", "zh-cn", "zh_cn", "中文", "chinese", "汉语" -> "zh";
                case "en", "en-us", "en-gb", "英文", "英语", "english" -> "en";
                default -> throw new FieldRefusal("language", "contact.language");
            };
        }

        private static void points(PointKind kind, List<String> values, String field, IntakeState state,
                List<Problem> problems) {
            for (var value : values) {
                try {
                    var wish = new PointWish(kind, value, null, false);
                    var key = kind + " " + wish.normal();
                    if (!state.points.contains(key)) {
                        state.newPoints.putIfAbsent(key, wish);
                        if (kind == PointKind.FORMER_NAME || kind == PointKind.WECOM) {
                            state.newFormerNames.add(wish.value());
                        }
                    }
                }
                catch (Refusal refusal) {
                    problems.add(Problem.of(field, refusal));
                }
            }
        }

    }

}
