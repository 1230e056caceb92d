package io.cesm.domain.customer;

import static io.cesm.domain.customer.CustomerFixture.asOffice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.support.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@PostgresSlice
class CustomerRegisterTests {

    @Autowired
    private TakingInCustomers takingIn;

    @Autowired
    private CustomerRegister register;

    @Autowired
    private ContactRegister contacts;

    @BeforeEach
    void thirtyCustomers() {
        asOffice(() -> takingIn.customers(
                IntStream.range(0, 30).mapToObj(i -> IncomingCustomer.of(i, "R" + i, "客户%02d".formatted(i))).toList()));
        asOffice(() -> takingIn.contacts(IntStream.range(0, 30)
            .mapToObj(i -> IncomingContact.of(i, "P" + i, "R" + i, "人员%02d".formatted(i),
                    List.of("1380013%04d".formatted(i))))
            .toList()));
    }

    @Test
    void pagesForwardsAndBackwardsWithoutGaps() {
        var first = asOffice(() -> register.rows(CustomerFilter.none(), 12, null));
        var second = asOffice(() -> register.rows(CustomerFilter.none(), 12, first.next()));
        var third = asOffice(() -> register.rows(CustomerFilter.none(), 12, second.next()));
        List<CustomerRow> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        all.addAll(third.items());
        assertThat(all).hasSize(30).extracting(CustomerRow::name).isSorted().doesNotHaveDuplicates();
        assertThat(first.previous()).isNull();
        assertThat(third.next()).isNull();
        assertThat(asOffice(() -> register.rows(CustomerFilter.none(), 12, third.previous())).items())
            .isEqualTo(second.items());
        assertThat(asOffice(() -> register.rows(CustomerFilter.none(), 12, second.previous())).items())
            .isEqualTo(first.items());
    }

    @Test
    void aPageIsOneStatement() throws Exception {
        assertThat(Statements.of(() -> asOffice(() -> register.rows(CustomerFilter.none(), 25, null)))).hasSize(1);
        assertThat(Statements.of(() -> asOffice(() -> contacts.rows(ContactFilter.none(), 25, null)))).hasSize(1);
    }

    @Test
    void aPersonIsInTheRegisterByAnyNumber() {
        var rows = asOffice(
                () -> contacts.rows(new ContactFilter("+86 138 0013 0007", null, null, null, null), 25, null));
        assertThat(rows.items()).extracting(ContactCard::name).containsExactly("人员07");
    }

}
