package io.cesm.web.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.attainment.ComplaintFigures;
import io.cesm.governance.attainment.ComplaintFigures.Grouping;
import io.cesm.governance.attainment.ComplaintPeriod;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class AttainmentTests {

    /** A Tuesday, 09:00 in Shanghai, long after today, so that no job interferes. */
    private static final Instant NINE = Instant.parse("2032-04-13T01:00:00Z");

    private static final ComplaintPeriod DAY = new ComplaintPeriod(LocalDate.of(2032, 4, 13), LocalDate.of(2032, 4, 13),
            null, null, null);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private HandingComplaints handing;

    @Autowired
    private ComplaintFigures figures;

    @Test
    void countsClocksHandsAndHoursAndLeadsToTheRecords() {
        var account = new Accounts(context).make();
        var quick = at(0, () -> file(account));
        at(60, () -> tell(account, quick));
        var slow = at(0, () -> file(account));
        at(60 * 30, () -> tell(account, slow)); // the next day, 15:00
        at(60, () -> people.as(account.csr(), () -> {
            handing.offer(quick, account.fr(), "请接手现场");
            return quick;
        }));
        at(90, () -> people.as(account.fr(), () -> {
            handing.accept(quick);
            return quick;
        }));

        var kept = at(60 * 31, () -> people.as(account.csr(), () -> figures.kept(DAY)));
        var first = kept.stream()
            .filter(it -> it.clock() == ClockKind.FIRST_RESPONSE && it.grouping() == Grouping.ALL)
            .findFirst()
            .orElseThrow();
        assertThat(List.of(first.met(), first.late())).as("kept, not kept").containsExactly(1L, 1L);
        assertThat(kept).filteredOn(it -> it.clock() == ClockKind.FIRST_RESPONSE && it.grouping() == Grouping.PERSON)
            .extracting(it -> it.id())
            .containsExactlyInAnyOrder(account.csr().id(), account.fr().id());
        var passes = people.as(account.csr(), () -> figures.passes(DAY));
        assertThat(passes).singleElement()
            .satisfies(it -> assertThat(it.from()).isEqualTo(account.csr().id()))
            .satisfies(it -> assertThat(it.to()).isEqualTo(account.fr().id()));
        assertThat(people.as(account.csr(), () -> figures.passed(DAY, account.csr().id(), account.fr().id())))
            .singleElement()
            .satisfies(it -> assertThat(it.complaint()).isEqualTo(quick))
            .satisfies(it -> assertThat(it.note()).isEqualTo("请接手现场"));
        var handOffs = people.as(account.csr(), () -> figures.handOffs(DAY));
        assertThat(handOffs.mean()).isEqualTo(0.5);
        var held = at(60 * 31, () -> people.as(account.csr(), () -> figures.held(DAY)));
        assertThat(held).hasSize(2).allSatisfy(it -> assertThat(it.hours()).isPositive());
        assertThat(people.as(new Accounts(context).make().csr(), () -> figures.kept(DAY))).as("strangers").isEmpty();

        var days = "?from=2032-04-13&to=2032-04-13";
        assertThat(get("/complaints/analysis" + days, account.csr())).hasStatusOk()
            .bodyText()
            .contains("Clocks kept", "50.0", "late=FIRST_RESPONSE");
        assertThat(get("/complaints?view=all&receivedFrom=2032-04-13&receivedTo=2032-04-13&late=FIRST_RESPONSE",
                account.csr()))
            .hasStatusOk()
            .bodyText()
            .contains("/complaints/" + slow)
            .doesNotContain("/complaints/" + quick);
        assertThat(get("/complaints/analysis/passes" + days + "&giver=" + account.csr() + "&receiver=" + account.fr(),
                account.csr()))
            .hasStatusOk()
            .bodyText()
            .contains("请接手现场");
        for (var part : List.of("clocks.csv", "holders.csv", "passes.xlsx")) {
            assertThat(get("/complaints/analysis/" + part + days, account.csr())).as(part).hasStatusOk();
        }
        assertThat(get("/complaints/calendar?month=2032-04", account.csr())).hasStatusOk()
            .bodyText()
            .contains("/complaints/" + quick);
    }

    @Test
    void everyCycleOfTheNextUpdateCountsAndStandsOnTheRecord() {
        var account = new Accounts(context).make();
        var id = at(0, () -> file(account));
        at(30, () -> tell(account, id));
        at(60, () -> say(account, id, "备件已发"));
        at(90, () -> say(account, id, "工程师已到"));
        at(60 * 24 * 6, () -> say(account, id, "六天没有说话"));
        at(60 * 24 * 6 + 30, () -> say(account, id, "已换好"));

        var next = at(60 * 24 * 6 + 40, () -> people.as(account.csr(), () -> figures.kept(DAY))).stream()
            .filter(it -> it.clock() == ClockKind.NEXT_UPDATE && it.grouping() == Grouping.ALL)
            .findFirst()
            .orElseThrow();
        assertThat(List.of(next.met(), next.late())).as("three told in time, one not; the fifth still runs")
            .containsExactly(3L, 1L);
        assertThat(get("/complaints/" + id, account.csr())).hasStatusOk()
            .bodyText()
            .contains("before: 3 in time, 1 too late")
            .doesNotContain("??");
    }

    private ComplaintId say(Accounts.Made account, ComplaintId id, String words) {
        return people.as(account.csr(), () -> {
            handling.say(id, MessageKind.TO_CUSTOMER, words, ComplaintChannel.PHONE);
            return id;
        });
    }

    private ComplaintId file(Accounts.Made account) {
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "阀门卡滞");
        return people.as(account.csr(),
                () -> filing.file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                        ComplaintChannel.PHONE, null, null, null, null, null, 2, 3, false, account.csr(), false),
                        List.of()));
    }

    private ComplaintId tell(Accounts.Made account, ComplaintId id) {
        return people.as(account.csr(), () -> {
            handling.take(id, null, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
            return id;
        });
    }

    private static <T> T at(int minutes, Supplier<T> work) {
        return ScopedClock.at(NINE.plus(Duration.ofMinutes(minutes)), work);
    }

    private MvcTestResult get(String path, StaffId who) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(who)).exchange();
    }

}
