package io.cesm.domain.customer;

import static io.cesm.domain.customer.CustomerFixture.asOffice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.cesm.domain.customer.TakenIn.Outcome;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.support.Statements;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresSlice
class TakingInCustomersTests {

    @Autowired
    private TakingInCustomers takingIn;

    @Autowired
    private ContactBook contactBook;

    @Autowired
    private CustomerBook customerBook;

    @Autowired
    private JdbcClient sql;

    @Test
    void theSameRowsASecondTimeChangeNothing() {
        var rows = List.of(full(1, "K1", "鸿远集团", null), full(2, "K2", "鸿远重工", "K1"),
                IncomingCustomer.of(3, null, "无编号公司"));
        assertThat(outcomes(rows)).containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.CREATED);
        assertThat(outcomes(rows)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(outcomes(List.of(IncomingCustomer.of(1, "K2", "鸿远重工股份")))).containsExactly(Outcome.CHANGED);

        var people = List.of(IncomingContact.of(1, "P1", "K2", "李伟", List.of("13800138000; 021-62345678", "坏号码")),
                IncomingContact.of(2, null, "K2", "王芳", List.of("021 6234 5678")));
        var first = asOffice(() -> takingIn.contacts(people));
        assertThat(first).extracting(TakenIn::outcome).containsExactly(Outcome.CREATED, Outcome.CREATED);
        assertThat(first.getFirst().problems()).extracting(TakenIn.Problem::code).containsExactly("phone.invalid");
        assertThat(asOffice(() -> takingIn.contacts(people))).extracting(TakenIn::outcome)
            .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(asOffice(() -> contactBook.byPoint("62345678"))).hasSize(4);
    }

    @Test
    void everyRowGetsItsReason() {
        var rows = List.of(IncomingCustomer.of(1, "R1", " "), row(2, "R2", "级别错", "9", null),
                row(3, "R3", "单位错", "1", "火星"), IncomingCustomer.of(4, "R4", "好的"), IncomingCustomer.of(5, "R4", "好的"));
        var taken = asOffice(() -> takingIn.customers(rows));
        assertThat(taken).extracting(TakenIn::outcome)
            .containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED, Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(taken).flatExtracting(TakenIn::problems)
            .extracting(TakenIn.Problem::code)
            .containsExactly("text.required", "tier.range", "unit.unknown");
        assertThat(asOffice(() -> takingIn.contacts(List.of(IncomingContact.of(1, null, "NONE", "谁", List.of())))))
            .extracting(TakenIn::outcome)
            .containsExactly(Outcome.REFUSED);
    }

    @Test
    void aCircleIsRefused() {
        outcomes(List.of(IncomingCustomer.of(1, "A", "甲"), full(2, "B", "乙", "A")));
        var taken = asOffice(() -> takingIn.customers(List.of(full(3, "A", "甲", "B"))));
        assertThat(taken.getFirst().problems()).extracting(TakenIn.Problem::code).containsExactly("customer.circle");
    }

    @Test
    void aFileCannotTouchCustomersOutOfReach() {
        outcomes(List.of(IncomingCustomer.of(1, "FOREIGN", "别区客户")));
        var unit = CustomerFixture.unit(sql, "西南");
        var manager = new Actor(Actor.Kind.STAFF, CustomerFixture.staff(sql, unit, "m", Role.MANAGER), "M",
                java.util.Set.of(Role.MANAGER), io.cesm.domain.people.Right.of(java.util.Set.of(Role.MANAGER)),
                Scope.units(java.util.Set.of(unit)), "import", null);
        var taken = Acting.as(manager, () -> takingIn.customers(List.of(IncomingCustomer.of(1, "FOREIGN", "改名"),
                IncomingCustomer.of(2, "OWN", "无单位"), row(3, "OWN2", "本区客户", "2", "西南"))));
        assertThat(taken).extracting(TakenIn::outcome)
            .containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.CREATED);
        assertThat(Acting.as(manager,
                () -> takingIn.contacts(List.of(IncomingContact.of(1, null, "FOREIGN", "内应", List.of())))))
            .extracting(TakenIn::outcome)
            .containsExactly(Outcome.REFUSED);
    }

    @Test
    void aBatchCostsAConstantNumberOfStatements() throws Exception {
        var ten = Statements.of(() -> asOffice(() -> takingIn.customers(many(0, 10)))).size();
        var hundred = Statements.of(() -> asOffice(() -> takingIn.customers(many(100, 300)))).size();
        assertThat(hundred).isEqualTo(ten).isLessThan(14);
    }

    private static List<IncomingCustomer> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> IncomingCustomer.of(i, "M" + i, "公司" + i)).toList();
    }

    private List<Outcome> outcomes(List<IncomingCustomer> rows) {
        return asOffice(() -> takingIn.customers(new ArrayList<>(rows))).stream().map(TakenIn::outcome).toList();
    }

    private IncomingCustomer full(int row, String key, String name, @org.jspecify.annotations.Nullable String parent) {
        var login = "li" + key;
        if (sql.sql("select count(*) from staff where login = ?").param(login).query(Long.class).single() == 0) {
            var staff = CustomerFixture.staff(sql, CustomerFixture.unit(sql, "区" + key), login, Role.AR);
            sql.sql("update staff set login = ? where id = ?").params(login, staff.id()).update();
        }
        return new IncomingCustomer(row, key, name, "Name " + key, "公司", "客户", parent, "区" + key, "二级", "三年收入",
                "1,200,000", "CNY", "机械", "上海", "https://example.com", "备注", List.of("旧名" + key),
                Map.of(Role.AR, login), List.of("021-6234 5678"), List.of("info@example.com"));
    }

    private static IncomingCustomer row(int row, String key, String name, String tier,
            @org.jspecify.annotations.Nullable String unit) {
        return new IncomingCustomer(row, key, name, null, null, null, null, unit, tier, null, null, null, null, null,
                null, null, List.of(), Map.of(), List.of(), List.of());
    }

}
