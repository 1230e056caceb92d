package io.cesm.governance.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies in their order: written as a draft, switched on as a version, kept for
 * ever. Complaints that are open keep the version they came under.
 */
@Service
@Transactional
public class EscalationPolicies {

    private static final String SELECT = """
            select p.*, v.rules from escalation_policy p
              left join escalation_policy_version v on v.policy_id = p.id and v.version = p.version\s""";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JsonMapper json;

    private final Clock clock;

    /** Versions never change. */
    private final Map<Version, EscalationRules> known = new ConcurrentHashMap<>();

    EscalationPolicies(JdbcClient jdbc, CurrentActor current, Timeline timeline, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
        this.json = json;
        this.clock = clock;
    }

    private record Version(UUID policy, int version) {
    }

    /** A version that was in force once, or is. */
    public record Past(int version, EscalationRules rules, @Nullable String note, Instant madeAt,
            @Nullable String madeBy) {
    }

    @Transactional(readOnly = true)
    public List<EscalationPolicy> all() {
        return jdbc.sql(SELECT + "order by p.rank").query(this::policy).list();
    }

    @Transactional(readOnly = true)
    public EscalationPolicy require(UUID id) {
        return jdbc.sql(SELECT + "where p.id = :id")
            .param("id", id)
            .query(this::policy)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The versions of a policy, newest first. */
    @Transactional(readOnly = true)
    public List<Past> versions(UUID id) {
        return jdbc
            .sql("select v.*, s.name from escalation_policy_version v left join staff s on s.id = v.made_by"
                    + " where v.policy_id = :id order by v.version desc limit 100")
            .param("id", id)
            .query((rs, i) -> new Past(rs.getInt("version"),
                    json.readValue(rs.getString("rules"), EscalationRules.class), rs.getString("note"),
                    rs.getObject("made_at", OffsetDateTime.class).toInstant(), rs.getString("name")))
            .list();
    }

    /** The policy that decides about a complaint now. */
    Optional<EscalationPolicy> deciding(LevelConditions.Subject it) {
        return all().stream()
            .filter(EscalationPolicy::isInForce)
            .filter(each -> each.rules() != null && each.rules().when().fit(it))
            .findFirst();
    }

    /** The policy that decides about a TOP issue of a customer now. */
    Optional<EscalationPolicy> decidingIssues(@Nullable Integer tier, @Nullable String unitPath) {
        return all().stream()
            .filter(EscalationPolicy::isInForce)
            .filter(each -> each.rules() != null && each.rules().when().fitIssue(tier, unitPath))
            .findFirst();
    }

    EscalationRules rules(UUID policy, int version) {
        return known.computeIfAbsent(new Version(policy, version),
                it -> jdbc
                    .sql("select rules from escalation_policy_version where policy_id = :id and version = :version")
                    .param("id", it.policy())
                    .param("version", it.version())
                    .query((rs, i) -> json.readValue(rs.getString(1), EscalationRules.class))
                    .single());
    }

    /** Begins a policy, as a draft of what another one says or of nothing. */
    public EscalationPolicy add(@Nullable String name, @Nullable String nameEn, int rank, @Nullable UUID like) {
        current.actor().requireMay(Right.SETTINGS);
        var id = Uuid7.next();
        requireFree(rank, id);
        var draft = like == null ? new EscalationRules(null, null) : require(like).edited();
        jdbc.sql("insert into escalation_policy (id, rank, name, name_en, version, active, draft, revision)"
                + " values (:id, :rank, :name, :nameEn, 0, false, cast(:draft as jsonb), 0)")
            .param("id", id)
            .param("rank", rank)
            .param("name", Texts.required(name, 80, "name"))
            .param("nameEn", Texts.optional(nameEn, 80, "nameEn"))
            .param("draft", json.writeValueAsString(draft))
            .update();
        var made = require(id);
        timeline.record(change("ESCALATION_ADDED", made).with("policyRank", null, rank));
        return made;
    }

    /** Names it and says when it is asked and for which complaints. */
    public void revise(UUID id, long seen, @Nullable String name, @Nullable String nameEn, int rank,
            LevelConditions when) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(id);
        requireFree(rank, id);
        write(before, seen, Texts.required(name, 80, "name"), Texts.optional(nameEn, 80, "nameEn"), rank,
                before.edited().forThose(when));
    }

    /** Writes the levels anew, as a draft. */
    public void draft(UUID id, long seen, EscalationRules rules) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(id);
        write(before, seen, before.name(), before.nameEn(), before.rank(), rules);
    }

    private void write(EscalationPolicy before, long seen, String name, @Nullable String nameEn, int rank,
            EscalationRules rules) {
        StaleVersion.check(seen, before.revision());
        var same = rules.equals(before.rules());
        jdbc.sql(
                "update escalation_policy set name = :name, name_en = :nameEn, rank = :rank, draft = cast(:draft as jsonb),"
                        + " revision = revision + 1 where id = :id")
            .param("name", name)
            .param("nameEn", nameEn)
            .param("rank", rank)
            .param("draft", same ? null : json.writeValueAsString(rules))
            .param("id", before.id())
            .update();
        timeline.record(change("ESCALATION_DRAFTED", before).with("policyRank", before.rank(), rank));
    }

    /** Throws a draft away. */
    public void dropDraft(UUID id, long seen) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(id);
        StaleVersion.check(seen, before.revision());
        if (before.version() == 0) {
            remove(before);
            return;
        }
        jdbc.sql("update escalation_policy set draft = null, revision = revision + 1 where id = :id")
            .param("id", id)
            .update();
        timeline.record(change("ESCALATION_DRAFT_DROPPED", before));
    }

    private void remove(EscalationPolicy it) {
        jdbc.sql("delete from escalation_policy where id = :id").param("id", it.id()).update();
        timeline.record(change("ESCALATION_REMOVED", it));
    }

    /** Puts the draft in force for complaints that come from now on. */
    public void switchOn(UUID id, long seen, @Nullable String note) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(id);
        StaleVersion.check(seen, before.revision());
        var rules = before.edited();
        rules.requireComplete();
        var version = before.version() + (before.draft() == null && before.version() > 0 ? 0 : 1);
        if (version > before.version()) {
            jdbc.sql("insert into escalation_policy_version (policy_id, version, rules, note, made_at, made_by)"
                    + " values (:id, :version, cast(:rules as jsonb), :note, :at, :by)")
                .param("id", id)
                .param("version", version)
                .param("rules", json.writeValueAsString(rules))
                .param("note", Texts.optional(note, 400, "note"))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", current.actor().staff() == null ? null : current.actor().requireStaff().id())
                .update();
        }
        put(before, version, true);
        timeline.record(change("ESCALATION_SWITCHED_ON", before).with("policyVersion", before.version(), version)
            .note(Texts.optional(note, 400, "note")));
    }

    /** Takes a policy out of force for complaints that come from now on. */
    public void switchOff(UUID id, long seen) {
        current.actor().requireMay(Right.SETTINGS);
        var before = require(id);
        StaleVersion.check(seen, before.revision());
        var others = all().stream().filter(it -> it.isInForce() && !it.id().equals(id)).toList();
        if (others.stream().noneMatch(it -> it.rules() != null && it.rules().when().fitsAll())) {
            throw new Refusal("escalation.last");
        }
        put(before, before.version(), false);
        timeline.record(change("ESCALATION_SWITCHED_OFF", before));
    }

    private void put(EscalationPolicy before, int version, boolean active) {
        if (active && before.isInForce()) {
            requireOneForAll(before);
        }
        jdbc.sql("update escalation_policy set version = :version, active = :active,"
                + " draft = case when :version > version then null else draft end, revision = revision + 1"
                + " where id = :id")
            .param("version", version)
            .param("active", active)
            .param("id", before.id())
            .update();
    }

    /** One policy has to fit whatever comes. */
    private void requireOneForAll(EscalationPolicy changed) {
        if (!changed.edited().when().fitsAll() && all().stream()
            .noneMatch(it -> it.isInForce() && !it.id().equals(changed.id()) && it.rules() != null
                    && it.rules().when().fitsAll())) {
            throw new Refusal("escalation.last");
        }
    }

    private void requireFree(int rank, UUID itself) {
        if (rank < 1 || rank > 100_000) {
            throw new FieldRefusal("rank", "number.range", 1, 100_000);
        }
        if (all().stream().anyMatch(it -> it.rank() == rank && !it.id().equals(itself))) {
            throw new FieldRefusal("rank", "policy.rank", rank);
        }
    }

    private static Change change(String action, EscalationPolicy it) {
        return Change.of(new Subject("SETTING", it.id(), it.name(), null), action);
    }

    private EscalationPolicy policy(ResultSet rs, int i) throws SQLException {
        return new EscalationPolicy(rs.getObject("id", UUID.class), rs.getInt("rank"),
                Objects.requireNonNull(rs.getString("name")), rs.getString("name_en"), rs.getInt("version"),
                rs.getBoolean("active"), rules(rs.getString("rules")), rules(rs.getString("draft")),
                rs.getLong("revision"));
    }

    private @Nullable EscalationRules rules(@Nullable String text) {
        return text == null ? null : json.readValue(text, EscalationRules.class);
    }

}
