package io.cesm.satisfaction.answer;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer with all that has to be there with it in one statement, which is one
 * round trip and one durable commit of its own.
 */
@Component
class AnswerWriter {

    /** The invitation is taken by whoever comes first. */
    private static final String TAKEN = """
            with taken as (
                update survey_invitation set state = 'ANSWERED', answered_at = cast(? as timestamptz), version = version + 1
                 where id = ? and state in ('QUEUED', 'SENT', 'BOUNCED', 'OPENED', 'BEGUN')
                returning id),
            keyed as (
                insert into survey_response_key (survey_id, key, response_id, digest)
                select cast(? as uuid), cast(? as text), cast(? as uuid), cast(? as bytea) from taken on conflict do nothing returning key),
            """;

    private static final String KEYED = """
            with keyed as (
                insert into survey_response_key (survey_id, key, response_id, digest)
                values (cast(? as uuid), cast(? as text), cast(? as uuid), cast(? as bytea)) on conflict do nothing returning key),
            """;

    private static final String STORED = """
            stored as (
                insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language,
                                             customer_id, contact_id, answered_at, segments, items, words)
                select cast(? as uuid), cast(? as date), cast(? as uuid), cast(? as uuid), true, false, ?, ?,
                       cast(? as uuid), cast(? as uuid), cast(? as timestamptz), cast(? as jsonb), cast(? as jsonb),
                       cast(? as jsonb) from keyed),
            counted as (
                insert into survey_pending (survey_id, answered_on, response_id)
                select cast(? as uuid), cast(? as date), cast(? as uuid) from keyed),
            untold as (
                insert into answer_untold (survey_id, answered_on, response_id)
                select cast(? as uuid), cast(? as date), cast(? as uuid) from keyed),
            cleared as (delete from answer_draft where key = ?)
            select count(*) from keyed
            """;

    private static final String HELD = """
            held as (
                insert into answer_held (id, survey_id, sealed)
                select cast(? as uuid), cast(? as uuid), cast(? as bytea) from keyed),
            cleared as (delete from answer_draft where key = ?)
            select count(*) from keyed
            """;

    private final JdbcTemplate jdbc;

    private final JsonMapper json;

    private final AnswerSeal seal;

    AnswerWriter(JdbcTemplate jdbc, JsonMapper json, AnswerSeal seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
    }

    /** Whether it was written; false if its key is taken, or its invitation. */
    boolean write(AnswerLink link, UUID id, Given given, String language, StoredAnswer answer, byte @Nullable [] digest,
            Instant at) {
        var day = CompanyTime.dayOf(at);
        var time = at.atOffset(ZoneOffset.UTC);
        var survey = link.survey().id();
        var segments = new java.util.LinkedHashMap<>(link.who().frozen(language));
        if (given.interviewer() != null) {
            segments.put("interviewer", given.interviewer());
        }
        var args = new Args();
        if (link.invitation() != null) {
            args.with(new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, time)).with(link.invitation());
        }
        args.with(survey).with(link.key()).with(id).with(new SqlParameterValue(Types.BINARY, digest));
        args.with(id).with(day).with(survey).with(link.survey().version()).with(link.channel()).with(language);
        args.uuid(link.who().customer()).uuid(link.who().contact()).with(time).with(json.writeValueAsString(segments));
        args.with(answer.items(json)).with(answer.words(json));
        args.with(survey).with(day).with(id).with(survey).with(day).with(id).with(draft(link));
        return run((link.invitation() != null ? TAKEN : KEYED) + STORED, args);
    }

    /**
     * Puts an anonymous answer among those that wait: sealed, under a random number, with
     * nothing that leads to the invitation, which is marked without a time.
     */
    boolean hold(AnswerLink link, String language, StoredAnswer answer, byte @Nullable [] digest) {
        var survey = link.survey().id();
        var segments = link.who().frozen(language);
        segments.remove("case");
        var sealed = seal.seal(json.writeValueAsString(new HeldAnswer(link.survey().version(), link.channel(), language,
                segments, answer.items(), answer.words())));
        var args = new Args();
        if (link.invitation() != null) {
            args.with(new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, null)).with(link.invitation());
        }
        args.with(survey).with(link.key()).uuid(null).with(new SqlParameterValue(Types.BINARY, digest));
        args.with(UUID.randomUUID()).with(survey).with(sealed).with(draft(link));
        return run((link.invitation() != null ? TAKEN : KEYED) + HELD, args);
    }

    private boolean run(String sql, Args args) {
        var written = jdbc.queryForObject(sql, Integer.class, args.all.toArray());
        return written != null && written > 0;
    }

    static String draft(AnswerLink link) {
        return link.invitation() != null ? "i:" + link.invitation() : link.key();
    }

    private static final class Args {

        private final java.util.List<@Nullable Object> all = new java.util.ArrayList<>();

        Args with(Object value) {
            all.add(value instanceof LocalDate day ? java.sql.Date.valueOf(day) : value);
            return this;
        }

        Args uuid(@Nullable UUID value) {
            all.add(new SqlParameterValue(Types.OTHER, value));
            return this;
        }

    }

}
