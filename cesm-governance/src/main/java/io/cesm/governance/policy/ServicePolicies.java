package io.cesm.governance.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockTargets;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policies in their order, what they say to a complaint, and why. Clocks that run
 * keep the targets they were set by.
 */
@Service
@Transactional
public class ServicePolicies implements ClockTargets {

    private final JdbcClient jdbc;

    private final CalendarBook calendars;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    ServicePolicies(JdbcClient jdbc, CalendarBook calendars, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * What one policy says to a case.
     *
     * @param misfits conditions that do not fit
     */
    public record Tried(ServicePolicy policy, List<String> misfits) {

        public boolean fits() {
            return misfits.isEmpty();
        }

    }

    /**
     * Which policy decides, why those before it do not, and when things were due if it
     * began now.
     */
    public record Trial(List<Tried> asked, ServicePolicy deciding, Instant from, Instant firstResponse,
            Instant nextUpdate, Instant resolution) {
    }

    @Transactional(readOnly = true)
    public List<ServicePolicy> all() {
        return jdbc.sql("select * from service_policy order by rank").query(ServicePolicies::policy).list();
    }

    /**
     * What readers of a language call policies, by the names clocks remember; what is not
     * among them goes by that name.
     */
    @Transactional(readOnly = true)
    public Map<String, String> namesIn(Locale locale) {
        Map<String, String> names = new HashMap<>();
        if (locale.getLanguage().equals("zh")) {
            return names;
        }
        jdbc.sql("select name, name_en from service_policy where name_en is not null order by rank desc").query(rs -> {
            names.put(rs.getString(1), rs.getString(2));
        });
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public Targets of(Case it) {
        return deciding(it).targets();
    }

    private ServicePolicy deciding(Case it) {
        return all().stream()
            .filter(each -> each.misfits(it).isEmpty())
            .findFirst()
            .orElseThrow(() -> new Refusal("policy.none"));
    }

    /** Says which policy would decide about a case, why, and when things would be due. */
    @Transactional(readOnly = true)
    public Trial attempt(Case it) {
        var deciding = deciding(it);
        var asked = all().stream()
            .takeWhile(each -> each.rank() <= deciding.rank())
            .map(each -> new Tried(each, each.misfits(it)))
            .toList();
        var time = calendars.time(calendars.require(deciding.calendar()));
        var now = clock.instant();
        return new Trial(asked, deciding, now, time.add(now, Duration.ofMinutes(deciding.firstResponse())),
                time.add(now, Duration.ofMinutes(deciding.nextUpdate())),
                time.add(now, Duration.ofMinutes(deciding.resolution())));
    }

    /** Adds a policy; its id is given by us. */
    public ServicePolicy add(ServicePolicy wish) {
        current.actor().requireMay(Right.SETTINGS);
        var made = copy(Uuid7.next(), wish, 0);
        check(made);
        jdbc.sql(
                "insert into service_policy (id, rank, name, name_en, kind, grade, tier, channel, calendar, first_response,"
                        + " next_update, resolution, version) values (:id, :rank, :name, :nameEn, :kind, :grade, :tier, :channel,"
                        + " :calendar, :first, :next, :resolution, 0)")
            .params(params(made))
            .update();
        timeline.record(change("POLICY_ADDED", made).with("policyRank", null, made.rank()));
        return made;
    }

    /** Changes a policy, if nobody else has done so since. */
    public void revise(ServicePolicy wish) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(wish.id());
        StaleVersion.check(wish.version(), before.version());
        check(wish);
        int hit = jdbc.sql(
                "update service_policy set rank = :rank, name = :name, name_en = :nameEn, kind = :kind, grade = :grade,"
                        + " tier = :tier, channel = :channel, calendar = :calendar, first_response = :first,"
                        + " next_update = :next, resolution = :resolution, version = version + 1"
                        + " where id = :id and version = :version")
            .params(params(wish))
            .update();
        if (hit == 0) {
            throw new StaleVersion(wish.version(), wish.version() + 1);
        }
        timeline.record(change("POLICY_REVISED", wish).with("policyRank", before.rank(), wish.rank())
            .with("calendar", before.calendar(), wish.calendar())
            .with("firstResponse", before.firstResponse(), wish.firstResponse())
            .with("nextUpdate", before.nextUpdate(), wish.nextUpdate())
            .with("resolution", before.resolution(), wish.resolution()));
    }

    /** Takes a policy away; the one without conditions stays, so that one always fits. */
    public void remove(UUID id, long seen) {
        current.actor().requireMay(Right.SETTINGS);
        var policy = require(id);
        StaleVersion.check(seen, policy.version());
        var others = all().stream().filter(it -> !it.id().equals(id)).toList();
        if (others.stream().noneMatch(it -> it.conditions().isEmpty())) {
            throw new Refusal("policy.last");
        }
        jdbc.sql("delete from service_policy where id = :id").param("id", id).update();
        timeline.record(change("POLICY_REMOVED", policy).with("policyRank", policy.rank(), null));
    }

    @Transactional(readOnly = true)
    public ServicePolicy require(UUID id) {
        return jdbc.sql("select * from service_policy where id = :id")
            .param("id", id)
            .query(ServicePolicies::policy)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private void check(ServicePolicy it) {
        if (calendars.find(it.calendar()).isEmpty()) {
            throw new FieldRefusal("calendar", "choice.unknown");
        }
        var others = all().stream().filter(each -> !each.id().equals(it.id())).toList();
        if (others.stream().anyMatch(each -> each.rank() == it.rank())) {
            throw new FieldRefusal("rank", "policy.rank", it.rank());
        }
        if (!it.conditions().isEmpty() && others.stream().noneMatch(each -> each.conditions().isEmpty())) {
            throw new Refusal("policy.last");
        }
    }

    private static ServicePolicy copy(UUID id, ServicePolicy it, long version) {
        return new ServicePolicy(id, it.rank(), it.name(), it.nameEn(), it.kind(), it.grade(), it.tier(), it.channel(),
                it.calendar(), it.firstResponse(), it.nextUpdate(), it.resolution(), version);
    }

    private static Map<String, @Nullable Object> params(ServicePolicy it) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", it.id());
        params.put("rank", it.rank());
        params.put("name", it.name());
        params.put("nameEn", it.nameEn());
        params.put("kind", it.kind() == null ? null : it.kind().name());
        params.put("grade", it.grade());
        params.put("tier", it.tier());
        params.put("channel", it.channel() == null ? null : it.channel().name());
        params.put("calendar", it.calendar());
        params.put("first", it.firstResponse());
        params.put("next", it.nextUpdate());
        params.put("resolution", it.resolution());
        params.put("version", it.version());
        return params;
    }

    private static Change change(String action, ServicePolicy it) {
        return Change.of(new Subject("SETTING", it.id(), it.name(), null), action);
    }

    private static ServicePolicy policy(ResultSet rs, int i) throws SQLException {
        var kind = rs.getString("kind");
        var channel = rs.getString("channel");
        return new ServicePolicy(rs.getObject("id", UUID.class), rs.getInt("rank"), rs.getString("name"),
                rs.getString("name_en"), kind == null ? null : ComplaintKind.valueOf(kind),
                rs.getObject("grade", Integer.class), rs.getObject("tier", Integer.class),
                channel == null ? null : ComplaintChannel.valueOf(channel), rs.getString("calendar"),
                rs.getInt("first_response"), rs.getInt("next_update"), rs.getInt("resolution"), rs.getLong("version"));
    }

}
