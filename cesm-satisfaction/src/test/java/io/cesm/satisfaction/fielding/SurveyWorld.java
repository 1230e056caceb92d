package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.ConsentGiven;
import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerFixture;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Profile;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;

/** Questionnaires, surveys and people for tests of fielding. */
final class SurveyWorld {

    final ApplicationContext context;

    final JdbcClient jdbc;

    SurveyWorld(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    QuestionnaireId published(String template, Anonymity anonymity) {
        var it = context.getBean(Templates.class).find(template).orElseThrow();
        return as(() -> {
            var kind = template.equals("transactional") ? SurveyKind.SERVICE : SurveyKind.COMPETITIVENESS;
            var definition = it.definition();
            if (anonymity == Anonymity.ANONYMOUS) {
                definition = io.cesm.satisfaction.questionnaire.DefinitionJson
                    .read(io.cesm.satisfaction.questionnaire.DefinitionJson.text(definition)
                        .replaceAll("\\{\\{(contact|customer|case|sender)[^}]*}}", "…"));
            }
            var id = context.getBean(WritingQuestionnaires.class).begin(new Profile(kind, anonymity, null), definition);
            context.getBean(PublishingQuestionnaires.class).publish(id, 0, new PublishQuestionnaire(Map.of(), null));
            return id;
        });
    }

    SurveyId planned(QuestionnaireId questionnaire) {
        return as(() -> context.getBean(PlanningSurveys.class)
            .plan(new PlanSurvey(questionnaire, null, Map.of(), "2026 H2", null, today().plusDays(20), null,
                    SurveySettings.usual())));
    }

    SurveyId fielded(String template, Anonymity anonymity) {
        var id = planned(published(template, anonymity));
        as(() -> context.getBean(FieldingSurveys.class).open(id, version(id)));
        return id;
    }

    /** A customer of a tier with so many people, each with a mail address. */
    List<ContactId> people(int tier, int count) {
        var unit = CustomerFixture.unit(jdbc, CustomerFixture.unique("R"));
        return as(() -> {
            var customer = context.getBean(RegisteringCustomers.class)
                .register(CustomerDetails.company(CustomerFixture.unique("试验重工 "), unit));
            jdbc.sql("update customer set tier = ? where id = ?").params(tier, customer.id()).update();
            return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> context.getBean(RegisteringContacts.class)
                    .register(customer, ContactDetails.named("林" + i),
                            List.of(PointWish.mail(UUID.randomUUID() + "@one.example"))))
                .toList();
        });
    }

    CustomerId customerOf(ContactId contact) {
        return new CustomerId(jdbc.sql("select customer_id from contact where id = ?")
            .param(contact.id())
            .query(UUID.class)
            .single());
    }

    void says(ContactId contact, boolean yes) {
        as(() -> {
            context.getBean(RegisteringContacts.class)
                .consent(contact, new ConsentGiven(ConsentPurpose.SURVEY, yes, null, "phone",
                        context.getBean(Clock.class).instant()), null);
            return true;
        });
    }

    long version(SurveyId id) {
        return context.getBean(SurveyDesk.class).require(id).version();
    }

    LocalDate today() {
        return CompanyTime.today(context.getBean(Clock.class));
    }

    static <T> T as(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

}
