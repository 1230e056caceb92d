package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.dimension.AddingDimensions;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import io.cesm.domain.level.Scale;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

/**
 * Takes surveys in that were held elsewhere: opens the wave, notes what each respondent
 * answered, and publishes one reading per item and level. Everything can be said again
 * and changes nothing then.
 * <p>
 * Statistics: an item's levels are means over the respondents who answered both of its
 * questions (n = pairs), every item counts alike. So a dimension's gap in the ledger is
 * the mean of its item gaps, as in SERVQUAL.
 */
@Service
@Transactional
public class TakingInSurveys {

    private final JdbcTemplate jdbc;

    private final SurveyBook surveys;

    private final LevelLedger ledger;

    private final CustomerBook customers;

    private final DimensionBook dimensions;

    private final AddingDimensions adding;

    private final CurrentActor current;

    private final Clock clock;

    TakingInSurveys(JdbcTemplate jdbc, SurveyBook surveys, LevelLedger ledger, CustomerBook customers,
            DimensionBook dimensions, AddingDimensions adding, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.ledger = ledger;
        this.customers = customers;
        this.dimensions = dimensions;
        this.adding = adding;
        this.current = current;
        this.clock = clock;
    }

    /** Opens a wave, or the same one again, with the items of a mapping. */
    public SurveyWave open(SurveyWish wish, SurveyMapping mapping) {
        current.actor().requireMay(Right.IMPORT);
        customers.require(wish.customer());
        know(mapping);
        var key = Texts.required(wish.key(), 120, "key");
        var name = Texts.required(wish.name(), 200, "name");
        var staff = current.actor().staff();
        jdbc.update("""
                insert into survey_wave (id, key, customer_id, name, read_on, taken_in_at, taken_in_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint one_wave_per_customer do update
                   set name = excluded.name, read_on = excluded.read_on
                """, Uuid7.next(), key, wish.customer().id(), name, Date.valueOf(wish.readOn()),
                Timestamp.from(clock.instant()), (staff != null) ? staff.id() : null);
        var wave = requireNonNull(jdbc.queryForObject("select id from survey_wave where key = ? and customer_id = ?",
                UUID.class, key, wish.customer().id()));
        return new SurveyWave(wave, name, wish.customer(), wish.readOn(), items(wave, mapping.items()));
    }

    /** Notes what respondents answered; who is noted already is noted anew. */
    public void answer(SurveyWave wave, Collection<SurveyResponse> responses) {
        forget(wave, responses.stream().map(SurveyResponse::respondent).toList());
        var rows = new ArrayList<Object[]>();
        for (var response : responses) {
            response.answers()
                .forEach((item, answer) -> rows.add(new @Nullable Object[] { wave.items().get(item),
                        response.respondent(), answer.expected(), answer.perceived() }));
        }
        jdbc.batchUpdate("insert into survey_answer (item_id, respondent, e, p) values (?, ?, ?, ?)", rows);
    }

    /** Forgets what some respondents answered. */
    public void forget(SurveyWave wave, Collection<String> respondents) {
        jdbc.update("delete from survey_answer where respondent = any(?) and item_id = any(?)",
                respondents.toArray(String[]::new), wave.items().values().toArray(UUID[]::new));
    }

    /** Forgets all respondents whose key sorts after this one. */
    public void forgetAfter(SurveyWave wave, String prefix, String last) {
        jdbc.update(
                "delete from survey_answer where starts_with(respondent, ?) and respondent > ? and item_id = any(?)",
                prefix, last, wave.items().values().toArray(UUID[]::new));
    }

    /** Writes what was answered into the ledger; returns what stands there now. */
    public List<ItemResult> publish(SurveyWave wave) {
        var results = surveys.results(wave.id());
        for (var result : results) {
            var readings = readings(wave, result);
            for (var level : List.of(Level.E, Level.P)) {
                if (readings.stream().noneMatch(it -> it.level() == level)) {
                    ledger.retract(result.id(), level);
                }
            }
            jdbc.update("delete from level_reading where source_id = ? and (read_on <> ? or dimension_code <> ?)",
                    result.id(), Date.valueOf(wave.readOn()), result.dimension());
            ledger.put(readings);
        }
        return results;
    }

    private static List<Reading> readings(SurveyWave wave, ItemResult result) {
        var source = new ReadingSource(ReadingSource.SURVEY_ITEM, result.id(), wave.name() + " · " + result.item());
        Map<Level, @Nullable BigDecimal> values = new LinkedHashMap<>();
        values.put(Level.E, result.expected());
        values.put(Level.P, result.perceived());
        var readings = new ArrayList<Reading>();
        values.forEach((level, value) -> {
            if (value != null) {
                readings.add(Reading.of(wave.customer(), result.dimension(), level, value, wave.readOn(), source)
                    .over(result.n()));
            }
        });
        return readings;
    }

    private Map<String, UUID> items(UUID wave, List<SurveyItem> items) {
        var names = items.stream().map(SurveyItem::name).toArray(String[]::new);
        jdbc.queryForList("select id from survey_item where wave_id = ? and item <> all(?)", UUID.class, wave, names)
            .forEach(gone -> {
                ledger.retract(gone);
                jdbc.update("delete from survey_item where id = ?", gone);
            });
        var rows = new ArrayList<@Nullable Object[]>();
        for (var item : items) {
            rows.add(row(wave, rows.size() + 1, item));
        }
        jdbc.batchUpdate("""
                insert into survey_item (id, wave_id, position, item, dimension_code, e_min, e_max, e_reversed,
                                         p_min, p_max, p_reversed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint one_item_of_a_name do update
                   set position = excluded.position, dimension_code = excluded.dimension_code,
                       e_min = excluded.e_min, e_max = excluded.e_max, e_reversed = excluded.e_reversed,
                       p_min = excluded.p_min, p_max = excluded.p_max, p_reversed = excluded.p_reversed
                """, rows);
        Map<String, UUID> ids = new LinkedHashMap<>();
        jdbc.query("select item, id from survey_item where wave_id = ?", row -> {
            ids.put(row.getString(1), row.getObject(2, UUID.class));
        }, wave);
        return ids;
    }

    private static @Nullable Object[] row(UUID wave, int position, SurveyItem item) {
        var e = item.expected();
        var p = item.perceived();
        return new @Nullable Object[] { Uuid7.next(), wave, position, item.name(), item.dimension(), min(e), max(e),
                e != null && e.reversed(), min(p), max(p), p != null && p.reversed() };
    }

    private static @Nullable BigDecimal min(@Nullable Scale scale) {
        return (scale != null) ? scale.min() : null;
    }

    private static @Nullable BigDecimal max(@Nullable Scale scale) {
        return (scale != null) ? scale.max() : null;
    }

    private void know(SurveyMapping mapping) {
        var known = new HashSet<>(dimensions.byCode().keySet());
        if (current.actor().may(Right.SETTINGS)) {
            for (var brought : mapping.dimensions()) {
                if (known.add(brought.code())) {
                    adding.add(brought.code(), brought.name(), brought.nameEn());
                }
            }
        }
        for (var column : mapping.columns()) {
            if (!known.contains(column.dimension())) {
                throw new Refusal("survey.unknown_dimension", column.dimension());
            }
        }
    }

}
