package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;

/** What makes the answers of a survey worth a second look, in one statement. */
@Component
public class QualityBook {

    private final ContactGuard guards;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final TransactionTemplate apart;

    private final Clock clock;

    private volatile Known known = new Known(List.of(), Instant.MIN);

    QualityBook(ContactGuard guards, JdbcClient jdbc, CurrentActor current, PlatformTransactionManager transactions,
            Clock clock) {
        this.guards = guards;
        this.jdbc = jdbc;
        this.current = current;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SurveyQuality of(SurveyId survey) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("survey", survey.id());
        return jdbc
            .sql("""
                    select count(*) as frame, count(*) filter (where f.source in ('FILE', 'HAND')) as picked,
                           count(*) filter (where %s) as late, count(*) filter (where %s) as changed,
                           count(*) filter (where i.state = 'ANSWERED') as answered,
                           (select coalesce(sum(o.answers), 0) from survey_own_network o where o.survey_id = :survey) as own
                      from survey_frame f
                      join survey s on s.id = f.survey_id
                      join contact k on k.id = f.contact_id
                      left join survey_invitation i on i.id = f.invitation_id
                     where f.survey_id = :survey and %s"""
                .formatted(PeopleBook.LATE, PeopleBook.CHANGED, scope.sql("f.customer_id")))
            .params(params)
            .query((rs, i) -> new SurveyQuality(rs.getLong("frame"), rs.getLong("picked"), rs.getLong("late"),
                    rs.getLong("changed"), rs.getLong("own"), rs.getLong("answered")))
            .single();
    }

    /** Our networks, read at most once in half a minute. */
    private List<String> ours() {
        var now = clock.instant();
        if (!known.until.isAfter(now)) {
            known = new Known(guards.now().ownNetworks(), now.plusSeconds(30));
        }
        return known.networks;
    }

    private record Known(List<String> networks, Instant until) {
    }

    /**
     * Counts an answer if it comes out of our own network. The address is looked at and
     * forgotten; only the number of such answers of a month is kept, in a transaction of
     * its own.
     */
    public void noteOrigin(SurveyId survey, @Nullable String address) {
        if (address == null || !Networks.contain(ours(), address)) {
            return;
        }
        LocalDate month = CompanyTime.today(clock).withDayOfMonth(1);
        apart.executeWithoutResult(status -> jdbc.sql("""
                insert into survey_own_network (survey_id, month, answers) values (?, ?, 1)
                on conflict (survey_id, month) do update set answers = survey_own_network.answers + 1""")
            .params(survey.id(), month)
            .update());
    }

}
