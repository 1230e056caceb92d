package io.cesm.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalmLogTests {

    private final LoggerContext context = new LoggerContext();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        context.addTurboFilter(new CalmLog());
        log.start();
        context.getLogger("ROOT").addAppender(log);
    }

    @Test
    void saysOnceInOneSentenceThatTheDatabaseIsAway() {
        var gone = new IllegalStateException("request failed",
                new SQLException("Connection refused.\nCheck it", "08001"));

        for (int i = 0; i < 5; i++) {
            context.getLogger("jobs").error("Failed polling", gone);
            context.getLogger("pool").warn("{} - broken", "pool", gone);
        }

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
            .containsExactly("The database does not answer: Connection refused.",
                    "The database does not answer: Connection refused.");
        assertThat(log.list).allSatisfy(it -> assertThat(it.getThrowableProxy()).isNull());
    }

    @Test
    void leavesEveryOtherErrorItsStackTrace() {
        context.getLogger("jobs").error("Failed", new SQLException("duplicate key", "23505"));
        context.getLogger("jobs").error("Failed", new IllegalStateException("a fault"));

        assertThat(log.list).hasSize(2).allSatisfy(it -> assertThat(it.getThrowableProxy()).isNotNull());
    }

}
