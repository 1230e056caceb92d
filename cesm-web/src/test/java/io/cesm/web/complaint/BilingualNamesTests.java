package io.cesm.web.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.OrganisingUnits;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitKind;
import io.cesm.governance.policy.ServicePolicies;
import io.cesm.governance.policy.ServicePolicy;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class BilingualNamesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private ServicePolicies policies;

    private StaffId office = new StaffId(null);

    @BeforeEach
    void somebodyWhoKeepsSettings() {
        office = people.hire(Role.OFFICE);
    }

    @Test
    void whatCameAlongIsNamedInTheLanguageOfTheReader() {
        assertThat(page("/complaints/policies", "en")).bodyText()
            .contains("Grade 2 complaints of strategic customers", "Office hours, mainland China")
            .doesNotContain("战略客户二级投诉");
        assertThat(page("/complaints/policies", "zh")).bodyText()
            .contains("战略客户二级投诉", "中国大陆工作时间")
            .doesNotContain("strategic customers");
        assertThat(page("/complaints/escalation", "en")).bodyText()
            .contains("General escalation")
            .doesNotContain("通用升级规则");
        assertThat(page("/complaints/escalation", "zh")).bodyText().contains("通用升级规则");
    }

    @Test
    void aClockNamesItsPolicyInTheLanguageOfTheReader() {
        var account = new Accounts(context).make();
        var id = people.as(account.csr(),
                () -> context.getBean(FilingComplaints.class)
                    .file(new FileComplaint(ComplaintKind.COMPLAINT, new CustomerId(account.customer()),
                            new ContactId(account.contact()), null, "停机", ComplaintChannel.PHONE, null, null, null,
                            null, null, 4, 4, false, account.csr(), false), List.of()));
        assertThat(page("/complaints/" + id, "en")).bodyText().contains("Everything else").doesNotContain("其他 ·");
        assertThat(page("/complaints/" + id, "zh")).bodyText().contains("其他").doesNotContain("Everything else");
    }

    @Test
    void aNameSomebodyWroteStaysAsWrittenUntilTheyWriteAnEnglishOne() {
        var made = people.as(office, () -> policies.add(policy("外贸客户", null)));
        try {
            assertThat(page("/complaints/policies", "en")).bodyText().contains("外贸客户");
            people.as(office, () -> policies.revise(copy(made, "Export customers")));
            assertThat(page("/complaints/policies", "en")).bodyText()
                .contains("Export customers")
                .doesNotContain("外贸客户");
        }
        finally {
            people.as(office, () -> policies.remove(made.id(), policies.require(made.id()).version()));
        }
    }

    @Test
    void aUnitIsNamedInTheLanguageOfTheReader() {
        var unit = people.as(people.hire(Role.ADMIN), () -> context.getBean(OrganisingUnits.class)
            .found(people.company(), UnitKind.REGION, "西南大区", "Southwest Region", null));
        for (var list : List.of("/complaints", "/expectations", "/top-issues")) {
            assertThat(page(list + "?unit=" + unit.id(), "en")).as(list)
                .bodyText()
                .contains("Southwest Region")
                .doesNotContain("西南大区");
            assertThat(page(list + "?unit=" + unit.id(), "zh")).as(list)
                .bodyText()
                .contains("西南大区")
                .doesNotContain("Southwest Region");
        }
    }

    private MvcTestResult page(String path, String language) {
        return web.get().uri(path).header("Accept-Language", language).with(SignedIn.as(office)).exchange();
    }

    private static ServicePolicy policy(String name, String nameEn) {
        return new ServicePolicy(new UUID(0, 0), 77_777, name, nameEn, null, 4, 4, ComplaintChannel.OTHER, "cn", 60, 60,
                60, 0);
    }

    private static ServicePolicy copy(ServicePolicy it, String nameEn) {
        return new ServicePolicy(it.id(), it.rank(), it.name(), nameEn, it.kind(), it.grade(), it.tier(), it.channel(),
                it.calendar(), it.firstResponse(), it.nextUpdate(), it.resolution(), it.version());
    }

}
