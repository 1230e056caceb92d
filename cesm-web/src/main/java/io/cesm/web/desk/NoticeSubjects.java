package io.cesm.web.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whom and what the records are about to which notices lead, as far as the one who
 * reads them sees the customer: a number alone says nothing to somebody in a hurry.
 */
@Component
@Transactional(readOnly = true)
class NoticeSubjects {

    private static final String RECORDS = """
            select r.id, k.name, k.name_en, r.words from (
                select id, customer_id, left(verbatim, 120) as words from complaint where id = any(:ids)
                union all
                select id, customer_id, left(verbatim, 120) from expectation where id = any(:ids)
                union all
                select id, customer_id, title from top_issue where id = any(:ids)
                union all
                select id, customer_id, null from follow_up where id = any(:ids) and not confidential) r
              join customer k on k.id = r.customer_id
             where\s""";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    NoticeSubjects(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Whom and what a record is about. */
    public record About(String customer, @Nullable String customerEn, @Nullable String words) {
    }

    Map<UUID, About> of(Collection<UUID> ids) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("ids", ids.toArray(UUID[]::new));
        Map<UUID, About> found = new HashMap<>();
        jdbc.sql(RECORDS + scope.sql("r.customer_id")).params(params).query(rs -> {
            found.put(rs.getObject(1, UUID.class), new About(rs.getString(2), rs.getString(3), rs.getString(4)));
        });
        return found;
    }

}
