package io.cesm.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.jspecify.annotations.Nullable;

class HealthReportTests {

    private static final long GIB = 1L << 30;

    @Test
    void everyPartOfAQuietInstallationIsFine() {
        var quiet = state(5, 0, null, 0, 0, 3, null);
        assertThat(HealthReport.database(quiet).isFine()).isTrue();
        assertThat(HealthReport.jobs(quiet).isFine()).isTrue();
        assertThat(HealthReport.mail(quiet, true).isFine()).isTrue();
        assertThat(HealthReport.mailbox(quiet).isFine()).isTrue();
        assertThat(HealthReport.figures(quiet).isFine()).isTrue();
        assertThat(HealthReport.escalation(0).isFine()).isTrue();
        assertThat(HealthReport.room(100 * GIB).isFine()).isTrue();
    }

    @Test
    void aDiskThatFillsIsToldBeforeItIsFull() {
        assertThat(HealthReport.room(5 * GIB).level()).isEqualTo(Finding.Level.FINE);
        assertThat(HealthReport.room(5 * GIB - 1).level()).isEqualTo(Finding.Level.LOOK);
        assertThat(HealthReport.room(GIB / 2 - 1).level()).isEqualTo(Finding.Level.BAD);
    }

    @Test
    void aFailingJobIsNamedEvenIfOthersAreLate() {
        var found = HealthReport.jobs(state(5, 7, "reports, roll-up", 0, 0, 0, null));
        assertThat(found.level()).isEqualTo(Finding.Level.BAD);
        assertThat(found.args()).containsExactly("reports, roll-up");
        assertThat(HealthReport.jobs(state(5, 7, null, 0, 0, 0, null)).what()).isEqualTo("late");
    }

    @Test
    void mailsThatStickAreWorseThanMailsGivenUp() {
        assertThat(HealthReport.mail(state(5, 0, null, 2, 9, 0, null), true).what()).isEqualTo("stuck");
        assertThat(HealthReport.mail(state(5, 0, null, 0, 9, 0, null), true).what()).isEqualTo("failed");
        assertThat(HealthReport.mail(state(5, 0, null, 2, 9, 0, null), false).what()).isEqualTo("stays");
    }

    @Test
    void fewFreeConnectionsAndManyUncountedAnswersWantALook() {
        assertThat(HealthReport.database(state(91, 0, null, 0, 0, 0, null)).level()).isEqualTo(Finding.Level.LOOK);
        assertThat(HealthReport.figures(state(5, 0, null, 0, 0, StoreState.MANY, null)).what()).isEqualTo("behind");
    }

    @Test
    void aMailBoxThatCannotBeReadSaysWhy() {
        var found = HealthReport.mailbox(state(5, 0, null, 0, 0, 0, "AUTHENTICATIONFAILED"));
        assertThat(found.level()).isEqualTo(Finding.Level.BAD);
        assertThat(found.args()).containsExactly("AUTHENTICATIONFAILED");
    }

    private static StoreState state(int connections, int late, @Nullable String failing, int stuck, int failed,
            int pending, @Nullable String mailbox) {
        return new StoreState("18.6", GIB, connections, 100, Instant.EPOCH, late, failing, stuck, failed, pending,
                mailbox);
    }

}
