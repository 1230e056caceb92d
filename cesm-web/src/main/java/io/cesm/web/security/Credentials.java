package io.cesm.web.security;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passwords of members of staff, as hashes. */
@Component
public class Credentials {

    static final int LONGEST = 256;

    private final JdbcClient jdbc;

    private final PasswordHashes hashes;

    private final Clock clock;

    Credentials(JdbcClient jdbc, PasswordHashes hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Gives several people the same password, for the demo company and for tests; people
     * themselves set theirs by a link or with the one they have.
     */
    public void assign(Collection<StaffId> people, String password) {
        var hash = hashes.hash(password);
        people.forEach(staff -> store(staff, hash));
    }

    void set(StaffId staff, String password) {
        store(staff, hashes.hash(password));
    }

    /**
     * Whether this is the person's password; takes as long for nobody and for somebody
     * without one.
     */
    boolean matches(@Nullable StaffId staff, String password) {
        var hash = staff == null ? Optional.<String>empty() : hash(staff);
        if (hash.isEmpty() || password.length() > LONGEST) {
            hashes.matchNobody(password.length() > LONGEST ? "" : password);
            return false;
        }
        return hashes.matches(password, hash.get());
    }

    private Optional<String> hash(StaffId staff) {
        return jdbc.sql("select password_hash from credential where staff_id = :staff")
            .param("staff", staff.id())
            .query((rs, n) -> rs.getString(1))
            .optional();
    }

    private void store(StaffId staff, String hash) {
        Instant now = clock.instant();
        jdbc.sql(
                """
                        insert into credential (staff_id, password_hash, changed_at) values (:staff, :hash, :at)
                        on conflict (staff_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
            .param("staff", staff.id())
            .param("hash", hash)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update();
    }

}
