package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;

/** Saying whom a survey could ask: by filter, by a list, by hand. */
@Service
@Transactional
public class BuildingFrames {

    private static final int MOST_LINES = 5_000;

    private static final int MOST_PEOPLE = 200_000;

    private final Surveys surveys;

    private final ContactBook contacts;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    BuildingFrames(Surveys surveys, ContactBook contacts, CurrentActor current, Timeline timeline, JdbcClient jdbc,
            Clock clock) {
        this.surveys = surveys;
        this.contacts = contacts;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What came of a list.
     *
     * @param added how many are new in the frame
     * @param known how many were in it already
     * @param unknown lines that fit nobody within reach
     * @param ambiguous lines that fit several people
     */
    public record Listed(int added, int known, List<String> unknown, List<String> ambiguous) {
    }

    /** Puts everybody a filter finds among the actor's customers into the frame. */
    public int add(SurveyId id, FrameFilter filter) {
        var it = open(id);
        Map<String, Object> params = new HashMap<>(current.actor().scope().params());
        var where = where(filter, params);
        params.put("limit", MOST_PEOPLE);
        var found = jdbc
            .sql("select k.id from contact k join customer c on c.id = k.customer_id where " + where
                    + " order by c.name_key, k.name_key, k.id limit :limit")
            .params(params)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        int added = put(it, found, FrameSource.FILTER);
        timeline.record(Change.of(PlanningSurveys.subject(it), "FRAME_FILTERED").with("people", null, added));
        return added;
    }

    /** How many a filter would find. */
    @Transactional(readOnly = true)
    public int count(FrameFilter filter) {
        Map<String, Object> params = new HashMap<>(current.actor().scope().params());
        return jdbc
            .sql("select count(*) from contact k join customer c on c.id = k.customer_id where "
                    + where(filter, params))
            .params(params)
            .query(Integer.class)
            .single();
    }

    /**
     * Puts people of a list into the frame, one a line: mail address, phone, WeCom id, or
     * the key of another system.
     */
    public Listed add(SurveyId id, List<String> lines, FrameSource source) {
        var it = open(id);
        if (lines.size() > MOST_LINES) {
            throw new FieldRefusal("lines", "fielding.too_many_lines", MOST_LINES);
        }
        Set<UUID> found = new LinkedHashSet<>();
        var unknown = new ArrayList<String>();
        var ambiguous = new ArrayList<String>();
        for (var line : lines) {
            var text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            var who = find(text);
            if (who.size() == 1) {
                found.add(who.getFirst().id());
            }
            else {
                (who.isEmpty() ? unknown : ambiguous).add(text.length() > 80 ? text.substring(0, 80) : text);
            }
        }
        if (found.isEmpty()) {
            throw new FieldRefusal("lines", "fielding.nobody_found");
        }
        int added = put(it, List.copyOf(found), source);
        timeline
            .record(Change.of(PlanningSurveys.subject(it), source == FrameSource.FILE ? "FRAME_LISTED" : "FRAME_PICKED")
                .with("people", null, added));
        return new Listed(added, found.size() - added, unknown, ambiguous);
    }

    /** Takes somebody out again, as long as nothing was decided about them. */
    public void remove(SurveyId id, UUID row) {
        var it = open(id);
        int gone = jdbc.sql("delete from survey_frame where id = :id and survey_id = :survey and outcome = 'FRAME'")
            .param("id", row)
            .param("survey", id.id())
            .update();
        if (gone == 0) {
            throw new Refusal("fielding.decided_already");
        }
        timeline.record(Change.of(PlanningSurveys.subject(it), "FRAME_REMOVED").with("people", 1, null));
    }

    private List<ContactId> find(String text) {
        var byKey = jdbc.sql("select id from contact where external_key = ? and merged_into is null")
            .param(text)
            .query((rs, i) -> new ContactId(rs.getObject(1, UUID.class)))
            .list();
        if (!byKey.isEmpty()) {
            return byKey.stream().filter(it -> contacts.find(it).isPresent()).toList();
        }
        return contacts.byPoint(text).stream().map(it -> it.id()).limit(2).toList();
    }

    private String where(FrameFilter filter, Map<String, Object> params) {
        var where = new StringBuilder("k.merged_into is null and k.active and c.status <> 'MERGED' and "
                + current.actor().scope().sql("k.customer_id"));
        if (!filter.tiers().isEmpty()) {
            where.append(" and c.tier = any(:tiers)");
            params.put("tiers", filter.tiers().stream().map(Integer::shortValue).toArray(Short[]::new));
        }
        var unit = filter.unit();
        if (unit != null) {
            where.append(" and c.unit_id in (select u.id from org_unit u join org_unit top on top.id = :unit"
                    + " where starts_with(u.path, top.path))");
            params.put("unit", unit.id());
        }
        var industry = filter.industry();
        if (industry != null && !industry.isBlank()) {
            where.append(" and c.industry = :industry");
            params.put("industry", industry.strip());
        }
        any("k.decision_role", "roles", filter.roles(), where, params);
        any("k.kind", "kinds", filter.kinds(), where, params);
        var consent = filter.consent();
        if (consent != null) {
            where.append(" and coalesce((select n.given from consent n where n.contact_id = k.id"
                    + " and n.purpose = :purpose order by n.at desc, n.id desc limit 1), false)");
            params.put("purpose", consent.name());
        }
        return where.toString();
    }

    private static void any(String column, String name, Set<? extends Enum<?>> values, StringBuilder where,
            Map<String, Object> params) {
        if (!values.isEmpty()) {
            where.append(" and ").append(column).append(" = any(:").append(name).append(")");
            params.put(name, values.stream().map(Enum::name).toArray(String[]::new));
        }
    }

    private int put(Survey it, List<UUID> people, FrameSource source) {
        return insert(jdbc, it.id(), people, source,
                current.actor().staff() == null ? null : java.util.Objects.requireNonNull(current.actor().staff()).id(),
                now());
    }

    static int insert(JdbcClient jdbc, SurveyId survey, List<UUID> people, FrameSource source, @Nullable UUID by,
            OffsetDateTime now) {
        return jdbc
            .sql("""
                    insert into survey_frame (id, survey_id, customer_id, contact_id, source, tier, outcome, added_at, added_by,
                                              outcome_at)
                    select r.id, :survey, k.customer_id, k.id, :source, c.tier, 'FRAME', :now, :by, :now
                      from unnest(:ids, :people) as r(id, contact) join contact k on k.id = r.contact
                      join customer c on c.id = k.customer_id
                     where not exists (select 1 from survey_frame f where f.survey_id = :survey and f.contact_id = k.id
                                          and f.event_key is null)""")
            .param("survey", survey.id())
            .param("source", source.name())
            .param("now", now)
            .param("by", by, java.sql.Types.OTHER)
            .param("ids", people.stream().map(each -> Uuid7.next()).toArray(UUID[]::new))
            .param("people", people.toArray(UUID[]::new))
            .update();
    }

    /** The survey, held so that nobody changes its frame meanwhile. */
    private Survey open(SurveyId id) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        jdbc.sql("select 1 from survey where id = ? for update").param(id.id()).query(Integer.class).optional();
        var it = surveys.findById(id).orElseThrow(UnknownThing::new);
        if (it.state() == SurveyState.CLOSED || it.state() == SurveyState.ANALYSED) {
            throw new Refusal("fielding.over");
        }
        return it;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
