package io.cesm.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.web.security.SignInThrottle.Reason;
import io.cesm.web.security.SignInThrottle.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Judges a user name and password. What it answers, and how long it takes, does not tell
 * whether there is such an account.
 */
@Service
class SigningIn {

    /** Longer than a hash, a note and a commit take. */
    private static final Duration REFUSED_AFTER = Duration.ofMillis(350);

    private final AccessBook accesses;

    private final Credentials credentials;

    private final SignInThrottle throttle;

    private final StaffBook staff;

    private final Timeline timeline;

    private final Notices notices;

    private final TransactionOperations transaction;

    private final Clock clock;

    SigningIn(AccessBook accesses, Credentials credentials, SignInThrottle throttle, StaffBook staff, Timeline timeline,
            Notices notices, TransactionOperations transaction, Clock clock) {
        this.accesses = accesses;
        this.credentials = credentials;
        this.throttle = throttle;
        this.staff = staff;
        this.timeline = timeline;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A refusal comes after the same time, whatever it took to find out. */
    Answer judge(@Nullable String login, @Nullable String password, String channel, String address) {
        long until = System.nanoTime() + REFUSED_AFTER.toNanos();
        var answer = find(login, password, channel, address);
        if (answer instanceof Answer.Wrong) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return answer;
    }

    private Answer find(@Nullable String login, @Nullable String password, String channel, String address) {
        var account = login == null ? "" : login.strip();
        if (account.isEmpty() || account.length() > 120 || password == null || password.isEmpty()) {
            return new Answer.Wrong();
        }
        var access = accesses.byLogin(account);
        var verdict = throttle.ask(account, access.map(Access::staff).orElse(null), address);
        if (!verdict.allowed()) {
            warn(verdict, access, address);
            return new Answer.Later(verdict.seconds());
        }
        boolean right = credentials.matches(access.map(Access::staff).orElse(null), password);
        var who = access.filter(Access::active);
        if (!right || who.isEmpty()) {
            access.ifPresent(known -> note(known, "SIGN_IN_FAILED", channel, address));
            return new Answer.Wrong();
        }
        throttle.succeeded(account, who.get().staff(), address);
        return new Answer.Right(who.get());
    }

    void note(Access access, String action, String channel, String address) {
        transaction.executeWithoutResult(status -> timeline.record(Change.of(subject(access), action),
                action.equals("SIGN_IN_FAILED")
                        ? new Actor(Actor.Kind.SYSTEM, null, access.login(), java.util.Set.of(), java.util.Set.of(),
                                io.cesm.domain.people.Scope.none(), channel, address)
                        : access.actor(channel, address)));
    }

    private void warn(Verdict verdict, Optional<Access> access, String address) {
        if (verdict.reason() == Reason.ACCOUNT && access.isPresent()) {
            var owner = access.get();
            transaction.executeWithoutResult(status -> notices.tell(owner.staff(), "sign_in_guesses", subject(owner),
                    Map.of(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()));
        }
        if (verdict.reason() == Reason.NETWORK) {
            var hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toString();
            var network = Network.of(address);
            transaction.executeWithoutResult(status -> staff.ofRole(Role.ADMIN)
                .forEach(admin -> notices.tell(admin.id(), "sign_in_flood",
                        new Subject("STAFF", admin.id().id(), network, null), Map.of("network", network),
                        network + ":" + hour)));
        }
    }

    private static Subject subject(Access access) {
        return new Subject("STAFF", access.staff().id(), access.name(), null);
    }

    /** What the door says. */
    sealed interface Answer {

        /** Name and password fit. */
        record Right(Access access) implements Answer {
        }

        /** They do not, or there is no such account, or it is disabled. */
        record Wrong() implements Answer {
        }

        /** Too many tries; come again later. */
        record Later(long seconds) implements Answer {
        }

    }

}
