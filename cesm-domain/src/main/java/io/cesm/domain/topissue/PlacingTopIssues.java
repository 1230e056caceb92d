package io.cesm.domain.topissue;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes on each open issue which place the last ranking gave it. */
@Service
@Transactional
public class PlacingTopIssues {

    private final JdbcClient jdbc;

    PlacingTopIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a ranking found for one issue. */
    public record Placed(TopIssueId issue, int place, int score) {
    }

    /** Those not named lose their place. */
    public void place(List<Placed> found) {
        jdbc.sql("update top_issue set place = null, score = null where place is not null and id <> all(:ids)")
            .param("ids", found.stream().map(it -> it.issue().id()).toArray(UUID[]::new))
            .update();
        for (var each : found) {
            jdbc.sql("update top_issue set place = :place, score = :score where id = :id"
                    + " and (place, score) is distinct from (:place, :score)")
                .param("place", each.place())
                .param("score", each.score())
                .param("id", each.issue().id())
                .update();
        }
    }

}
