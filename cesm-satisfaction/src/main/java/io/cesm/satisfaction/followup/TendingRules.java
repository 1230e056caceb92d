package io.cesm.satisfaction.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that open follow-ups: read by all, written by those who write surveys. */
@Service
@Transactional
public class TendingRules {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    TendingRules(JdbcClient jdbc, CurrentActor current, Timeline timeline) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
    }

    /** All rules, the most pressing first. */
    @Transactional(readOnly = true)
    public List<FollowUpRule> all() {
        return jdbc.sql("select * from follow_up_rule order by sort, id").query(TendingRules::row).list();
    }

    @Transactional(readOnly = true)
    public FollowUpRule require(RuleId id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(UnknownThing::new);
    }

    public RuleId add(FollowUpRule rule) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (all().size() >= MOST) {
            throw new Refusal("followup.rule.many", MOST);
        }
        var added = new FollowUpRule(RuleId.next(), rule.name(), rule.nameEn(), rule.active(), rule.threshold(),
                rule.words(), rule.decidersOnly(), rule.againDays(), rule.dueHours(), rule.sort(), 0);
        jdbc.sql(
                """
                        insert into follow_up_rule (id, name, name_en, active, measure, at_most, unit, words, deciders_only,
                               again_days, due_hours, sort, version)
                        values (:id, :name, :nameEn, :active, :measure, :atMost, :unit, :words, :deciders, :again, :due, :sort, 0)""")
            .params(params(added))
            .update();
        timeline.record(said(added, "RULE_ADDED", null));
        return added.id();
    }

    /** Changes a rule, if nobody else has done so since. */
    public void revise(FollowUpRule rule) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var before = require(rule.id());
        StaleVersion.check(rule.version(), before.version());
        int changed = jdbc.sql("""
                update follow_up_rule set name = :name, name_en = :nameEn, active = :active, measure = :measure,
                       at_most = :atMost, unit = :unit, words = :words, deciders_only = :deciders,
                       again_days = :again, due_hours = :due, sort = :sort, version = version + 1
                 where id = :id and version = :version""").params(params(rule)).update();
        if (changed == 0) {
            throw new StaleVersion(rule.version(), rule.version() + 1);
        }
        timeline.record(said(rule, "RULE_REVISED", before));
    }

    private static java.util.Map<String, @Nullable Object> params(FollowUpRule rule) {
        var params = new java.util.HashMap<String, @Nullable Object>();
        var threshold = rule.threshold();
        params.put("id", rule.id().id());
        params.put("name", rule.name());
        params.put("nameEn", rule.nameEn());
        params.put("active", rule.active());
        params.put("measure", threshold == null ? null : threshold.measure().name());
        params.put("atMost", threshold == null ? null : threshold.atMost());
        params.put("unit", threshold == null ? null : threshold.unit().name());
        params.put("words", rule.words().toArray(String[]::new));
        params.put("deciders", rule.decidersOnly());
        params.put("again", rule.againDays());
        params.put("due", rule.dueHours());
        params.put("sort", rule.sort());
        params.put("version", rule.version());
        return params;
    }

    private static Change said(FollowUpRule rule, String action, @Nullable FollowUpRule before) {
        return Change.of(new Subject("FOLLOW_UP_RULE", rule.id().id(), rule.name(), null), action)
            .with("name", before == null ? null : before.name(), rule.name())
            .with("active", before == null ? null : before.active(), rule.active())
            .with("threshold", before == null ? null : text(before.threshold()), text(rule.threshold()))
            .with("words", before == null ? null : String.join(", ", before.words()), String.join(", ", rule.words()))
            .with("decidersOnly", before == null ? null : before.decidersOnly(), rule.decidersOnly())
            .with("againDays", before == null ? null : before.againDays(), rule.againDays())
            .with("dueHours", before == null ? null : before.dueHours(), rule.dueHours());
    }

    private static @Nullable String text(@Nullable Threshold it) {
        return it == null ? null : it.measure() + " ≤ " + it.atMost().stripTrailingZeros().toPlainString();
    }

    private static FollowUpRule row(ResultSet rs, int i) throws SQLException {
        var measure = rs.getString("measure");
        var threshold = measure == null ? null : new Threshold(Measure.valueOf(measure), rs.getBigDecimal("at_most"),
                Threshold.Unit.valueOf(rs.getString("unit")));
        var words = Arrays.asList((String[]) rs.getArray("words").getArray());
        return new FollowUpRule(new RuleId(rs.getObject("id", UUID.class)), rs.getString("name"),
                rs.getString("name_en"), rs.getBoolean("active"), threshold, words, rs.getBoolean("deciders_only"),
                rs.getObject("again_days", Integer.class), rs.getInt("due_hours"), rs.getInt("sort"),
                rs.getLong("version"));
    }

}
