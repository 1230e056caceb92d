package io.cesm.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.governance.cost.WeighingCosts;
import io.cesm.governance.diagnosis.DiagnosisFilter;
import io.cesm.governance.report.CountingReports;
import io.cesm.governance.report.ReadingDashboards;
import io.cesm.governance.topissue.MeasuringTopIssues;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.web.followup.Answered;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever counts answers outside the surveys skips those that were left out: here six
 * answers of ten count, and a seventh of nought does not.
 */
@WebTest
class LeftOutAnswersTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private StaffId manager;

    private LocalDate today = LocalDate.EPOCH;

    private UUID survey;

    private UUID trial;

    @BeforeEach
    void sixAnswersThatCountAndOneThatMayNot() {
        var accounts = new Accounts(context);
        account = accounts.make();
        today = accounts.today();
        manager = people.hire(account.unit(), Role.MANAGER);
        var answered = new Answered(context, "NAMED", null);
        survey = answered.survey();
        for (int i = 0; i < 6; i++) {
            answered.by(account.customer(), account.contact(), "{\"q1\": 5, \"q6\": 10}", "{}");
        }
        trial = answered.by(account.customer(), account.contact(), "{\"q1\": 1, \"q6\": 0}", "{}");
    }

    @Test
    void inReports() {
        assertThat(reported()).isEqualTo(7);
        leaveOut();
        assertThat(reported()).isEqualTo(6);
    }

    @Test
    void onDashboards() {
        assertThat(onDashboard()).isEqualTo(7);
        leaveOut();
        assertThat(onDashboard()).isEqualTo(6);
    }

    @Test
    void inTheRecommendationBesideCosts() {
        assertThat(recommended()).isLessThan(100);
        leaveOut();
        assertThat(recommended()).isEqualTo(100);
    }

    @Test
    void inTheMeasureOfATopIssue() {
        var issue = people.as(account.csr(),
                () -> context.getBean(RaisingTopIssues.class)
                    .raise(new NominateTopIssue("备件慢", "备件要三周", List.of(new CustomerId(account.customer())), null, null,
                            account.csr(), List.of(), false)));
        jdbc.sql("update top_issue set measure_kind = 'SURVEY_ITEM', measure_item = 'q1' where id = ?")
            .param(issue.id())
            .update();
        leaveOut();

        var series = people.as(account.csr(), () -> context.getBean(MeasuringTopIssues.class)
            .series(context.getBean(TopIssueBook.class).require(issue)));

        assertThat(series).singleElement().satisfies(it -> {
            assertThat(it.n()).isEqualTo(6);
            assertThat(it.value()).isEqualByComparingTo("5");
        });
    }

    private long reported() {
        return people.as(manager, () -> context.getBean(CountingReports.class).brief(account.unit(), today, today))
            .now()
            .answers();
    }

    private long onDashboard() {
        return people.as(manager, () -> context.getBean(ReadingDashboards.class).months(account.unit()))
            .getLast()
            .answers();
    }

    private double recommended() {
        var filter = new DiagnosisFilter(null, account.unit(), null, today, today);
        return people.as(manager, () -> context.getBean(WeighingCosts.class).of(filter))
            .without()
            .recommend()
            .now()
            .value();
    }

    private void leaveOut() {
        jdbc.sql("""
                insert into answer_left_out (response_id, survey_id, reason, words, staff_id, at, had_readings)
                values (?, ?, 'TRIAL', '试填的一份', ?, now(), false)""").params(trial, survey, account.csr().id()).update();
    }

}
