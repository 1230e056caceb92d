package io.cesm.domain.customer;

import static io.cesm.domain.customer.CustomerFixture.asOffice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Role;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.support.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresSlice
class FindingPeopleTests {

    @Autowired
    private RegisteringCustomers registeringCustomers;

    @Autowired
    private RegisteringContacts registeringContacts;

    @Autowired
    private ContactBook contactBook;

    @Autowired
    private CustomerBook customerBook;

    @Autowired
    private JdbcClient sql;

    private CustomerId customer;

    private ContactId liWei;

    @BeforeEach
    void aPersonWithTwoNumbers() {
        customer = asOffice(() -> registeringCustomers.register(CustomerDetails.company("鸿远重工有限公司", null)));
        liWei = asOffice(() -> registeringContacts.register(customer, ContactDetails.named("李伟"),
                List.of(PointWish.phone("138 0013 8000"), PointWish.phone("021-62345678转801"),
                        PointWish.mail("Li.Wei@hongyuan.example.com"),
                        new PointWish(PointKind.WECOM, "liwei_hy", null, false),
                        new PointWish(PointKind.FORMER_NAME, "李卫", null, false))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "13800138000", "+86 138-0013-8000", "00 86 138 0013 8000", "１３８００１３８０００", "0138000",
            "0013 8000", "1380013", "62345678", "021 6234 5678", "(021)62345678-", "62345678转801", "+86 21 62345678",
            "li.wei@hongyuan.example.com", "LI.WEI@HONGYUAN", "liwei_hy", "李卫" })
    void anyOfTheirNumbersInAnyWritingFindsThePerson(String text) {
        assertThat(asOffice(() -> contactBook.byPoint(text))).extracting(ContactCard::id).contains(liWei);
    }

    @Test
    void aSharedNumberOffersBoth() {
        var colleague = asOffice(() -> registeringContacts.register(customer, ContactDetails.named("王芳"),
                List.of(PointWish.phone("021-6234 5678"))));
        assertThat(asOffice(() -> contactBook.byPoint("62345678"))).extracting(ContactCard::id)
            .containsExactlyInAnyOrder(liWei, colleague);
    }

    @ParameterizedTest
    @ValueSource(strings = { "5678", "45678", "345678", "2345678", "62345678" })
    void theLastDigitsReadOutFindEverybodyWhoSharesTheNumber(String read) {
        var colleague = asOffice(() -> registeringContacts.register(customer, ContactDetails.named("王芳"),
                List.of(PointWish.phone("021-6234 5678"))));
        assertThat(asOffice(() -> contactBook.suggest(null, read, 20))).extracting(ContactCard::id)
            .contains(liWei, colleague);
        assertThat(asOffice(() -> contactBook.suggest(customer, read, 20))).extracting(ContactCard::id)
            .containsExactlyInAnyOrder(liWei, colleague);
        assertThat(asOffice(() -> customerBook.suggest(read, 20))).extracting(CustomerCard::id).contains(customer);
    }

    @Test
    void theLastDigitsFindNobodyOutOfReach() {
        var unit = CustomerFixture.unit(sql, "别处");
        var stranger = CustomerFixture.teamMember(CustomerFixture.staff(sql, unit, "stranger", Role.CSR), Role.CSR);
        assertThat(Acting.as(stranger, () -> contactBook.suggest(null, "5678", 20))).isEmpty();
        assertThat(Acting.as(stranger, () -> customerBook.suggest("5678", 20))).isEmpty();
    }

    @Test
    void aCorrectedNumberStillFindsThePersonIfItIsKept() {
        var point = sql.sql("select id from contact_point where normal = '+8613800138000'")
            .query(java.util.UUID.class)
            .single();
        asOffice(() -> registeringContacts.correct(liWei, point, PointWish.phone("13900139000"), true, null));
        assertThat(asOffice(() -> contactBook.byPoint("13800138000"))).extracting(ContactCard::id).contains(liWei);
        assertThat(asOffice(() -> contactBook.byPoint("13900139000"))).extracting(ContactCard::id).contains(liWei);
        assertThat(asOffice(() -> contactBook.require(liWei)).phone()).isEqualTo("13900139000");
    }

    @Test
    void aCorrectedNumberIsForgottenIfItWasWrong() {
        var point = sql.sql("select id from contact_point where normal = '+8613800138000'")
            .query(java.util.UUID.class)
            .single();
        asOffice(() -> registeringContacts.correct(liWei, point, PointWish.phone("13900139000"), false, null));
        assertThat(asOffice(() -> contactBook.byPoint("13800138000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "鸿远", "重工", "鸿远重工有限公司", "13800138000", "62345678", "liwei_hy" })
    void theTypeAheadFindsTheCustomer(String text) {
        assertThat(asOffice(() -> customerBook.suggest(text, 8))).extracting(CustomerCard::id).contains(customer);
    }

    @Test
    void aTypeAheadIsOneStatement() throws Exception {
        assertThat(Statements.of(() -> asOffice(() -> customerBook.suggest("鸿远", 8)))).hasSize(1);
        assertThat(Statements.of(() -> asOffice(() -> contactBook.suggest(null, "1380013", 8)))).hasSize(1);
        assertThat(Statements.of(() -> asOffice(() -> contactBook.byPoint("1380013")))).hasSize(1);
    }

    @Test
    void anotherTeamFindsNobody() {
        var unit = CustomerFixture.unit(sql, "华北");
        var stranger = CustomerFixture.teamMember(CustomerFixture.staff(sql, unit, "stranger", Role.CSR), Role.CSR);
        Acting.as(stranger, () -> {
            assertThat(contactBook.byPoint("13800138000")).isEmpty();
            assertThat(contactBook.suggest(null, "李伟", 8)).isEmpty();
            assertThat(contactBook.find(liWei)).isEmpty();
            assertThat(contactBook.ofCustomer(customer)).isEmpty();
            assertThat(customerBook.suggest("鸿远", 8)).isEmpty();
            assertThat(customerBook.find(customer)).isEmpty();
        });
    }

}
