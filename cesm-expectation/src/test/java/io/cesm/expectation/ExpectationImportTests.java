package io.cesm.expectation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.NotAllowed;
import io.cesm.domain.people.Role;
import io.cesm.domain.support.PostgresSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PostgresSlice
@Import(Company.class)
class ExpectationImportTests {

    @Autowired
    ImportKinds kinds;

    @Autowired
    Company company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String name;

    private CustomerId customer;

    private ContactId lin;

    private Actor office;

    @BeforeEach
    void aCustomerWithTwoPeople() {
        name = "导入机电" + UUID.randomUUID().toString().substring(0, 8);
        var unit = company.unit("华东");
        customer = company.customer(unit, name, 1);
        jdbc.sql("update customer set name_key = ? where id = ?").params(NameKey.of(name), customer.id()).update();
        lin = person("林晓", "PHONE", "+8613800138011");
        person("赵琪", "EMAIL", "zhao.qi@example.com");
        office = Company.actor(company.staff(unit, "王办"), Role.OFFICE);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aRowBecomesAnExpectationOnceHoweverOftenItComes() {
        var rows = List.of(
                row(2, "key", "K1" + name, "contact", "138 0013 8011", "verbatim", "备件两天到", "dimension", "交付",
                        "channel", "拜访", "saidOn", "2026/01/20", "importance", "5", "kano", "必备", "flow", "itr",
                        "measure", "小时", "expectedLevel", "90", "wantedOn", "2027年3月1日", "state", "已澄清"),
                row(3, "contact", "ZHAO.QI@example.com", "verbatim", "每周一份清单"));
        assertThat(take(rows)).extracting(RowAnswer::outcome).containsExactly(Outcome.CREATED, Outcome.CREATED);
        assertThat(jdbc
            .sql("select state, contact_id, importance, kano, expected_level::int as level from expectation"
                    + " where customer_id = ? and verbatim = '备件两天到'")
            .param(customer.id())
            .query()
            .singleRow()).containsEntry("state", "CLARIFIED")
            .containsEntry("contact_id", lin.id())
            .containsEntry("kano", "MUST_BE")
            .containsEntry("level", 90);
        assertThat(readings()).isEqualTo(1);
        assertThat(noted()).isEqualTo(3);

        assertThat(take(rows)).extracting(RowAnswer::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(count()).isEqualTo(2);
        assertThat(noted()).isEqualTo(3);
    }

    @Test
    void aRowThatChangedCorrectsWhatItSaidAndBlankCellsStay() {
        take(List.of(row(2, "key", "K2" + name, "contact", "林晓", "verbatim", "交期太长", "dimension", "delivery",
                "importance", "3")));
        var again = take(List.of(row(2, "key", "K2" + name, "contact", "林晓", "verbatim", "交期太长", "importance", "4")));
        assertThat(again).extracting(RowAnswer::outcome).containsExactly(Outcome.CHANGED);
        assertThat(jdbc.sql("select importance, dimension_code from expectation where customer_id = ?")
            .param(customer.id())
            .query()
            .singleRow()).containsEntry("importance", 4).containsEntry("dimension_code", "delivery");
    }

    @Test
    void whatMakesNoSenseIsRefusedRowByRowAndTheOthersComeIn() {
        var answers = take(List.of(row(2, "customer", "没有", "contact", "林晓", "verbatim", "x"),
                row(3, "contact", "13999999999", "verbatim", "x"),
                row(4, "contact", "林晓", "verbatim", "x", "saidOn", "昨天"),
                row(5, "contact", "林晓", "verbatim", "x", "expectedLevel", "120"),
                row(6, "contact", "林晓", "verbatim", "x", "state", "COMMITTED"),
                row(7, "contact", "林晓", "verbatim", "x", "state", "CLARIFIED"),
                row(8, "contact", "林晓", "verbatim", "x", "dimension", "天气"), row(9, "contact", "林晓"),
                row(10, "key", "K3" + name, "contact", "林晓", "verbatim", "好的"),
                row(11, "key", "K3" + name, "contact", "林晓", "verbatim", "不同的")));
        assertThat(answers)
            .extracting(it -> it.problems().isEmpty() ? it.outcome().name() : it.problems().getFirst().code())
            .containsExactly("import.customer_unknown", "import.contact_unknown", "import.day_unreadable",
                    "level.range", "expectation.import.state", "expectation.clarify.measure_missing", "word.unknown",
                    "text.required", "CREATED", "import.key_twice");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void twoPeopleOfOneNameAreToldApartByAnotherColumn() {
        person("林晓", "EMAIL", "lin2@example.com");
        var answers = take(List.of(row(2, "contact", "林晓", "verbatim", "谁说的"), new ImportRow(3, Map.of("customer",
                List.of(name), "contact", List.of("林晓", "13800138011"), "verbatim", List.of("我说的")))));
        assertThat(answers.get(0).problems().getFirst().code()).isEqualTo("import.contact_ambiguous");
        assertThat(answers.get(1).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aTrialLeavesNothingBehind() {
        var rows = List.of(row(2, "key", "K4" + name, "contact", "林晓", "verbatim", "先试一下"));
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(walk(rows, true)).extracting(RowAnswer::outcome).containsExactly(Outcome.CREATED);
        });
        assertThat(count()).isZero();
        assertThat(take(rows)).extracting(RowAnswer::outcome).containsExactly(Outcome.CREATED);
    }

    @Test
    void aCustomerOutOfReachDoesNotExistAndWhoMayNotEditMayNotImport() {
        var stranger = Company.actor(company.staff(company.unit("华北"), "外人"), Role.CSR);
        var answers = Acting.as(stranger,
                () -> transaction.execute(s -> walkHere(List.of(row(2, "contact", "林晓", "verbatim", "x")), false)));
        assertThat(answers).extracting(it -> it.problems().getFirst().code())
            .containsExactly("import.customer_unknown");
        var admin = Company.actor(company.staff(company.unit("总部"), "管理员"), Role.ADMIN);
        assertThatExceptionOfType(NotAllowed.class)
            .isThrownBy(() -> Acting.as(admin, () -> kinds.require("expectations").judge(plan(Map.of()))));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> Acting.as(office, () -> kinds.require("expectations").judge(plan(Map.of()))));
    }

    private List<RowAnswer> take(List<ImportRow> rows) {
        return transaction.execute(status -> walk(rows, false));
    }

    private List<RowAnswer> walk(List<ImportRow> rows, boolean dry) {
        return Acting.as(office, () -> walkHere(rows, dry));
    }

    private List<RowAnswer> walkHere(List<ImportRow> rows, boolean dry) {
        return kinds.require("expectations").open(plan(Map.of())).take(rows, dry);
    }

    private static ImportPlan plan(Map<String, String> settings) {
        return new ImportPlan(UUID.randomUUID(), "I-1", List.of(), Map.of(), settings);
    }

    private ImportRow row(long number, String... cells) {
        Map<String, List<String>> values = new HashMap<>(Map.of("customer", List.of(name)));
        for (int i = 0; i < cells.length; i += 2) {
            values.put(cells[i], new ArrayList<>(List.of(cells[i + 1])));
        }
        return new ImportRow(number, values);
    }

    private ContactId person(String called, String kind, String normal) {
        var id = company.contact(customer, called);
        jdbc.sql("update contact set name_key = ? where id = ?").params(NameKey.of(called), id.id()).update();
        jdbc.sql("insert into contact_point (id, contact_id, kind, value, normal, preferred, created_at)"
                + " values (?, ?, ?, ?, ?, true, now())")
            .params(UUID.randomUUID(), id.id(), kind, normal, normal)
            .update();
        return id;
    }

    private long count() {
        return jdbc.sql("select count(*) from expectation where customer_id = ?")
            .param(customer.id())
            .query(Long.class)
            .single();
    }

    private long readings() {
        return jdbc.sql("select count(*) from level_reading where customer_id = ?")
            .param(customer.id())
            .query(Long.class)
            .single();
    }

    private long noted() {
        return jdbc.sql("select count(*) from timeline_entry where customer_id = ?")
            .param(customer.id())
            .query(Long.class)
            .single();
    }

}
