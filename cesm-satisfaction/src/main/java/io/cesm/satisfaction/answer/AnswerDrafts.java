package io.cesm.satisfaction.answer;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers in the making. Those of anonymous surveys are sealed with a key that only
 * the link holds.
 */
@Service
@Transactional
public class AnswerDrafts {

    private final JdbcClient jdbc;

    private final AnswerSeal seal;

    private final JsonMapper json;

    private final Clock clock;

    AnswerDrafts(JdbcClient jdbc, AnswerSeal seal, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    private record Row(@Nullable String answers, byte @Nullable [] sealed, @Nullable String page, String language) {
    }

    /**
     * What was answered so far.
     * @param secret what only the holder of the link knows
     */
    @Transactional(readOnly = true)
    public AnswerDraft of(AnswerLink link, String secret) {
        return jdbc.sql("select answers, sealed, page, language from answer_draft where key = ?")
            .param(AnswerWriter.draft(link))
            .query((rs, i) -> new Row(rs.getString(1), rs.getBytes(2), rs.getString(3), rs.getString(4)))
            .optional()
            .map(it -> new AnswerDraft(answers(it, secret), it.page(), it.language()))
            .orElseGet(AnswerDraft::none);
    }

    private Answers answers(Row row, String secret) {
        var text = row.answers();
        if (row.sealed() != null) {
            try {
                text = seal.openFor(secret, row.sealed());
            }
            catch (IllegalStateException sealedForAnotherLink) {
                return Answers.none();
            }
        }
        return text == null ? Answers.none()
                : new Answers(json.readValue(text, new TypeReference<Map<String, List<String>>>() {
                }));
    }

    /** Keeps what was answered so far, and notes that answering has begun. */
    public void keep(AnswerLink link, String secret, AnswerDraft draft) {
        if (link.state() != LinkState.OPEN) {
            throw new LinkClosed(link.state());
        }
        var text = json.writeValueAsString(draft.answers().values());
        var anonymous = link.survey().anonymous();
        jdbc.sql(
                """
                        with begun as (
                            update survey_invitation set state = 'BEGUN', version = version + 1
                             where id = :invitation and state in ('QUEUED', 'SENT', 'BOUNCED', 'OPENED'))
                        insert into answer_draft (key, survey_id, invitation_id, page, language, answers, sealed, saved_on)
                        select :key, :survey, :invitation, :page, :language, cast(:answers as jsonb), cast(:sealed as bytea), :day
                         where cast(:invitation as uuid) is null
                            or exists (select from survey_invitation where id = :invitation and state <> 'ANSWERED')
                        on conflict (key) do update set page = excluded.page, language = excluded.language,
                            answers = excluded.answers, sealed = excluded.sealed, saved_on = excluded.saved_on""")
            .param("key", AnswerWriter.draft(link))
            .param("survey", link.survey().id())
            .param("invitation", link.invitation(), Types.OTHER)
            .param("page", draft.page())
            .param("language", link.definition().language(String.valueOf(draft.language())))
            .param("answers", anonymous ? null : text)
            .param("sealed", anonymous ? seal.sealFor(secret, text) : null, Types.BINARY)
            .param("day", Date.valueOf(CompanyTime.today(clock)))
            .update();
    }

    /** Notes that a link was looked at. */
    public void opened(AnswerLink link) {
        if (link.invitation() != null && link.state() == LinkState.OPEN) {
            jdbc.sql(
                    "update survey_invitation set state = 'OPENED', version = version + 1 where id = ? and state in ('QUEUED', 'SENT', 'BOUNCED')")
                .param(link.invitation())
                .update();
        }
    }

    /** Forgets what one browser began at an open link. */
    public void forget(AnswerLink link) {
        jdbc.sql("delete from answer_draft where key = ?").param(AnswerWriter.draft(link)).update();
    }

    /** Whether an invitation has a draft; for tests and lists. */
    @Transactional(readOnly = true)
    public boolean hasBegun(UUID invitation) {
        return jdbc.sql("select count(*) from answer_draft where invitation_id = ?")
            .param(invitation)
            .query(Integer.class)
            .single() > 0;
    }

}
