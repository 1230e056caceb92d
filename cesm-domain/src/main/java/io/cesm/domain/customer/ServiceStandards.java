package io.cesm.domain.customer;

import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers of a tier may count on: response times, rhythm of visits, limits of
 * promises.
 */
@Service
@Transactional
public class ServiceStandards {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    ServiceStandards(JdbcClient jdbc, CurrentActor current, Timeline timeline) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public List<Standard> all() {
        return jdbc.sql("select * from service_standard order by tier")
            .query((rs, i) -> new Standard(rs.getInt("tier"), rs.getInt("first_response_hours"),
                    rs.getInt("clarify_days"), rs.getInt("commit_days"), rs.getInt("min_delivery_days"),
                    rs.getInt("max_open_commitments"), rs.getInt("standard_level"), rs.getInt("visit_every_days"),
                    Role.valueOf(rs.getString("owner_role")), rs.getLong("version")))
            .list();
    }

    /** The standard of a tier; a customer without one is served as the lowest. */
    @Transactional(readOnly = true)
    public Standard of(@org.jspecify.annotations.Nullable Integer tier) {
        var all = all();
        return all.stream().filter(it -> tier != null && it.tier() == tier).findFirst().orElse(all.getLast());
    }

    /** Changes the standard of a tier, if nobody else has done so since. */
    public void revise(Standard standard) {
        current.actor().requireMay(Right.SETTINGS);
        var before = all().stream()
            .filter(it -> it.tier() == standard.tier())
            .findFirst()
            .orElseThrow(UnknownThing::new);
        StaleVersion.check(standard.version(), before.version());
        jdbc.sql("""
                update service_standard set first_response_hours = :first, clarify_days = :clarify,
                       commit_days = :commit, min_delivery_days = :delivery, max_open_commitments = :open,
                       standard_level = :level, visit_every_days = :visit, owner_role = :role, version = version + 1
                 where tier = :tier""")
            .param("first", standard.firstResponseHours())
            .param("clarify", standard.clarifyDays())
            .param("commit", standard.commitDays())
            .param("delivery", standard.minDeliveryDays())
            .param("open", standard.maxOpenCommitments())
            .param("level", standard.standardLevel())
            .param("visit", standard.visitEveryDays())
            .param("role", standard.ownerRole().name())
            .param("tier", standard.tier())
            .update();
        var change = Change
            .of(new Subject("SETTING", new java.util.UUID(0, standard.tier()), "T" + standard.tier(), null),
                    "STANDARD_REVISED")
            .with("firstResponseHours", before.firstResponseHours(), standard.firstResponseHours())
            .with("clarifyDays", before.clarifyDays(), standard.clarifyDays())
            .with("commitDays", before.commitDays(), standard.commitDays())
            .with("minDeliveryDays", before.minDeliveryDays(), standard.minDeliveryDays())
            .with("maxOpenCommitments", before.maxOpenCommitments(), standard.maxOpenCommitments())
            .with("standardLevel", before.standardLevel(), standard.standardLevel())
            .with("visitEveryDays", before.visitEveryDays(), standard.visitEveryDays())
            .with("ownerRole", before.ownerRole(), standard.ownerRole());
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    /**
     * The service standard of a tier.
     *
     * @param minDeliveryDays a promise with less time than this is looked at twice
     * @param maxOpenCommitments more open promises than this at one customer are looked
     * at twice
     * @param standardLevel the level promised to everybody of the tier, 0 to 100
     */
    public record Standard(int tier, int firstResponseHours, int clarifyDays, int commitDays, int minDeliveryDays,
            int maxOpenCommitments, int standardLevel, int visitEveryDays, Role ownerRole, long version) {

        public Standard {
            within(firstResponseHours, 1, 720, "firstResponseHours");
            within(clarifyDays, 1, 365, "clarifyDays");
            within(commitDays, 1, 365, "commitDays");
            within(minDeliveryDays, 0, 365, "minDeliveryDays");
            within(maxOpenCommitments, 1, 1000, "maxOpenCommitments");
            within(standardLevel, 0, 100, "standardLevel");
            within(visitEveryDays, 1, 730, "visitEveryDays");
            if (ownerRole == null || !Assignment.PLACES.contains(ownerRole)) {
                throw new FieldRefusal("ownerRole", "team.role");
            }
        }

        private static void within(int value, int least, int most, String field) {
            if (value < least || value > most) {
                throw new FieldRefusal(field, "number.range", least, most);
            }
        }
    }

}
