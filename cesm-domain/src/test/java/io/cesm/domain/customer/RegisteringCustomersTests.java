package io.cesm.domain.customer;

import static io.cesm.domain.customer.CustomerFixture.asOffice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.support.PostgresSlice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresSlice
class RegisteringCustomersTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private RegisteringCustomers registering;

    @Autowired
    private StaffingAccounts staffing;

    @Autowired
    private CustomerBook customerBook;

    @Autowired
    private TeamBook teamBook;

    @Autowired
    private JdbcClient sql;

    private UnitId east;

    @BeforeEach
    void aRegion() {
        east = CustomerFixture.unit(sql, "华东");
    }

    @Test
    void groupsCompaniesAndSitesFormATree() {
        var group = register(CustomerKind.GROUP, "鸿远集团", null);
        var company = register(CustomerKind.COMPANY, "鸿远重工", group);
        var site = register(CustomerKind.SITE, "鸿远重工上海工厂", company);

        assertThat(asOffice(() -> customerBook.require(site)).parent()).isEqualTo(company);
        refused("customer.upside_down", () -> register(CustomerKind.GROUP, "倒置", site));
        refused("customer.circle", () -> revise(group, CustomerKind.GROUP, "鸿远集团", group));
        var sub = register(CustomerKind.GROUP, "鸿远海外集团", group);
        refused("customer.circle", () -> revise(group, CustomerKind.GROUP, "鸿远集团", sub));
    }

    @Test
    void whoSeesOnlyTheirTeamsJoinsTheTeamOfTheCustomerTheyRegister() {
        var csr = CustomerFixture.staff(sql, east, "csr", Role.CSR);
        var id = Acting.as(CustomerFixture.teamMember(csr, Role.CSR),
                () -> registering.register(CustomerDetails.company("新客户", east)));
        Acting.as(CustomerFixture.teamMember(csr, Role.CSR), () -> {
            assertThat(customerBook.require(id).name()).isEqualTo("新客户");
            assertThat(customerBook.require(id).unitName()).isEqualTo("华东");
        });
    }

    @Test
    void aForeignCustomerIsNotThere() {
        var id = register(CustomerKind.COMPANY, "别人的客户", null);
        var stranger = CustomerFixture.teamMember(CustomerFixture.staff(sql, east, "x", Role.AR), Role.AR);
        Acting.as(stranger, () -> {
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> customerBook.require(id));
            assertThatExceptionOfType(UnknownThing.class)
                .isThrownBy(() -> registering.revise(id, CustomerDetails.company("我的", null), false, null));
            refused("customer.parent_unknown", () -> registering.register(new CustomerDetails(CustomerKind.SITE,
                    CustomerStatus.CUSTOMER, id, null, "挂靠", null, null, null, null, null, null)));
        });
    }

    @Test
    void anOldVersionChangesNothing() {
        var id = register(CustomerKind.COMPANY, "版本", null);
        asOffice(() -> {
            registering.revise(id, CustomerDetails.company("版本二", null), true, 0L);
            return "";
        });
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> asOffice(() -> {
            registering.revise(id, CustomerDetails.company("版本三", null), true, 0L);
            return "";
        }));
        assertThat(asOffice(() -> customerBook.suggest("版本", 5))).extracting(CustomerCard::name).contains("版本二");
    }

    @Test
    void aRenamedCustomerIsStillFoundByItsOldName() {
        var id = register(CustomerKind.COMPANY, "红星机床厂", null);
        asOffice(() -> {
            registering.revise(id, CustomerDetails.company("东方智造", null), true, null);
            return "";
        });
        assertThat(asOffice(() -> customerBook.suggest("红星机床", 5))).extracting(CustomerCard::id).contains(id);
    }

    @Test
    void aTierHasAHistoryWithoutGapsOrOverlaps() {
        var id = register(CustomerKind.COMPANY, "分级", null);
        place(id, 3, MONDAY);
        place(id, 2, MONDAY.plusMonths(1));
        place(id, 1, MONDAY.plusMonths(1));
        assertThat(sql
            .sql("select tier || ' ' || valid_from || ' ' || coalesce(valid_to::text, '') from customer_tier"
                    + " where customer_id = ? order by valid_from")
            .param(id.id())
            .query(String.class)
            .list()).containsExactly("3 2026-03-02 2026-04-01", "1 2026-04-02 ");
        assertThat(asOffice(() -> customerBook.require(id)).tier()).isEqualTo(1);
        refused("tier.before_current", () -> place(id, 2, MONDAY));
        refused("tier.in_future", () -> place(id, 2, LocalDate.now().plusDays(2)));
    }

    @Test
    void aNewHolderOfAPlaceEndsTheTimeOfTheOneBefore() {
        var id = register(CustomerKind.COMPANY, "团队", null);
        var li = CustomerFixture.staff(sql, east, "li", Role.AR);
        var wang = CustomerFixture.staff(sql, east, "wang", Role.AR);
        var zhao = CustomerFixture.staff(sql, east, "zhao", Role.AR);
        asOffice(() -> staffing.assign(id, new Assignment(li, Role.AR, false, MONDAY, null), null));
        asOffice(() -> staffing.assign(id, new Assignment(zhao, Role.AR, true, MONDAY, null), null));
        asOffice(() -> staffing.assign(id, new Assignment(wang, Role.AR, false, MONDAY.plusDays(10), null), null));

        assertThat(teamBook.staffOf(id, Role.AR, MONDAY.plusDays(9))).contains(li);
        assertThat(teamBook.staffOf(id, Role.AR, MONDAY.plusDays(10))).contains(wang);
        assertThat(asOffice(() -> teamBook.on(id, MONDAY.plusDays(10)))).extracting(TeamBook.Member::staff)
            .containsExactly(wang, zhao);
        refused("team.place_taken", () -> asOffice(
                () -> staffing.assign(id, new Assignment(li, Role.AR, false, MONDAY.plusDays(5), null), null)));
    }

    private CustomerId register(CustomerKind kind, String name, @Nullable CustomerId parent) {
        return asOffice(() -> registering.register(new CustomerDetails(kind, CustomerStatus.CUSTOMER, parent, east,
                name, null, null, null, null, null, null)));
    }

    private String revise(CustomerId id, CustomerKind kind, String name, @Nullable CustomerId parent) {
        return asOffice(() -> {
            registering.revise(id, new CustomerDetails(kind, CustomerStatus.CUSTOMER, parent, east, name, null, null,
                    null, null, null, null), false, null);
            return "";
        });
    }

    private String place(CustomerId id, int tier, LocalDate from) {
        return asOffice(() -> {
            registering.place(id, new Tiering(tier, "三年收入", null, "CNY", from), null);
            return "";
        });
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(work)
            .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

}
