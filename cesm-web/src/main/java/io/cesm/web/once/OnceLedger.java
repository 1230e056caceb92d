package io.cesm.web.once;

import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that were used, what was done under them and the answers that were given. */
@Component
class OnceLedger {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;

    private final StepResults results;

    private final Clock clock;

    OnceLedger(JdbcClient jdbc, StepResults results, Clock clock) {
        this.jdbc = jdbc;
        this.results = results;
        this.clock = clock;
    }

    /** An answer given before; status is null while it is not known (yet). */
    record Answer(byte[] request, @Nullable Integer status, @Nullable String mediaType, @Nullable String location,
            @Nullable String etag, byte @Nullable [] body) {

        boolean isTo(OnceKey asked) {
            return Arrays.equals(request, asked.request());
        }

    }

    /** A transaction that was committed. */
    final class Done {

        private final String call;

        private final byte @Nullable [] sealed;

        private Done(String call, byte @Nullable [] sealed) {
            this.call = call;
            this.sealed = sealed;
        }

        String call() {
            return call;
        }

        @Nullable Object result(OnceKey key, Type type) {
            return results.read(key.opened(sealed), type);
        }

    }

    Optional<Answer> find(OnceKey key) {
        return jdbc.sql("select request, status, media_type, location, etag, body from once_key where key = ?")
            .param(key.digest())
            .query((rs, i) -> new Answer(rs.getBytes(1), rs.getObject(2, Integer.class), rs.getString(3),
                    rs.getString(4), rs.getString(5), rs.getBytes(6)))
            .optional();
    }

    @Nullable Done step(byte[] step) {
        return jdbc.sql("select call, result from once_key where key = ? and call is not null")
            .param(step)
            .query((rs, i) -> new Done(rs.getString(1), rs.getBytes(2)))
            .optional()
            .orElse(null);
    }

    /**
     * Claims a step of the request in the running transaction.
     * @return false if another transaction has claimed it
     */
    boolean claim(byte[] step, OnceKey key, String call, @Nullable Object result) {
        return jdbc.sql("""
                insert into once_key (key, request, claimed_at, call, result) values (?, ?, ?, ?, ?)
                on conflict (key) do nothing""")
            .param(step)
            .param(key.request())
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .param(call)
            .param(key.sealed(results.write(result)))
            .update() == 1;
    }

    /** Keeps the answer; the first step's result is no longer needed. */
    void answer(OnceKey key, Answer answer) {
        jdbc.sql(
                """
                        update once_key set status = ?, media_type = ?, location = ?, etag = ?, body = ?, call = null, result = null
                         where key = ?""")
            .param(answer.status())
            .param(answer.mediaType())
            .param(answer.location())
            .param(answer.etag())
            .param(key.sealed(answer.body()))
            .param(key.digest())
            .update();
    }

    /** Forgets keys that are older than a day. */
    int sweep() {
        return jdbc.sql("delete from once_key where claimed_at < ?")
            .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
            .update();
    }

}
