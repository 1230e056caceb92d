package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;

/** Links and QR codes of a survey that everybody may answer by who has them. */
@Service
@Transactional
public class OfferingLinks {

    private static final int MOST = 200;

    private static final Set<String> SEGMENTS = Set.of("place", "touch_point", "product", "flow");

    private final Surveys surveys;

    private final LinkTokens tokens;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    OfferingLinks(Surveys surveys, LinkTokens tokens, CurrentActor current, Timeline timeline, JdbcClient jdbc,
            Clock clock) {
        this.surveys = surveys;
        this.tokens = tokens;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An open link.
     *
     * @param token what its address ends with
     * @param channel LINK or QR
     * @param segments what all who answer by it are
     */
    public record OpenLink(UUID id, String token, String channel, String label, Map<String, String> segments,
            Instant createdAt, @Nullable String createdBy, @Nullable Instant revokedAt) {
    }

    /**
     * Makes a link.
     * @param channel LINK or QR
     * @param label where it is used, such as a hall or a newsletter
     */
    public OpenLink make(SurveyId id, String channel, @Nullable String label, Map<String, String> segments) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = surveys.require(id);
        if (it.state() == SurveyState.CLOSED || it.state() == SurveyState.ANALYSED) {
            throw new Refusal("fielding.over");
        }
        if (!channel.equals("LINK") && !channel.equals("QR")) {
            throw new FieldRefusal("channel", "fielding.link_or_qr");
        }
        segments.forEach((name, value) -> {
            if (!SEGMENTS.contains(name) || value.length() > 80) {
                throw new FieldRefusal("segments", "fielding.link_segment", String.join(", ", SEGMENTS));
            }
        });
        if (count(id) >= MOST) {
            throw new Refusal("fielding.too_many_links", MOST);
        }
        var link = Uuid7.next();
        var named = Texts.required(label, 80, "label");
        var by = current.actor().staff();
        jdbc.sql("""
                insert into survey_link (id, survey_id, token_hash, channel, label, segments, created_at, created_by)
                values (:id, :survey, :hash, :channel, :label, cast(:segments as jsonb), :at, :by)""")
            .param("id", link)
            .param("survey", id.id())
            .param("hash", tokens.digestOf(link))
            .param("channel", channel)
            .param("label", named)
            .param("segments", SettingsJson.write(segments))
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id())
            .update();
        timeline.record(Change.of(PlanningSurveys.subject(it), "LINK_MADE").note(named));
        return of(id).stream().filter(each -> each.id().equals(link)).findFirst().orElseThrow(UnknownThing::new);
    }

    /** Takes a link back; whoever opens it afterwards reads that it is gone. */
    public void revoke(SurveyId id, UUID link) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = surveys.require(id);
        var label = jdbc
            .sql("update survey_link set revoked_at = coalesce(revoked_at, :at) where id = :id and survey_id = :survey"
                    + " returning label")
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", link)
            .param("survey", id.id())
            .query(String.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        timeline.record(Change.of(PlanningSurveys.subject(it), "LINK_REVOKED").note(label));
    }

    /** The links of a survey, made first first. */
    @Transactional(readOnly = true)
    public List<OpenLink> of(SurveyId id) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        surveys.require(id);
        return jdbc.sql("""
                select l.id, l.channel, l.label, l.segments, l.created_at, l.revoked_at, b.name
                  from survey_link l left join staff b on b.id = l.created_by
                 where l.survey_id = ? order by l.created_at, l.id limit 500""").param(id.id()).query((rs, i) -> {
            var link = rs.getObject("id", UUID.class);
            var revoked = rs.getObject("revoked_at", OffsetDateTime.class);
            return new OpenLink(link, tokens.of(link), rs.getString("channel"), rs.getString("label"),
                    SettingsJson.strings(rs.getString("segments")),
                    rs.getObject("created_at", OffsetDateTime.class).toInstant(), rs.getString("name"),
                    revoked == null ? null : revoked.toInstant());
        }).list();
    }

    private int count(SurveyId id) {
        return jdbc.sql("select count(*) from survey_link where survey_id = ? and revoked_at is null")
            .param(id.id())
            .query(Integer.class)
            .single();
    }

}
