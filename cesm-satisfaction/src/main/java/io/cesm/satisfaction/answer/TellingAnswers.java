package io.cesm.satisfaction.answer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what follows from answers that were taken a moment ago: their readings to the
 * ledger of levels, and the fact itself to whoever listens. Each answer is told in the
 * transaction that takes it off the list.
 */
@Service
public class TellingAnswers {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    private final AskedSurveys heads;

    private final LevelLedger ledger;

    private final ApplicationEventPublisher events;

    private final JsonMapper json;

    TellingAnswers(JdbcClient jdbc, AskedSurveys heads, LevelLedger ledger, ApplicationEventPublisher events,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.ledger = ledger;
        this.events = events;
        this.json = json;
    }

    private record Untold(UUID id, LocalDate day, UUID survey, UUID version, @Nullable UUID customer,
            @Nullable UUID contact, BigDecimal weight, String items, String number, boolean named, boolean counts) {

        AnswerTaken fact() {
            return new AnswerTaken(survey, id, day, customer, contact);
        }

    }

    /** Tells of some answers; returns how many. */
    @Transactional
    public int tell() {
        var taken = jdbc
            .sql("""
                    with first as (select response_id from answer_untold order by response_id limit ? for update skip locked)
                    delete from answer_untold u using first where u.response_id = first.response_id
                    returning u.response_id""")
            .param(AT_ONCE)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        if (taken.isEmpty()) {
            return 0;
        }
        var answers = read(taken);
        note(answers);
        answers.forEach(it -> events.publishEvent(it.fact()));
        return taken.size();
    }

    /** Takes the readings of an answer back that does not count. */
    void takeBack(UUID response) {
        ledger.retract(response);
    }

    /** Puts the readings of an answer that counts again; nobody is told anew. */
    void tellAgain(UUID response) {
        note(read(List.of(response)));
    }

    private List<Untold> read(List<UUID> responses) {
        return jdbc.sql("""
                select r.id, r.answered_on, r.survey_id, r.version_id, r.customer_id, r.contact_id,
                       coalesce(k.role_weight, 1) as weight, r.items, s.number, s.anonymity = 'NAMED' as named,
                       not exists (select from answer_left_out o where o.response_id = r.id) as counts
                  from survey_response r join survey s on s.id = r.survey_id
                  left join contact k on k.id = r.contact_id
                 where r.id = any(?) and not r.anonymous""")
            .param(responses.toArray(UUID[]::new))
            .query(TellingAnswers::untold)
            .list();
    }

    private void note(List<Untold> answers) {
        var dimensions = Set.copyOf(jdbc.sql("select code from dimension").query(String.class).list());
        ledger.put(answers.stream()
            .filter(Untold::counts)
            .flatMap(it -> readings(it, dimensions).stream())
            .collect(Collectors.toList()));
    }

    private List<Reading> readings(Untold it, Set<String> dimensions) {
        var readings = new ArrayList<Reading>();
        if (it.customer() != null) {
            var customer = new CustomerId(it.customer());
            var source = new ReadingSource(ReadingSource.SURVEY_ANSWER, it.id(), it.number());
            AnswerReadings.of(heads.definition(it.version()), json.readTree(it.items())).forEach((place, value) -> {
                if (dimensions.contains(place.dimension())) {
                    readings.add(Reading.of(customer, place.dimension(), place.level(), value, it.day(), source)
                        .weighing(it.weight())
                        .saidBy(it.named() && it.contact() != null ? new ContactId(it.contact()) : null));
                }
            });
        }
        return readings;
    }

    private static Untold untold(ResultSet rs, int i) throws SQLException {
        return new Untold(rs.getObject(1, UUID.class), rs.getObject(2, LocalDate.class), rs.getObject(3, UUID.class),
                rs.getObject(4, UUID.class), rs.getObject(5, UUID.class), rs.getObject(6, UUID.class),
                rs.getBigDecimal(7), rs.getString(8), rs.getString(9), rs.getBoolean(10), rs.getBoolean(11));
    }

}
