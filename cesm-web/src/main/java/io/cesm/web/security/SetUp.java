package io.cesm.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.HireStaff;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.OrganisingUnits;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The very first start: whoever can read the console gets a code, and with it makes the
 * first administrator. With that the door is gone for good.
 */
@Service
class SetUp {

    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private static final Duration LIVES = Duration.ofMinutes(30);

    private static final int TRIES = 10;

    private final JdbcClient jdbc;

    private final OrganisingUnits units;

    private final ManagingStaff staff;

    private final Credentials credentials;

    private final PasswordRules rules;

    private final PublicAddress address;

    private final TransactionOperations transaction;

    private final Clock clock;

    /** Asked until somebody is there: who has worked here stays in the list of people. */
    private volatile boolean peopled;

    SetUp(JdbcClient jdbc, OrganisingUnits units, ManagingStaff staff, Credentials credentials, PasswordRules rules,
            PublicAddress address, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.staff = staff;
        this.credentials = credentials;
        this.rules = rules;
        this.address = address;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Prints a code if nobody can sign in yet. */
    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (!open()) {
            return;
        }
        var code = code();
        jdbc.sql(
                """
                        insert into set_up_code (code_hash, expires_at) values (:hash, :ends)
                        on conflict (single) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0
                        """)
            .param("hash", Secrets.hash(code))
            .param("ends", clock.instant().plus(LIVES).atOffset(ZoneOffset.UTC))
            .update();
        LOG.warn("""

                  CESM has no administrator yet. Open {} and use this code within 30 minutes:

                      {}

                  A restart gives a new one. / 系统尚无管理员，请在 30 分钟内打开上述地址并输入该代码；重启后会生成新的代码。
                """, address.link("/setup"), code);
    }

    /** Whether there is still no administrator. */
    boolean open() {
        return jdbc.sql("select count(*) from staff_role where role = 'ADMIN'")
            .query((rs, n) -> rs.getInt(1))
            .single() == 0;
    }

    /** Whether nobody works here yet, so that nobody could sign in. */
    boolean isEmpty() {
        if (!peopled) {
            peopled = jdbc.sql("select exists (select from staff)").query(Boolean.class).single();
        }
        return !peopled;
    }

    /**
     * Founds the company with its first administrator.
     * @throws UnknownThing if there is one already
     */
    StaffId begin(Wish wish) {
        if (!open()) {
            throw new UnknownThing();
        }
        requireCode(wish.code());
        var company = Texts.required(wish.company(), 120, "company");
        var person = Person.named(Texts.required(wish.name(), 80, "name"));
        var login = Texts.required(wish.login(), 120, "login");
        rules.check(wish.password(), "password", login, person.name(), company);
        var password = wish.password() == null ? "" : wish.password();
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            if (jdbc.sql("delete from set_up_code").update() != 1) {
                throw new UnknownThing();
            }
            return Acting.as(Actor.system("setup"), () -> {
                var unit = units.found(null, UnitKind.COMPANY, company, null, null);
                var first = staff.hire(HireStaff.of(login, person, unit, EnumSet.of(Role.ADMIN)));
                credentials.assign(List.of(first), password);
                return first;
            });
        }));
    }

    private void requireCode(@Nullable String typed) {
        int counted = jdbc.sql("update set_up_code set tries = tries + 1 where expires_at > :now and tries < :most")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("most", TRIES)
            .update();
        if (counted == 0) {
            throw new FieldRefusal("code", "setup.code_over");
        }
        var code = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        boolean right = jdbc.sql("select count(*) from set_up_code where code_hash = :hash")
            .param("hash", Secrets.hash(code))
            .query((rs, n) -> rs.getInt(1))
            .single() == 1;
        if (!right) {
            throw new FieldRefusal("code", "setup.code_wrong");
        }
    }

    private static String code() {
        var letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        var code = new StringBuilder();
        for (byte each : Secrets.bytes(16)) {
            code.append(letters.charAt(each & 31));
            if (code.length() % 5 == 4 && code.length() < 19) {
                code.append('-');
            }
        }
        return code.toString();
    }

    /** What the first visitor gives. */
    record Wish(@Nullable String code, @Nullable String company, @Nullable String login, @Nullable String name,
            @Nullable String password) {

        @Override
        public String toString() {
            return "Wish";
        }

    }

}
