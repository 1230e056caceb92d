package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.level.Scale;
import io.cesm.domain.people.CurrentActor;

/** The reading door to surveys that were taken in. */
@Service
@Transactional(readOnly = true)
public class SurveyBook {

    private static final String RESULTS = """
            select i.*,
                   count(a.respondent) filter (where (i.e_min is null or a.e is not null)
                                                 and (i.p_min is null or a.p is not null)) as n,
                   count(a.respondent) as answered,
                   coalesce(sum(a.e) filter (where i.p_min is null or a.p is not null), 0) as e_sum,
                   coalesce(sum(a.p) filter (where i.e_min is null or a.e is not null), 0) as p_sum
              from survey_item i left join survey_answer a on a.item_id = i.id
             where i.wave_id = :wave
             group by i.id
             order by i.position
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    SurveyBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** The survey an item belongs to, if there is such an item. */
    public Optional<SurveyCard> ofItem(UUID item) {
        return card("w.id = (select i.wave_id from survey_item i where i.id = :id)", item);
    }

    /** One survey. */
    public SurveyCard require(UUID wave) {
        return card("w.id = :id", wave).orElseThrow(UnknownThing::new);
    }

    /** What was answered, item by item; ask {@link #require} before. */
    public List<ItemResult> results(UUID wave) {
        return jdbc.sql(RESULTS).param("wave", wave).query(SurveyBook::result).list();
    }

    private Optional<SurveyCard> card(String which, UUID id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select w.id, w.name, w.customer_id, c.name as customer_name, c.name_en as customer_name_en, w.read_on, w.taken_in_at,
                           s.name as taken_in_by,
                           (select count(distinct a.respondent) from survey_answer a
                              join survey_item i on i.id = a.item_id where i.wave_id = w.id) as respondents
                      from survey_wave w
                      join customer c on c.id = w.customer_id
                      left join staff s on s.id = w.taken_in_by
                     where %s and %s
                    """
                .formatted(which, scope.sql("w.customer_id")))
            .param("id", id)
            .params(scope.params())
            .query((row, i) -> new SurveyCard(row.getObject("id", UUID.class), row.getString("name"),
                    new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("customer_name"),
                    row.getString("customer_name_en"), row.getObject("read_on", LocalDate.class),
                    row.getInt("respondents"), row.getObject("taken_in_at", OffsetDateTime.class).toInstant(),
                    row.getString("taken_in_by")))
            .optional();
    }

    private static ItemResult result(ResultSet row, int number) throws SQLException {
        var n = row.getInt("n");
        return new ItemResult(row.getObject("id", UUID.class), row.getInt("position"), row.getString("item"),
                row.getString("dimension_code"), scale(row, "e"), scale(row, "p"), n, row.getInt("answered") - n,
                row.getBigDecimal("e_sum"), row.getBigDecimal("p_sum"));
    }

    private static @Nullable Scale scale(ResultSet row, String level) throws SQLException {
        BigDecimal min = row.getBigDecimal(level + "_min");
        return (min == null) ? null
                : new Scale(min, row.getBigDecimal(level + "_max"), row.getBoolean(level + "_reversed"));
    }

}
