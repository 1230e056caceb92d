package io.cesm.satisfaction.fielding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.people.CurrentActor;

/** How far a survey is among the reader's customers, in one statement. */
@Component
@Transactional(readOnly = true)
public class FieldStatusBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    FieldStatusBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    private record Cell(int tier, FrameOutcome outcome, long people, long invited, long begun, long answered,
            long declined, long bounced) {
    }

    public FieldStatus of(SurveyId survey) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("survey", survey.id());
        var cells = jdbc
            .sql("""
                    select coalesce(f.tier, 0) as tier, f.outcome, count(*) as people,
                           count(*) filter (where i.sent_at is not null
                                               or i.state in ('SENT', 'OPENED', 'BEGUN', 'ANSWERED', 'BOUNCED', 'DECLINED')) as invited,
                           count(*) filter (where i.state = 'BEGUN') as begun,
                           count(*) filter (where i.state = 'ANSWERED') as answered,
                           count(*) filter (where i.state = 'DECLINED') as declined,
                           count(*) filter (where i.state = 'BOUNCED') as bounced
                      from survey_frame f left join survey_invitation i on i.id = f.invitation_id
                     where f.survey_id = :survey and %s group by 1, 2 order by 1, 2"""
                .formatted(scope.sql("f.customer_id")))
            .params(params)
            .query((rs, n) -> new Cell(rs.getInt("tier"), FrameOutcome.valueOf(rs.getString("outcome")),
                    rs.getLong("people"), rs.getLong("invited"), rs.getLong("begun"), rs.getLong("answered"),
                    rs.getLong("declined"), rs.getLong("bounced")))
            .list();
        Map<FrameOutcome, Long> outcomes = new EnumMap<>(FrameOutcome.class);
        var tiers = new ArrayList<TierStatus>();
        var all = new TierStatus(-1, 0, 0, 0, 0, 0, 0, 0);
        for (var each : cells) {
            outcomes.merge(each.outcome, each.people, Long::sum);
            var status = status(each);
            all = all.plus(status);
            if (!tiers.isEmpty() && tiers.getLast().tier() == each.tier) {
                var both = tiers.removeLast().plus(status);
                tiers.add(named(each.tier, both));
            }
            else {
                tiers.add(status);
            }
        }
        return new FieldStatus(outcomes, List.copyOf(tiers), all);
    }

    /**
     * Whether people can come to a survey without a frame: by events, open links or
     * devices.
     */
    public boolean hasOtherWays(SurveyId survey) {
        return jdbc.sql("""
                select exists (select from survey_trigger t where t.survey_id = :survey and t.active)
                    or exists (select from survey_link l where l.survey_id = :survey and l.revoked_at is null)
                    or exists (select from survey_device d where d.survey_id = :survey and d.ended_at is null)""")
            .param("survey", survey.id())
            .query(Boolean.class)
            .single();
    }

    private static TierStatus status(Cell it) {
        boolean askable = it.outcome != FrameOutcome.NO_CONSENT && it.outcome != FrameOutcome.NO_ADDRESS;
        return new TierStatus(it.tier, it.people, askable ? it.people : 0, it.invited, it.begun, it.answered,
                it.declined, it.bounced);
    }

    private static TierStatus named(int tier, TierStatus it) {
        return new TierStatus(tier, it.frame(), it.askable(), it.invited(), it.begun(), it.answered(), it.declined(),
                it.bounced());
    }

}
