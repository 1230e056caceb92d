package io.cesm.domain.customer;

import static io.cesm.domain.customer.CustomerFixture.asOffice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;

import io.cesm.domain.customer.TakenIn.Outcome;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.support.PostgresSlice;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresSlice
class MergingRecordsTests {

    @Autowired
    private MergingRecords merging;

    @Autowired
    private FindingDuplicates finding;

    @Autowired
    private DuplicateBook duplicates;

    @Autowired
    private RegisteringCustomers registeringCustomers;

    @Autowired
    private RegisteringContacts registeringContacts;

    @Autowired
    private TakingInCustomers takingIn;

    @Autowired
    private CustomerBook customerBook;

    @Autowired
    private ContactBook contactBook;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient sql;

    @Test
    void recordsThatDifferOnlyInLegalFormAreSuggestedOnceAndNeverAgainWhenDecided() {
        var one = register("上海鸿远重工有限公司", null);
        var other = register("上海鸿远重工股份有限公司", null);
        register("北京蓝天食品有限公司", null);
        finding.look(1000);
        var open = asOffice(() -> duplicates.open(MergeKind.CUSTOMER, 10, null)).items();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().reasons()).extracting(Similar.Reason::code).contains("NAME_EQUAL");
        assertThat(asOffice(() -> duplicates.customersLike("上海鸿远重工 Co., Ltd."))).hasSize(2);
        asOffice(() -> {
            finding.different(MergeKind.CUSTOMER, other.id(), one.id());
            return "";
        });
        finding.look(1000);
        assertThat(asOffice(() -> duplicates.open(MergeKind.CUSTOMER, 10, null)).items()).isEmpty();
    }

    @Test
    void whatCannotBeMergedIsNotSuggested() {
        register("鸿远重工有限公司", null);
        asOffice(() -> registeringCustomers.register(new CustomerDetails(CustomerKind.SITE, CustomerStatus.CUSTOMER,
                null, null, "鸿远重工", null, null, null, null, null, null)));
        finding.look(1000);
        assertThat(asOffice(() -> duplicates.open(MergeKind.CUSTOMER, 10, null)).items()).isEmpty();
    }

    @Test
    void everythingFollowsAndAnUndoBringsItAllBack() {
        var survivor = register("鸿远重工", "S");
        var absorbed = register("鸿远重型机械", "A");
        var contact = asOffice(() -> registeringContacts.register(absorbed, ContactDetails.named("李伟"),
                List.of(PointWish.phone("13800138000"))));
        entities.flush();

        var merge = asOffice(() -> merging.merge(survivor, absorbed, Set.of("name"), null));
        entities.flush();
        entities.clear();
        assertThat(asOffice(() -> customerBook.survivorOf(absorbed))).contains(survivor);
        assertThat(asOffice(() -> customerBook.find(absorbed))).isEmpty();
        assertThat(asOffice(() -> customerBook.require(survivor)).name()).isEqualTo("鸿远重型机械");
        assertThat(asOffice(() -> customerBook.suggest("鸿远重工", 5))).extracting(CustomerCard::id).contains(survivor);
        assertThat(asOffice(() -> contactBook.require(contact)).customer()).isEqualTo(survivor);
        assertThat(asOffice(() -> takingIn.customers(List.of(IncomingCustomer.of(1, "A", "鸿远重型机械")))))
            .extracting(TakenIn::outcome)
            .containsExactly(Outcome.UNCHANGED);

        asOffice(() -> {
            merging.undo(merge);
            return "";
        });
        entities.flush();
        entities.clear();
        assertThat(asOffice(() -> customerBook.require(survivor)).name()).isEqualTo("鸿远重工");
        assertThat(asOffice(() -> customerBook.require(absorbed)).name()).isEqualTo("鸿远重型机械");
        assertThat(asOffice(() -> contactBook.require(contact)).customer()).isEqualTo(absorbed);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> asOffice(() -> {
            merging.undo(merge);
            return "";
        }));
    }

    @Test
    void aMergedPersonIsFoundByTheNumbersOfBoth() {
        var customer = register("合并人员", null);
        var one = asOffice(() -> registeringContacts.register(customer, ContactDetails.named("王芳"),
                List.of(PointWish.phone("13900139000"))));
        var other = asOffice(() -> registeringContacts.register(customer, ContactDetails.named("王方"),
                List.of(PointWish.phone("13900139000"), PointWish.phone("021-5555 6666"))));
        finding.look(1000);
        assertThat(asOffice(() -> duplicates.open(MergeKind.CONTACT, 10, null)).items()).isNotEmpty();
        entities.flush();
        var merge = asOffice(() -> merging.merge(one, other, Set.of(), null));
        entities.flush();
        entities.clear();
        assertThat(asOffice(() -> contactBook.byPoint("55556666"))).extracting(ContactCard::id).containsExactly(one);
        assertThat(asOffice(() -> contactBook.byPoint("13900139000"))).extracting(ContactCard::id).containsExactly(one);
        assertThat(asOffice(() -> contactBook.byPoint("王方"))).extracting(ContactCard::id).containsExactly(one);
        asOffice(() -> {
            merging.undo(merge);
            return "";
        });
        entities.flush();
        entities.clear();
        assertThat(asOffice(() -> contactBook.byPoint("13900139000"))).extracting(ContactCard::id)
            .containsExactlyInAnyOrder(one, other);
        assertThat(asOffice(() -> contactBook.byPoint("55556666"))).extracting(ContactCard::id).containsExactly(other);
    }

    @Test
    void aCompanyIsNotMergedWithItsOwnGroup() {
        var group = register("鸿远集团", null);
        var below = asOffice(() -> registeringCustomers.register(new CustomerDetails(CustomerKind.COMPANY,
                CustomerStatus.CUSTOMER, group, null, "鸿远", null, null, null, null, null, null)));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> asOffice(() -> merging.merge(group, below, Set.of(), null)))
            .satisfies(it -> assertThat(it.code()).isEqualTo("merge.related"));
    }

    private CustomerId register(String name, @org.jspecify.annotations.Nullable String key) {
        return asOffice(() -> registeringCustomers.register(new CustomerDetails(CustomerKind.COMPANY,
                CustomerStatus.CUSTOMER, null, null, name, null, null, null, null, null, key)));
    }

}
