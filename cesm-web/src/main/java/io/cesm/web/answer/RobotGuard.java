package io.cesm.web.answer;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.satisfaction.answer.AnswerSeal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps programs from answering links that anybody has: a field people do not see, a
 * signed moment when the form was made, a number of answers a minute from one network,
 * and a small piece of work that a browser does by itself. Who has no script waits
 * longer, no more. The counts are each node's own: they guard the node, not a promise.
 */
@Component
class RobotGuard {

    /** Nobody reads and answers a page sooner. */
    private static final Duration SOONEST = Duration.ofSeconds(3);

    private static final Duration OLDEST = Duration.ofDays(2);

    /**
     * Leading bits of the digest that have to be 0: some tenths of a second on a phone.
     */
    static final int WORK_BITS = 14;

    private static final int WITH_WORK = 20;

    private final AnswerSeal seal;

    private final Clock clock;

    private final int perMinute;

    private final Cache<String, Bucket> uses = Caffeine.newBuilder()
        .expireAfterAccess(Duration.ofMinutes(2))
        .maximumSize(50_000)
        .build();

    RobotGuard(AnswerSeal seal, Clock clock, @Value("${cesm.answers.open-per-minute:30}") int perMinute) {
        this.seal = seal;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** What the form carries to show when it was made. */
    String mark(String secret) {
        var at = String.valueOf(clock.instant().getEpochSecond());
        return at + "." + signature(secret, at);
    }

    /**
     * Why a form is not taken yet.
     * @return key of the sentence, null if it is taken
     */
    @Nullable String objection(String secret, SentAnswers form, HttpServletRequest request) {
        return objection(secret, form.textOrNull("p_site"), form.text("p_mark", ""), form.text("p_work", ""), request);
    }

    @Nullable String objection(String secret, @Nullable String site, String mark, String work, HttpServletRequest request) {
        if (site != null && !site.isBlank()) {
            return "answer.robot.field";
        }
        var age = age(secret, mark);
        if (age == null || age.compareTo(OLDEST) > 0) {
            return "answer.robot.old";
        }
        if (age.compareTo(SOONEST) < 0) {
            return "answer.robot.fast";
        }
        boolean worked = worked(mark, work);
        return mayAnswer(request, worked ? WITH_WORK : 1) ? null : "answer.robot.many";
    }

    /** Counts an answer of a network. */
    boolean mayAnswer(HttpServletRequest request, int times) {
        var key = Crowd.network(request) + " " + times;
        var bucket = uses.get(key,
                it -> Bucket.builder()
                    .addLimit(Bandwidth.builder()
                        .capacity((long) perMinute * times)
                        .refillGreedy((long) perMinute * times, Duration.ofMinutes(1))
                        .build())
                    .build());
        return bucket.tryConsume(1);
    }

    private @Nullable Duration age(String secret, String mark) {
        var parts = mark.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,12}")
                || !MessageDigest.isEqual(signature(secret, parts[0]).getBytes(), parts[1].getBytes())) {
            return null;
        }
        return Duration.ofSeconds(clock.instant().getEpochSecond() - Long.parseLong(parts[0]));
    }

    private String signature(String secret, String at) {
        return HexFormat.of().formatHex(seal.digest("form\n" + secret + "\n" + at), 0, 16);
    }

    static boolean worked(String challenge, String work) {
        if (!work.matches("[0-9]{1,10}")) {
            return false;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((challenge + "." + work).getBytes());
            int first = ((digest[0] & 0xFF) << 8) | (digest[1] & 0xFF);
            return first >>> (16 - WORK_BITS) == 0;
        }
        catch (java.security.NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
