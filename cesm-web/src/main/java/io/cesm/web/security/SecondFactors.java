package io.cesm.web.security;

import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.cesm.domain.people.StaffId;
import io.github.bucket4j.BucketConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Time-based codes (RFC 6238: SHA-1, 6 digits, 30 s, as every authenticator understands)
 * and recovery codes. Each step and each recovery code counts once; five wrong tries,
 * then waiting.
 */
@Service
class SecondFactors {

    private static final BucketConfiguration TRIES = SignInThrottle
        .limits(SignInThrottle.limit(5, Duration.ofMinutes(5)), SignInThrottle.limit(20, Duration.ofHours(6)));

    private static final int RECOVERY_CODES = 10;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();

    private final JdbcClient jdbc;

    private final DataKey key;

    private final SignInThrottle throttle;

    private final TransactionOperations transaction;

    private final Clock clock;

    SecondFactors(JdbcClient jdbc, DataKey key, SignInThrottle throttle, TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.throttle = throttle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the person has confirmed a device. */
    boolean has(StaffId staff) {
        return jdbc.sql("select count(*) from second_factor where staff_id = :staff and confirmed_at is not null")
            .param("staff", staff.id())
            .query((rs, n) -> rs.getInt(1))
            .single() > 0;
    }

    /** Begins with a new device, which counts once {@link #confirm} saw a code of it. */
    byte[] begin(StaffId staff) {
        var pending = secret(staff, false);
        if (pending.isPresent()) {
            return pending.get().secret();
        }
        var secret = Secrets.bytes(20);
        jdbc.sql("insert into second_factor (staff_id, secret) values (:staff, :secret) on conflict do nothing")
            .param("staff", staff.id())
            .param("secret", key.seal(secret, "totp|" + staff))
            .update();
        return secret(staff, false).map(Factor::secret).orElse(secret);
    }

    /**
     * Takes the device into use.
     * @return the recovery codes, shown this once; empty if the code was wrong
     */
    List<String> confirm(StaffId staff, String code) {
        var pending = secret(staff, false);
        if (pending.isEmpty() || !throttle.askAt("totp|" + staff, TRIES).allowed()
                || !uses(staff, pending.get(), code)) {
            return List.of();
        }
        jdbc.sql("update second_factor set confirmed_at = :now where staff_id = :staff")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("staff", staff.id())
            .update();
        return renewRecovery(staff);
    }

    /** Judges a code at the sign-in. */
    Judgement judge(StaffId staff, String typed) {
        var door = "totp|" + staff;
        var verdict = throttle.askAt(door, TRIES);
        if (!verdict.allowed()) {
            return new Judgement(false, verdict.seconds());
        }
        var factor = secret(staff, true);
        boolean right = factor.isPresent() && (uses(staff, factor.get(), typed) || usesRecovery(staff, typed));
        if (right) {
            throttle.forgive(door, TRIES);
        }
        return new Judgement(right, 0);
    }

    List<String> renewRecovery(StaffId staff) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> newRecovery(staff)));
    }

    private List<String> newRecovery(StaffId staff) {
        jdbc.sql("delete from recovery_code where staff_id = :staff").param("staff", staff.id()).update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var code = recoveryCode();
            codes.add(code);
            jdbc.sql("insert into recovery_code (staff_id, code_hash) values (:staff, :hash)")
                .param("staff", staff.id())
                .param("hash", Secrets.hash(staff + "|" + code))
                .update();
        }
        return codes;
    }

    int recoveryLeft(StaffId staff) {
        return jdbc.sql("select count(*) from recovery_code where staff_id = :staff")
            .param("staff", staff.id())
            .query((rs, n) -> rs.getInt(1))
            .single();
    }

    void remove(StaffId staff) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from recovery_code where staff_id = :staff").param("staff", staff.id()).update();
            jdbc.sql("delete from second_factor where staff_id = :staff").param("staff", staff.id()).update();
        });
    }

    private boolean uses(StaffId staff, Factor factor, String typed) {
        var code = typed.replace(" ", "");
        if (!code.matches("\\d{6}")) {
            return false;
        }
        long now = clock.instant().getEpochSecond() / 30;
        for (long step = now - 1; step <= now + 1; step++) {
            if (code.equals(code(factor.secret(), step))) {
                return jdbc
                    .sql("update second_factor set last_step = :step where staff_id = :staff and last_step < :step")
                    .param("step", step)
                    .param("staff", staff.id())
                    .update() == 1;
            }
        }
        return false;
    }

    private boolean usesRecovery(StaffId staff, String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        return jdbc.sql("delete from recovery_code where staff_id = :staff and code_hash = :hash")
            .param("staff", staff.id())
            .param("hash", Secrets.hash(staff + "|" + code))
            .update() == 1;
    }

    private String code(byte[] secret, long step) {
        try {
            return totp.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"),
                    Instant.ofEpochSecond(step * 30));
        }
        catch (InvalidKeyException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private Optional<Factor> secret(StaffId staff, boolean confirmed) {
        return jdbc
            .sql("select secret from second_factor where staff_id = :staff and (confirmed_at is not null) = :confirmed")
            .param("staff", staff.id())
            .param("confirmed", confirmed)
            .query((rs, n) -> new Factor(key.open(rs.getBytes(1), "totp|" + staff)))
            .optional();
    }

    private static String recoveryCode() {
        var code = new StringBuilder();
        for (byte each : Secrets.bytes(16)) {
            code.append(LETTERS.charAt(each & 31));
            if (code.length() % 5 == 4 && code.length() < 19) {
                code.append('-');
            }
        }
        return code.toString();
    }

    private record Factor(byte[] secret) {
    }

    /**
     * What came of a code.
     *
     * @param later seconds to wait before the next try, 0 if it was judged
     */
    record Judgement(boolean right, long later) {
    }

}
