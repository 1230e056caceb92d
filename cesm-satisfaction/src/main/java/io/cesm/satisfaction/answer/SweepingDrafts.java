package io.cesm.satisfaction.answer;

import java.sql.Date;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.Asking;
import io.cesm.satisfaction.questionnaire.AskedPage;
import io.cesm.satisfaction.questionnaire.Extraction;
import io.cesm.satisfaction.questionnaire.Judging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends what was never finished: when a survey is over, what people had answered until
 * they broke off is kept as incomplete; what nobody can or may read is thrown away, and
 * so is what was left alone for a month, and files that belong to no answer.
 */
@Service
public class SweepingDrafts {

    private static final int DAYS = 30;

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    private final AnswerLinks links;

    private final AnswerUploads uploads;

    private final JsonMapper json;

    private final Clock clock;

    SweepingDrafts(JdbcClient jdbc, AnswerLinks links, AnswerUploads uploads, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.uploads = uploads;
        this.json = json;
        this.clock = clock;
    }

    private record Left(String key, UUID survey, UUID invitation, String answers, String language) {
    }

    /** Ends some drafts; returns how many were kept as incomplete answers. */
    @Transactional
    public int sweep() {
        var today = CompanyTime.today(clock);
        var left = jdbc.sql("""
                select d.key, d.survey_id, d.invitation_id, d.answers, d.language
                  from answer_draft d join survey s on s.id = d.survey_id
                 where d.answers is not null and d.invitation_id is not null and d.answers <> '{}'
                   and (s.state in ('CLOSED', 'ANALYSED') or s.closes_on < :today)
                 order by d.key limit :most for update of d skip locked""")
            .param("today", today)
            .param("most", AT_ONCE)
            .query((rs, i) -> new Left(rs.getString(1), rs.getObject(2, UUID.class), rs.getObject(3, UUID.class),
                    rs.getString(4), rs.getString(5)))
            .list();
        int kept = (int) left.stream().filter(this::keep).count();
        jdbc.sql("""
                delete from answer_draft d using survey s where s.id = d.survey_id
                   and (d.saved_on < :old or ((d.sealed is not null or d.invitation_id is null or d.answers = '{}')
                        and (s.state in ('CLOSED', 'ANALYSED') or s.closes_on < :today)))""")
            .param("old", Date.valueOf(today.minusDays(DAYS)))
            .param("today", today)
            .update();
        uploads.sweep(today, DAYS);
        return kept;
    }

    /** Keeps the pages that were answered without fault. */
    private boolean keep(Left left) {
        var link = links.ofInvitation(left.survey(), left.invitation());
        jdbc.sql("delete from answer_draft where key = ?").param(left.key()).update();
        var said = new Answers(json.readValue(left.answers(), new TypeReference<Map<String, List<String>>>() {
        }));
        List<AskedPage> sound = new Asking(link.definition(), link.circumstances()).pages(said)
            .stream()
            .filter(page -> page.fields().stream().anyMatch(said::has) && Judging.page(page, said).isEmpty())
            .toList();
        var answer = StoredAnswer.of(Extraction.of(sound, said));
        if (answer.items().isEmpty() && answer.words().isEmpty()) {
            return false;
        }
        return store(left, link, answer, said);
    }

    private boolean store(Left left, AnswerLink link, StoredAnswer answer, Answers said) {
        var now = clock.instant();
        var id = Uuid7.at(now.toEpochMilli());
        var day = Date.valueOf(CompanyTime.dayOf(now));
        int keyed = jdbc.sql(
                "insert into survey_response_key (survey_id, key, response_id) values (?, ?, ?) on conflict do nothing")
            .params(left.survey(), link.key(), id)
            .update();
        if (keyed == 0) {
            return false;
        }
        jdbc.sql(
                """
                        insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language,
                                                     customer_id, contact_id, answered_at, segments, items, words)
                        select :id, :day, i.survey_id, :version, false, false, i.channel, :language, i.customer_id, i.contact_id,
                               :at, cast(:segments as jsonb), cast(:items as jsonb), cast(:words as jsonb)
                          from survey_invitation i where i.id = :invitation""")
            .param("id", id)
            .param("day", day)
            .param("version", link.survey().version())
            .param("language", left.language())
            .param("at", now.atOffset(java.time.ZoneOffset.UTC))
            .param("segments", json.writeValueAsString(link.who().frozen(left.language())))
            .param("items", answer.items(json))
            .param("words", answer.words(json))
            .param("invitation", left.invitation())
            .update();
        jdbc.sql("insert into survey_pending (survey_id, answered_on, response_id) values (?, ?, ?)")
            .params(left.survey(), day, id)
            .update();
        uploads.belongTo(link, id, said);
        return true;
    }

}
