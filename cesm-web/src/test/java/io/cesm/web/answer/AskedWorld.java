package io.cesm.web.answer;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.support.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer with somebody who is asked. */
final class AskedWorld {

    private final ApplicationContext context;

    private final JdbcClient jdbc;

    final Accounts.Made account;

    AskedWorld(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.account = new Accounts(context).make();
    }

    /** A survey in the field that asks what a template asks. */
    UUID survey(String template, Anonymity anonymity) {
        var it = context.getBean(Templates.class).find(template).orElseThrow();
        var questionnaire = Acting.as(Actor.system("test"), () -> {
            var id = context.getBean(WritingQuestionnaires.class).begin(it.profile("zh"), it.definition());
            context.getBean(PublishingQuestionnaires.class)
                .publish(id, context.getBean(QuestionnaireBook.class).require(id).version(),
                        new PublishQuestionnaire(Map.of(), null));
            return id;
        });
        var survey = UUID.randomUUID();
        jdbc.sql("""
                insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state,
                                    created_at, changed_at, version)
                select ?, ?, '{"zh": "调查", "en": "Survey"}', 'OWN', 'SERVICE', v.questionnaire_id, v.id, ?, 'FIELDED',
                       now(), now(), 0 from questionnaire_version v where v.questionnaire_id = ?""")
            .params(survey, "S-" + survey.toString().substring(0, 8), anonymity.name(), questionnaire.id())
            .update();
        return survey;
    }

    /** Somebody who was invited, and the token they were sent. */
    record Asked(UUID invitation, String token) {
    }

    Asked invite(UUID survey) {
        return invite(survey, account.contact(), "zh");
    }

    Asked invite(UUID survey, @Nullable UUID contact, String language) {
        var invitation = UUID.randomUUID();
        var token = (invitation.toString() + UUID.randomUUID()).replace("-", "").substring(0, 43);
        jdbc.sql(
                """
                        insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state, token_hash,
                                                       about, not_before, sent_at, created_at, version)
                        values (?, ?, ?, ?, 'MAIL', ?, 'SENT', ?, '{"case": "ITR-7", "touch_point": "repair"}', now(), now(), now(), 0)""")
            .params(Arrays.asList(invitation, survey, account.customer(), contact, language, hash(token)))
            .update();
        return new Asked(invitation, token);
    }

    /** More people of the same customer. */
    List<UUID> contacts(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> {
            var id = UUID.randomUUID();
            jdbc.sql(
                    """
                            insert into contact (id, customer_id, kind, name, name_key, language, search, created_at, updated_at,
                                                 version) values (?, ?, 'CUSTOMER', ?, ?, 'zh', '', now(), now(), 0)""")
                .params(id, account.customer(), "人" + i, "人" + i)
                .update();
            return id;
        }).toList();
    }

    String state(UUID invitation) {
        return jdbc.sql("select state from survey_invitation where id = ?")
            .param(invitation)
            .query(String.class)
            .single();
    }

    int count(String table, UUID survey) {
        return jdbc.sql("select count(*) from " + table + " where survey_id = ?")
            .param(survey)
            .query(Integer.class)
            .single();
    }

    String now() {
        return context.getBean(Clock.class).instant().atOffset(ZoneOffset.UTC).toString();
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes());
        }
        catch (java.security.NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

}
