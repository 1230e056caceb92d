package io.cesm.web.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.cesm.governance.escalation.EscalationBook;
import io.cesm.web.mail.MailPost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Judges what was read of the installation; the limits stand here and nowhere else. */
@Component
class HealthReport {

    private static final long MIB = 1L << 20;

    private static final long NO_ROOM = 512 * MIB;

    private static final long LITTLE_ROOM = 5 * 1024 * MIB;

    private static final Duration BORNE_SKEW = Duration.ofSeconds(30);

    private final StoreState.Reading reading;

    private final EscalationBook escalations;

    private final MailPost mails;

    private final Path directory;

    private final Clock clock;

    HealthReport(StoreState.Reading reading, EscalationBook escalations, MailPost mails,
            @Value("${cesm.data-dir}") Path directory, Clock clock) {
        this.reading = reading;
        this.escalations = escalations;
        this.mails = mails;
        this.directory = directory;
        this.clock = clock;
    }

    /** Every part of the installation, always in the same order. */
    List<Finding> now() {
        var state = reading.now();
        var found = new ArrayList<Finding>();
        found.add(database(state));
        found.add(clock(state));
        found.add(room(freeBytes()));
        found.add(jobs(state));
        found.add(escalation(escalations.overdueWithoutEscalation()));
        found.add(mail(state, mails.leaves()));
        found.add(mailbox(state));
        found.add(figures(state));
        return found;
    }

    static Finding database(StoreState it) {
        var free = it.most() - it.connections();
        return free * 10 < it.most() ? Finding.look("database", "full", it.connections(), it.most())
                : Finding.fine("database", it.version(), it.size() / MIB, it.connections(), it.most());
    }

    private Finding clock(StoreState it) {
        var skew = Duration.between(it.now(), clock.instant()).abs();
        return skew.compareTo(BORNE_SKEW) > 0 ? Finding.bad("clock", "apart", skew.toSeconds())
                : Finding.fine("clock", skew.toMillis() / 1_000.0);
    }

    static Finding room(long free) {
        if (free < NO_ROOM) {
            return Finding.bad("room", "none", free / MIB);
        }
        return free < LITTLE_ROOM ? Finding.look("room", "little", free / MIB)
                : Finding.fine("room", free / MIB / 1024);
    }

    static Finding jobs(StoreState it) {
        var failing = it.failing();
        if (failing != null) {
            return Finding.bad("jobs", "failing", failing);
        }
        return it.late() > 0 ? Finding.look("jobs", "late", it.late()) : Finding.fine("jobs");
    }

    static Finding escalation(long missing) {
        return missing > 0 ? Finding.bad("escalation", "missing", missing).at("/complaints?overdue=true")
                : Finding.fine("escalation");
    }

    static Finding mail(StoreState it, boolean leaves) {
        if (!leaves) {
            return Finding.look("mail", "stays").at("/outbox");
        }
        if (it.stuck() > 0) {
            return Finding.bad("mail", "stuck", it.stuck()).at("/complaints/outbox");
        }
        return it.failed() > 0 ? Finding.look("mail", "failed", it.failed()).at("/complaints/outbox")
                : Finding.fine("mail");
    }

    static Finding mailbox(StoreState it) {
        var problem = it.mailbox();
        return (problem == null ? Finding.fine("mailbox") : Finding.bad("mailbox", "closed", problem))
            .at("/admin/mailbox");
    }

    static Finding figures(StoreState it) {
        return it.pending() >= StoreState.MANY ? Finding.look("figures", "behind", it.pending())
                : Finding.fine("figures", it.pending());
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The data directory " + directory + " cannot be asked for its room", ex);
        }
    }

}
