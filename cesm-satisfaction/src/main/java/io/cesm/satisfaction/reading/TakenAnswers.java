package io.cesm.satisfaction.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads stored answers whole. Who may see them is for the caller to decide; the pages
 * show follow-ups and comments, never answers as such.
 */
@Component
public class TakenAnswers {

    private static final String SELECT = """
            select r.id, r.answered_on, r.survey_id, s.origin, s.anonymity, r.anonymous, r.customer_id, r.contact_id,
                   r.answered_at, r.language, r.items, r.words, r.segments, r.version_id
              from %s r
              join survey s on s.id = r.survey_id
             where\s""";

    private static final String GIVEN = "survey_response";

    private static final String COUNTING = "counting_answer";

    private final JdbcClient jdbc;

    TakenAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answer; null once it has been taken away. */
    public @Nullable TakenAnswer find(LocalDate on, UUID id) {
        return read(GIVEN, "r.answered_on = :on and r.id = :id", Map.of("on", on, "id", id)).stream()
            .findFirst()
            .orElse(null);
    }

    /** What the same customer answered since a day under their name, and counts. */
    public List<TakenAnswer> ofCustomer(CustomerId customer, LocalDate since, int most) {
        return read(COUNTING,
                "r.customer_id = :customer and r.answered_on >= :since and not r.anonymous and s.origin = 'OWN'"
                        + " order by r.answered_on desc, r.id desc limit " + most,
                Map.of("customer", customer.id(), "since", since));
    }

    /** Those of these answers that count. */
    public Set<UUID> counting(List<UUID> ids) {
        return Set.copyOf(jdbc.sql("""
                select x.id from unnest(:ids::uuid[]) x(id)
                 where not exists (select from answer_left_out o where o.response_id = x.id)""")
            .param("ids", ids.toArray(UUID[]::new))
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list());
    }

    /** Those of these answers that are there. */
    List<TakenAnswer> of(List<UUID> ids, LocalDate from, LocalDate to) {
        return read(GIVEN, "r.answered_on between :from and :to and r.id = any(:ids)",
                Map.of("from", from, "to", to, "ids", ids.toArray(UUID[]::new)));
    }

    private List<TakenAnswer> read(String given, String where, Map<String, Object> params) {
        var rows = jdbc.sql(SELECT.formatted(given) + where).params(params).query((rs, i) -> Row.of(rs)).list();
        var definitions = definitions(rows.stream().map(Row::version).distinct().toArray(UUID[]::new));
        var answers = new ArrayList<TakenAnswer>();
        for (var row : rows) {
            var definition = definitions.get(row.version);
            if (definition != null) {
                answers.add(row.with(definition));
            }
        }
        return answers;
    }

    private Map<UUID, Definition> definitions(UUID[] versions) {
        Map<UUID, Definition> definitions = new HashMap<>();
        if (versions.length > 0) {
            jdbc.sql("select id, definition from questionnaire_version where id = any(?)").param(versions).query(rs -> {
                definitions.put(rs.getObject("id", UUID.class), DefinitionJson.read(rs.getString("definition")));
            });
        }
        return definitions;
    }

    private record Row(UUID version, UUID id, LocalDate on, UUID survey, boolean own, Anonymity anonymity,
            boolean anonymous, @Nullable UUID customer, @Nullable UUID contact, @Nullable OffsetDateTime at,
            @Nullable String language, JsonNode items, JsonNode words, JsonNode segments) {

        static Row of(ResultSet rs) throws SQLException {
            return new Row(rs.getObject("version_id", UUID.class), rs.getObject("id", UUID.class),
                    rs.getObject("answered_on", LocalDate.class), rs.getObject("survey_id", UUID.class),
                    "OWN".equals(rs.getString("origin")), Anonymity.valueOf(rs.getString("anonymity")),
                    rs.getBoolean("anonymous"), rs.getObject("customer_id", UUID.class),
                    rs.getObject("contact_id", UUID.class), rs.getObject("answered_at", OffsetDateTime.class),
                    rs.getString("language"), DefinitionJson.tree(rs.getString("items")),
                    DefinitionJson.tree(rs.getString("words")), DefinitionJson.tree(rs.getString("segments")));
        }

        TakenAnswer with(Definition definition) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            Map<String, List<String>> codes = new LinkedHashMap<>();
            items.properties().forEach(it -> {
                var value = it.getValue();
                if (value.isNumber()) {
                    numbers.put(it.getKey(), value.asInt(0));
                }
                else if (value.isString()) {
                    codes.put(it.getKey(), List.of(value.asString()));
                }
                else if (value.isArray()) {
                    codes.put(it.getKey(), value.valueStream().map(one -> one.asString("")).toList());
                }
            });
            return new TakenAnswer(id, on, survey, own, anonymity, anonymous,
                    customer == null ? null : new CustomerId(customer), contact == null ? null : new ContactId(contact),
                    at == null ? null : at.toInstant(), language, numbers, codes, texts(words), texts(segments),
                    definition);
        }

        private static Map<String, String> texts(JsonNode node) {
            Map<String, String> texts = new LinkedHashMap<>();
            node.properties().forEach(it -> {
                if (it.getValue().isValueNode() && !it.getValue().isNull()) {
                    texts.put(it.getKey(), it.getValue().asString());
                }
            });
            return texts;
        }

    }

}
