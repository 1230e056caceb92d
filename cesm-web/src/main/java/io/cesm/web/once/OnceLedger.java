package io.cesm.web.once;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that were used and the answers that were given. */
@Component
class OnceLedger {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;

    private final Clock clock;

    OnceLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer given before; status is null while it is not known (yet). */
    record Answer(byte[] request, @Nullable Integer status, @Nullable String mediaType, @Nullable String location,
            @Nullable String etag, byte @Nullable [] body) {

        boolean isTo(byte[] asked) {
            return Arrays.equals(request, asked);
        }

    }

    Optional<Answer> find(byte[] key) {
        return jdbc.sql("select request, status, media_type, location, etag, body from once_key where key = ?")
            .param(key)
            .query((rs, i) -> new Answer(rs.getBytes(1), rs.getObject(2, Integer.class), rs.getString(3),
                    rs.getString(4), rs.getString(5), rs.getBytes(6)))
            .optional();
    }

    /**
     * Claims the key in the running transaction.
     * @throws DoneBefore if another transaction has claimed it
     */
    void claim(byte[] key, byte[] request) {
        int claimed = jdbc
            .sql("insert into once_key (key, request, claimed_at) values (?, ?, ?) on conflict (key) do nothing")
            .param(key)
            .param(request)
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        if (claimed == 0) {
            throw new DoneBefore();
        }
    }

    void answer(byte[] key, Answer answer) {
        jdbc.sql("update once_key set status = ?, media_type = ?, location = ?, etag = ?, body = ? where key = ?")
            .param(answer.status())
            .param(answer.mediaType())
            .param(answer.location())
            .param(answer.etag())
            .param(answer.body())
            .param(key)
            .update();
    }

    /** Forgets keys that are older than a day. */
    int sweep() {
        return jdbc.sql("delete from once_key where claimed_at < ?")
            .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
            .update();
    }

}
