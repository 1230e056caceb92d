package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes on an invitation that its link was opened, begun or answered. In an anonymous
 * survey nothing is noted that could lead to the answer: no time, and never in the
 * transaction of the answer.
 */
@Service
public class MarkingInvitations {

    private final JdbcClient jdbc;

    private final TransactionTemplate apart;

    private final Clock clock;

    MarkingInvitations(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Somebody looks at the first page; harmless to say twice, or for an open link. */
    @Transactional
    public void opened(OpenedLink link) {
        mark(link, "OPENED", "'QUEUED', 'SENT', 'BOUNCED'", null);
    }

    /** Somebody has answered the first page. */
    @Transactional
    public void begun(OpenedLink link) {
        mark(link, "BEGUN", "'QUEUED', 'SENT', 'BOUNCED', 'OPENED'", null);
    }

    /**
     * Claims the one answer of a personal link. In a named or confidential survey it
     * stands and falls with the transaction of the answer; in an anonymous one it is done
     * at once and for itself, before the answer is stored.
     * @return false if the link was answered before; always true for an open link
     */
    @Transactional
    public boolean answered(OpenedLink link) {
        if (link.invitation() == null) {
            return true;
        }
        var from = "'QUEUED', 'SENT', 'BOUNCED', 'OPENED', 'BEGUN'";
        if (link.isAnonymous()) {
            return Boolean.TRUE.equals(apart.execute(status -> mark(link, "ANSWERED", from, null)));
        }
        return mark(link, "ANSWERED", from, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private boolean mark(OpenedLink link, String state, String from, @Nullable OffsetDateTime at) {
        return link.invitation() != null && jdbc
            .sql("update survey_invitation set state = :state, answered_at = :at, version = version + 1"
                    + " where id = :id and state in (" + from + ")")
            .param("state", state)
            .param("at", at, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", link.invitation())
            .update() == 1;
    }

}
