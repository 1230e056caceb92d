package io.cesm.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.support.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresSlice
class ExpectationRegisterTests {

    @Autowired
    private Company company;

    @Autowired
    private LoggingExpectations logging;

    @Autowired
    private ExpectationRegister register;

    private Actor csr = Actor.system("set-up");

    private Actor stranger = csr;

    private @Nullable CustomerId hongyuan;

    private @Nullable ContactId director;

    @BeforeEach
    void aTeamAndAStranger() {
        var unit = company.unit("华东");
        var staff = company.staff(unit, "赵敏");
        csr = Company.actor(staff, Role.CSR);
        stranger = Company.actor(company.staff(unit, "外人"), Role.CSR);
        hongyuan = company.customer(unit, "鸿远重工", 1);
        director = company.contact(hongyuan, "林总");
        company.looksAfter(staff, hongyuan, Role.CSR);
    }

    private ExpectationId capture(String words, @Nullable Flow flow) {
        return Acting.as(csr, () -> logging.capture(new CaptureExpectation(customer(), contact(), words, null, null,
                null, null, null, new Classification("delivery", flow, null, null), Target.NONE, null, null, false)));
    }

    private CustomerId customer() {
        return java.util.Objects.requireNonNull(hongyuan);
    }

    private ContactId contact() {
        return java.util.Objects.requireNonNull(director);
    }

    private List<ExpectationRow> rows(RegisterFilter filter) {
        return Acting.as(csr, () -> register.slice(filter, RegisterOrder.NEWEST, 50, null)).items();
    }

    @Test
    void findsWhatWasJustNotedWithItsOwnerAndDueDate() {
        var id = capture("备件要两天内到现场", Flow.ITR);
        assertThat(rows(RegisterFilter.ALL)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.customerName()).isEqualTo("鸿远重工");
            assertThat(row.ownerName()).isEqualTo("赵敏");
            assertThat(row.dueOn()).isNotNull();
            assertThat(row.number()).startsWith("E-");
        });
    }

    @Test
    void filtersByFlowStateAndTwoCharacterWords() {
        capture("备件要两天内到现场", Flow.ITR);
        capture("交付周期再短一些", Flow.LTC);
        assertThat(rows(RegisterFilter.ALL.saying("备件"))).hasSize(1);
        assertThat(rows(RegisterFilter.ALL.saying("周期"))).hasSize(1);
        assertThat(rows(RegisterFilter.ALL.saying("价格"))).isEmpty();
        assertThat(rows(RegisterFilter.ALL.in(Set.of(ExpectationState.CAPTURED)))).hasSize(2);
        assertThat(rows(RegisterFilter.ALL.in(Set.of(ExpectationState.CONFIRMED)))).isEmpty();
        assertThat(rows(RegisterFilter.ALL.open().of(customer()))).hasSize(2);
    }

    @Test
    void walksForwardAndBackWithoutGapOrRepetition() {
        for (int i = 0; i < 7; i++) {
            capture("第 " + i + " 条", null);
        }
        for (var order : RegisterOrder.values()) {
            var seen = new ArrayList<ExpectationId>();
            var first = Acting.as(csr, () -> register.slice(RegisterFilter.ALL, order, 3, null));
            var second = Acting.as(csr, () -> register.slice(RegisterFilter.ALL, order, 3, first.next()));
            var third = Acting.as(csr, () -> register.slice(RegisterFilter.ALL, order, 3, second.next()));
            for (var slice : List.of(first, second, third)) {
                slice.items().forEach(row -> seen.add(row.id()));
            }
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
            assertThat(third.next()).isNull();
            var back = Acting.as(csr, () -> register.slice(RegisterFilter.ALL, order, 3, third.previous()));
            assertThat(back.items()).isEqualTo(second.items());
            var start = Acting.as(csr, () -> register.slice(RegisterFilter.ALL, order, 3, back.previous()));
            assertThat(start.items()).isEqualTo(first.items());
            assertThat(start.previous()).isNull();
        }
    }

    @Test
    void costsOneStatementAPageAndTwoWhereWordsAreLookedFor() throws Exception {
        for (int i = 0; i < 30; i++) {
            capture("第 " + i + " 条", null);
        }
        assertThat(Statements.of(() -> rows(RegisterFilter.ALL.open()))).hasSize(1);
        assertThat(Statements.of(() -> rows(RegisterFilter.ALL.open().saying("条")))).hasSize(2);
        assertThat(Statements.of(() -> rows(RegisterFilter.ALL.open().saying("没有人说过")))).hasSize(1);
    }

    @Test
    void pilesAreTheBeginningsOfTheirListsCountedUpToTheLimitInOneStatement() throws Exception {
        for (int i = 0; i < 9; i++) {
            capture("第 " + i + " 条", i < 7 ? Flow.ITR : Flow.LTC);
        }
        var wanted = java.util.stream.Stream
            .of(RegisterFilter.ALL, RegisterFilter.ALL.saying("不见"), RegisterFilter.ALL.saying("8"),
                    RegisterFilter.ALL.open().ownedBy(csr.requireStaff()).in(Set.of(ExpectationState.CAPTURED)))
            .map(it -> new ExpectationRegister.Wanted(it, RegisterOrder.NEWEST))
            .toList();

        var piles = Acting.as(csr, () -> register.piles(wanted, 3, 7));

        var all = rows(RegisterFilter.ALL);
        assertThat(piles.get(0).rows()).isEqualTo(all.subList(0, 3));
        assertThat(piles.get(1).rows()).isEmpty();
        assertThat(piles.get(2).rows()).isEqualTo(all.subList(0, 1));
        assertThat(piles.get(3).rows()).isEqualTo(all.subList(0, 3));
        assertThat(piles).extracting(it -> it.count()).containsExactly(7, 0, 1, 7);
        assertThat(Statements.of(() -> Acting.as(csr, () -> register.piles(wanted, 3, 7)))).hasSize(1);
        assertThat(Acting.as(stranger, () -> register.piles(wanted, 3, 7)))
            .allSatisfy(it -> assertThat(it.rows()).isEmpty());
    }

    @Test
    void showsNothingOfOtherTeamsAndLetsThemWriteNothing() {
        capture("备件要两天内到现场", null);
        assertThat(
                Acting.as(stranger, () -> register.slice(RegisterFilter.ALL, RegisterOrder.NEWEST, 50, null)).items())
            .isEmpty();
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(
                () -> Acting.as(stranger, () -> logging.capture(CaptureExpectation.of(customer(), contact(), "插队"))));
    }

}
