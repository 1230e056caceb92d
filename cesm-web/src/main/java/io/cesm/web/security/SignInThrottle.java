package io.cesm.web.security;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import io.cesm.domain.people.StaffId;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, with buckets in the database that all nodes share: the delay grows
 * with the tries, nobody is ever locked out for good, and guesses from elsewhere do not
 * stop a person on a network they signed in from before.
 */
@Component
class SignInThrottle {

    private static final BucketConfiguration PAIR = limits(limit(5, Duration.ofMinutes(1)),
            limit(10, Duration.ofMinutes(10)), limit(20, Duration.ofHours(1)));

    private static final BucketConfiguration ACCOUNT = limits(limit(60, Duration.ofHours(1)));

    private static final BucketConfiguration NETWORK = limits(limit(100, Duration.ofMinutes(15)));

    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    private final ProxyManager<Long> buckets;

    private final DataKey key;

    private final JdbcClient jdbc;

    private final Clock clock;

    SignInThrottle(DataSource source, DataKey key, JdbcClient jdbc, Clock clock) {
        this.key = key;
        this.jdbc = jdbc;
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
            .table("rate_bucket")
            .primaryKeyMapper(PrimaryKeyMapper.LONG)
            .clientClock(new ClockMeter(clock))
            .expirationAfterWrite(io.github.bucket4j.distributed.ExpirationAfterWriteStrategy
                .basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
            .build();
    }

    /** Asks for one more try. */
    Verdict ask(String account, @Nullable StaffId staff, String address) {
        var network = Network.of(address);
        var refused = take("network|" + network, NETWORK);
        if (refused != null) {
            return Verdict.wait(refused, Reason.NETWORK);
        }
        refused = take(pair(account, network), PAIR);
        if (refused != null) {
            return Verdict.wait(refused, Reason.PAIR);
        }
        if (staff == null || !known(staff, network)) {
            refused = take(account(account), ACCOUNT);
            if (refused != null) {
                return Verdict.wait(refused, Reason.ACCOUNT);
            }
        }
        return Verdict.go();
    }

    /** One try of any kind at a door that has its own name, such as second codes. */
    Verdict askAt(String door, BucketConfiguration limits) {
        var refused = take(door, limits);
        return refused == null ? Verdict.go() : Verdict.wait(refused, Reason.PAIR);
    }

    void forgive(String door, BucketConfiguration limits) {
        bucket(door, limits).reset();
    }

    /** The try was right: it does not count, and the network is known from now on. */
    void succeeded(String account, StaffId staff, String address) {
        var network = Network.of(address);
        bucket("network|" + network, NETWORK).addTokens(1);
        bucket(pair(account, network), PAIR).reset();
        if (!known(staff, network)) {
            bucket(account(account), ACCOUNT).addTokens(1);
        }
        jdbc.sql("""
                insert into known_network (staff_id, network, last_seen_at) values (:staff, :network, :at)
                on conflict (staff_id, network) do update set last_seen_at = excluded.last_seen_at
                """)
            .param("staff", staff.id())
            .param("network", key.blind(network))
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Forgets buckets that are full again and networks long unseen. */
    int sweep() {
        return jdbc.sql("delete from rate_bucket where expires_at < :now").param("now", clock.millis()).update()
                + jdbc.sql("delete from known_network where last_seen_at < :then")
                    .param("then", clock.instant().minus(KNOWN_FOR).atOffset(ZoneOffset.UTC))
                    .update();
    }

    private boolean known(StaffId staff, String network) {
        return jdbc
            .sql("""
                    select count(*) from known_network where staff_id = :staff and network = :network and last_seen_at > :then
                    """)
            .param("staff", staff.id())
            .param("network", key.blind(network))
            .param("then", clock.instant().minus(KNOWN_FOR).atOffset(ZoneOffset.UTC))
            .query((rs, n) -> rs.getInt(1))
            .single() > 0;
    }

    private @Nullable Duration take(String name, BucketConfiguration limits) {
        var probe = bucket(name, limits).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(String name, BucketConfiguration limits) {
        return buckets.builder().build(ByteBuffer.wrap(key.blind("bucket|" + name)).getLong(), () -> limits);
    }

    private static String pair(String account, String network) {
        return "pair|" + account.toLowerCase(Locale.ROOT) + "|" + network;
    }

    private static String account(String account) {
        return "account|" + account.toLowerCase(Locale.ROOT);
    }

    static Bandwidth limit(long tries, Duration in) {
        return Bandwidth.builder().capacity(tries).refillGreedy(tries, in).build();
    }

    static BucketConfiguration limits(Bandwidth... bandwidths) {
        return new BucketConfiguration(List.of(bandwidths));
    }

    /** Why somebody has to wait. */
    enum Reason {

        NONE, PAIR, ACCOUNT, NETWORK

    }

    /**
     * Whether a try is allowed, and if not, when the next one is.
     */
    record Verdict(boolean allowed, Duration pause, Reason reason) {

        static Verdict go() {
            return new Verdict(true, Duration.ZERO, Reason.NONE);
        }

        static Verdict wait(Duration pause, Reason reason) {
            return new Verdict(false, pause, reason);
        }

        /** Full seconds to wait, at least one. */
        long seconds() {
            return Math.max(1, pause.plusMillis(999).toSeconds());
        }

    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000L;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }

    }

}
