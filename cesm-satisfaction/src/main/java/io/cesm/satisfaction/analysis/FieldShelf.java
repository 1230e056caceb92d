package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.figures.FieldWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of those who were invited, by tier of their customer. */
@Component
class FieldShelf {

    private final JdbcClient jdbc;

    FieldShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Outcome(String tier, String state, long n) {
    }

    List<Quality.Group> groups(UUID survey) {
        var outcomes = jdbc.sql("""
                select coalesce(c.tier::text, '-') as tier, i.state, count(*) as n from survey_invitation i
                  left join customer c on c.id = i.customer_id where i.survey_id = ? group by 1, 2 order by 1
                """)
            .param(survey)
            .query((row, i) -> new Outcome(row.getString("tier"), row.getString("state"), row.getLong("n")))
            .list();
        Map<String, Map<String, Long>> byTier = new LinkedHashMap<>();
        for (var each : outcomes) {
            byTier.computeIfAbsent("", it -> new LinkedHashMap<>()).merge(each.state(), each.n(), Long::sum);
            byTier.computeIfAbsent(each.tier(), it -> new LinkedHashMap<>()).merge(each.state(), each.n(), Long::sum);
        }
        var groups = new ArrayList<Quality.Group>();
        byTier.forEach((tier, states) -> groups.add(group(tier, states)));
        return groups;
    }

    /** Queued and withdrawn invitations asked nobody yet. */
    private static Quality.Group group(String tier, Map<String, Long> states) {
        long answered = states.getOrDefault("ANSWERED", 0L);
        long begun = states.getOrDefault("BEGUN", 0L);
        long declined = states.getOrDefault("DECLINED", 0L);
        long silent = states.getOrDefault("SENT", 0L) + states.getOrDefault("OPENED", 0L)
                + states.getOrDefault("EXPIRED", 0L);
        long bounced = states.getOrDefault("BOUNCED", 0L);
        var field = new FieldWork(answered, begun, declined, silent, 0, bounced, 1);
        return new Quality.Group(tier, answered + begun + declined + silent + bounced, answered, field.response(),
                field.cooperation(), field.breakOff());
    }

}
