package io.cesm.satisfaction.answer;

import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking somebody who was invited, by phone or face to face: one of the staff reads the
 * questions out and notes the answers, and is named as who asked.
 */
@Service
public class Interviewing {

    private final AnswerLinks links;

    private final TakingAnswers taking;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    Interviewing(AnswerLinks links, TakingAnswers taking, CurrentActor current, JdbcClient jdbc) {
        this.links = links;
        this.taking = taking;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Whom the conversation is with, and about what. */
    @Transactional(readOnly = true)
    public AnswerLink open(UUID survey, UUID invitation) {
        var actor = current.actor();
        actor.requireMay(Right.EXPECTATION_EDIT);
        var scope = actor.scope();
        if (jdbc
            .sql("select count(*) from survey_invitation i where i.id = :id and i.survey_id = :survey and "
                    + scope.sql("i.customer_id"))
            .param("id", invitation)
            .param("survey", survey)
            .params(scope.params())
            .query(Integer.class)
            .single() == 0) {
            throw new UnknownThing();
        }
        var link = links.ofInvitation(survey, invitation);
        if (link.survey().anonymous()) {
            throw new Refusal("answer.interview_anonymous");
        }
        return link;
    }

    /** Takes what was answered in the conversation. */
    public Receipt take(UUID survey, UUID invitation, Given given) {
        var link = open(survey, invitation);
        var staff = current.actor().requireStaff();
        return taking.take(link, new Given(given.answers(), given.language(), null, staff.toString()));
    }

    /** Notes that the person does not want to answer. */
    @Transactional
    public void decline(UUID survey, UUID invitation) {
        open(survey, invitation);
        if (jdbc.sql("""
                update survey_invitation set state = 'DECLINED', version = version + 1
                 where id = ? and state in ('QUEUED', 'SENT', 'OPENED', 'BEGUN', 'BOUNCED')""")
            .param(invitation)
            .update() == 0) {
            throw new LinkClosed(LinkState.ANSWERED);
        }
        jdbc.sql("delete from answer_draft where invitation_id = ?").param(invitation).update();
    }

}
