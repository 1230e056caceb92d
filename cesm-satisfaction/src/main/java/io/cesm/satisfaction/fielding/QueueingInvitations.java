package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.FrozenVersions;

/** Puts people of a frame into the queue of those who will be asked by mail. */
@Component
class QueueingInvitations {

    private final LinkTokens tokens;

    private final FrozenVersions versions;

    private final JdbcClient jdbc;

    private final Clock clock;

    QueueingInvitations(LinkTokens tokens, FrozenVersions versions, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int queue(Survey survey, List<Decision> asked) {
        if (asked.isEmpty()) {
            return 0;
        }
        var ids = asked.stream().map(it -> Uuid7.next()).toArray(UUID[]::new);
        var now = clock.instant();
        jdbc.sql(
                """
                        with made as (
                            insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state, token_hash,
                                                           about, not_before, created_at, version)
                            select r.id, :survey, f.customer_id, f.contact_id, 'MAIL', r.language, 'QUEUED', decode(r.hash, 'hex'),
                                   '{}', cast(r.since as timestamptz), :now, 0
                              from unnest(:ids, :frames, :languages, :hashes, :sinces) as r(id, frame, language, hash, since)
                              join survey_frame f on f.id = r.frame)
                        update survey_frame f set invitation_id = r.id
                          from unnest(:ids, :frames) as r(id, frame) where f.id = r.frame""")
            .param("survey", survey.id().id())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("ids", ids)
            .param("frames", asked.stream().map(it -> it.who().id()).toArray(UUID[]::new))
            .param("languages", asked.stream().map(it -> language(survey, it.who().language())).toArray(String[]::new))
            .param("hashes", hashes(ids))
            .param("sinces", asked.stream().map(it -> since(it.until(), now).toString()).toArray(String[]::new))
            .update();
        return asked.size();
    }

    /** The language of the questionnaire in which a person is spoken to. */
    String language(Survey survey, @Nullable String own) {
        return versions.require(survey.asked()).definition().language(own == null ? "zh" : own);
    }

    private String[] hashes(UUID[] ids) {
        return java.util.Arrays.stream(ids)
            .map(it -> HexFormat.of().formatHex(tokens.digestOf(it)))
            .toArray(String[]::new);
    }

    private static Instant since(@Nullable LocalDate until, Instant now) {
        return until == null ? now : CompanyTime.startOf(until);
    }

}
