package io.cesm.satisfaction.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.figures.SmallBase;
import io.cesm.satisfaction.questionnaire.DefinitionJson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single answers for those who analyse elsewhere. What respondents were promised holds:
 * of few answers nothing is given, in an anonymous survey nobody is told apart, in a
 * confidential one only the office sees who said what.
 */
@Service
@Transactional(readOnly = true)
public class RawAnswers {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };

    private static final String FROM = " from survey_response r left join customer c on c.id = r.customer_id"
            + " where r.survey_id = :survey and r.complete and ";

    private final JdbcClient jdbc;

    private final ObjectReader objects;

    private final CurrentActor current;

    RawAnswers(JdbcClient jdbc, JsonMapper json, CurrentActor current) {
        this.jdbc = jdbc;
        this.objects = json.readerFor(OBJECT);
        this.current = current;
    }

    /**
     * The survey.
     * @throws Refusal if so few answered that somebody could be recognised
     */
    public RawSurvey open(UUID id) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        boolean names = current.actor().may(Right.CONFIDENTIAL_READ);
        record Found(String number, String origin, String anonymity, String definition) {
        }
        var it = jdbc
            .sql("select s.number, s.origin, s.anonymity, v.definition from survey s"
                    + " join questionnaire_version v on v.id = s.version_id where s.id = ?")
            .param(id)
            .query((rs, i) -> new Found(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
            .optional()
            .orElseThrow(UnknownThing::new);
        boolean open = it.anonymity().equals("NAMED");
        boolean confidential = it.anonymity().equals("CONFIDENTIAL") && names;
        int n = count(id, SmallBase.STANDARD.greyBelow());
        if (!open && !confidential && n < SmallBase.STANDARD.hiddenBelow()) {
            throw new Refusal("answers.too_few", SmallBase.STANDARD.hiddenBelow());
        }
        boolean ours = it.origin().equals("OWN");
        var segments = open || confidential || !ours ? segments(id) : List.<String>of();
        return new RawSurvey(id, it.number(), DefinitionJson.read(it.definition()), open || confidential, segments,
                open || confidential || SmallBase.STANDARD.showsComments(n));
    }

    private List<String> segments(UUID id) {
        return jdbc
            .sql("select distinct k from (select segments from survey_response where survey_id = ?"
                    + " order by answered_on, id limit 5000) r, jsonb_object_keys(r.segments) k order by k")
            .param(id)
            .query((rs, i) -> rs.getString(1))
            .list();
    }

    /** How many answers there are within reach, counted up to a number. */
    public int count(UUID id, int upTo) {
        var scope = current.actor().scope();
        return jdbc
            .sql("select count(*) from (select 1" + FROM + reach(scope.sql("r.customer_id")) + " limit :upTo) few")
            .param("survey", id)
            .param("upTo", upTo)
            .params(scope.params())
            .query(Integer.class)
            .single();
    }

    private static String reach(String scope) {
        return "(r.customer_id is null or " + scope + ")";
    }

    /** Answers in the order of their days. */
    public Slice<RawAnswer> slice(RawSurvey survey, int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        var from = Cursor.parse(cursor, 2);
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("survey", survey.id());
        params.put("limit", size + 1);
        if (from != null) {
            params.put("day", requireNonNull(from.date(0)));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        var rows = jdbc.sql(
                "select r.id, r.answered_on, r.channel, r.language, r.weight, c.number, c.name, c.name_en, r.items, r.words,"
                        + " r.segments," + " exists (select from answer_left_out o where o.response_id = r.id)" + FROM
                        + reach(scope.sql("r.customer_id"))
                        + (from == null ? "" : " and (r.answered_on, r.id) > (:day, :after)")
                        + " order by r.answered_on, r.id limit :limit")
            .params(params)
            .query((rs, i) -> new RawAnswer(rs.getObject(1, UUID.class), rs.getObject(2, java.time.LocalDate.class),
                    rs.getString(3), rs.getString(4), rs.getBigDecimal(5).stripTrailingZeros(),
                    survey.customers() ? rs.getString(6) : null, survey.customers() ? rs.getString(7) : null,
                    survey.customers() ? rs.getString(8) : null, object(rs.getString(9)),
                    survey.words() ? object(rs.getString(10)) : Map.of(),
                    survey.segments().isEmpty() ? Map.of() : object(rs.getString(11)), rs.getBoolean(12)))
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.day(), it.id()));
    }

    private Map<String, Object> object(String text) {
        return text.equals("{}") ? Map.of() : objects.readValue(text);
    }

}
