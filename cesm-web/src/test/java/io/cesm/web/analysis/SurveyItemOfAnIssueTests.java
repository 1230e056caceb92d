package io.cesm.web.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.governance.topissue.MeasuringTopIssues;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Survey items as measures of TOP issues. */
@WebTest
class SurveyItemOfAnIssueTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private Templates templates;

    @Autowired
    private MeasuringTopIssues measuring;

    @Autowired
    private RaisingTopIssues raising;

    @Autowired
    private LeadingTopIssues leading;

    @Autowired
    private TopIssueBook book;

    @Autowired
    private Clock clock;

    @Test
    void countAnswersOfTheirOwnQuestionnaireAlone() throws Exception {
        var account = new Accounts(context).make();
        var service = asked("transactional", account.customer(), 5);
        asked("delivery", account.customer(), 1);
        var items = people.as(account.csr(), measuring::items);
        assertThat(items.get(service + "/q1").in("zh")).as("the words of the question").contains("对这次服务");

        var today = CompanyTime.today(clock);
        var id = people.as(account.csr(), () -> raising.raise(new NominateTopIssue("服务慢", "三次",
                List.of(new CustomerId(account.customer())), null, null, account.fr(), List.of(), false)));
        people.as(account.csr(), () -> {
            leading.plan(id, null, new PlanTopIssue(MeasureKind.SURVEY_ITEM, "服务满意", service + "/q1", "分", true,
                    BigDecimal.TWO, new BigDecimal("4"), "停线", null, today.plusDays(30), null, 14, 8), null);
            return id;
        });
        assertThat(people.as(account.csr(), () -> measuring.series(book.require(id)))).singleElement()
            .satisfies(it -> assertThat(it.value()).as("not mixed with q1 of another questionnaire")
                .isEqualByComparingTo("5"));
    }

    /**
     * Number of a questionnaire whose first question was answered by a customer today.
     */
    private String asked(String template, UUID customer, int mark) throws InterruptedException {
        var field = Field.of(jdbc, templates, template);
        var today = CompanyTime.today(clock);
        var survey = field.survey("W1", today, "NAMED");
        field.answer(survey, today, customer, "{}", "{\"q1\":" + mark + "}");
        field.counted(survey);
        return jdbc
            .sql("select q.number from questionnaire q join survey s on s.questionnaire_id = q.id where s.id = ?")
            .param(survey)
            .query((rs, i) -> rs.getString(1))
            .single();
    }

}
