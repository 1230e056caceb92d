package io.cesm.satisfaction.questionnaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.UnknownThing;

/** Reads published versions. */
@Component
@Transactional(readOnly = true)
public class VersionBook {

    private static final String SELECT = """
            select v.id, v.questionnaire_id, v.number, v.definition, v.anonymity, v.comparable, v.note, v.digest,
                   v.published_at, s.name as published_by
              from questionnaire_version v
              left join staff s on s.id = v.published_by
             where\s""";

    private final JdbcClient jdbc;

    VersionBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of a questionnaire, the last first. */
    public List<PublishedVersion> of(QuestionnaireId id) {
        return jdbc.sql(SELECT + "v.questionnaire_id = ? order by v.number desc")
            .param(id.id())
            .query(VersionBook::row)
            .list();
    }

    public PublishedVersion require(QuestionnaireId id, int number) {
        return jdbc.sql(SELECT + "v.questionnaire_id = ? and v.number = ?")
            .params(id.id(), number)
            .query(VersionBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    public PublishedVersion require(UUID id) {
        return jdbc.sql(SELECT + "v.id = ?")
            .param(id)
            .query(VersionBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private static PublishedVersion row(ResultSet rs, int i) throws SQLException {
        Map<String, PublishedVersion.Kept> comparable = new LinkedHashMap<>();
        DefinitionJson.tree(rs.getString("comparable"))
            .properties()
            .forEach(it -> comparable.put(it.getKey(), new PublishedVersion.Kept(
                    Comparison.Fate.valueOf(it.getValue().path("fate").asString()),
                    it.getValue().path("comparable").booleanValue(),
                    it.getValue().path("because").isString() ? it.getValue().path("because").stringValue() : null)));
        return new PublishedVersion(rs.getObject("id", UUID.class),
                new QuestionnaireId(rs.getObject("questionnaire_id", UUID.class)), rs.getInt("number"),
                DefinitionJson.read(rs.getString("definition")), Anonymity.valueOf(rs.getString("anonymity")),
                comparable, rs.getString("note"), rs.getString("digest"),
                rs.getObject("published_at", OffsetDateTime.class).toInstant(), rs.getString("published_by"));
    }

}
