package io.cesm.satisfaction.answer;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows surveys and the versions they ask. What a survey is may be a second old; versions
 * never change, so they are read once.
 */
@Component
class AskedSurveys {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    /** More than any company asks at a time; beyond it everything is read anew. */
    private static final int MOST = 2_000;

    private final Map<UUID, Known> heads = new ConcurrentHashMap<>();

    private final Map<UUID, Definition> versions = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;

    AskedSurveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(SurveyHead head, long at) {
    }

    SurveyHead require(UUID survey) {
        var head = find(survey);
        if (head == null) {
            throw new UnknownThing();
        }
        return head;
    }

    @Nullable SurveyHead find(UUID survey) {
        var known = heads.get(survey);
        if (known != null && System.nanoTime() - known.at() < FRESH) {
            return known.head();
        }
        var head = read(survey);
        if (head != null) {
            room(heads);
            heads.put(survey, new Known(head, System.nanoTime()));
        }
        return head;
    }

    Definition definition(UUID version) {
        var known = versions.get(version);
        if (known != null) {
            return known;
        }
        var read = DefinitionJson.read(jdbc.sql("select definition from questionnaire_version where id = ?")
            .param(version)
            .query(String.class)
            .single());
        room(versions);
        versions.put(version, read);
        return read;
    }

    private static void room(Map<UUID, ?> map) {
        if (map.size() >= MOST) {
            map.clear();
        }
    }

    private @Nullable SurveyHead read(UUID survey) {
        return jdbc.sql("""
                select s.id, s.number, s.version_id, s.anonymity, s.state, s.origin, s.opens_on, s.closes_on, o.name
                  from survey s left join staff o on o.id = s.owner_id where s.id = ?""")
            .param(survey)
            .query((rs, i) -> new SurveyHead(rs.getObject(1, UUID.class), rs.getString(2), rs.getObject(3, UUID.class),
                    Anonymity.valueOf(rs.getString(4)), rs.getString(5), rs.getString(6),
                    rs.getObject(7, java.time.LocalDate.class), rs.getObject(8, java.time.LocalDate.class),
                    rs.getString(9)))
            .optional()
            .orElse(null);
    }

}
