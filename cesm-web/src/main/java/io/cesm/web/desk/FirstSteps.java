package io.cesm.web.desk;

import java.util.List;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.web.mail.MailPost;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an administrator has to do before an empty system is one that others can work
 * with.
 */
@Component
class FirstSteps {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final MailPost mails;

    FirstSteps(JdbcClient jdbc, CurrentActor current, MailPost mails) {
        this.jdbc = jdbc;
        this.current = current;
        this.mails = mails;
    }

    /**
     * One step; its texts are {@code work.first.<key>} and {@code work.first.<why>.why}.
     *
     * @param href where it is done, or what has to be done for it first
     */
    record Step(String key, String why, String href, boolean done) {

        Step(String key, String href, boolean done) {
            this(key, key, href, done);
        }

    }

    /** The steps as they stand, or none for whoever has nothing to do with them. */
    List<Step> ahead() {
        if (!current.actor().roles().contains(Role.ADMIN)) {
            return List.of();
        }
        var steps = jdbc.sql("""
                select (select count(*) from (select 1 from staff where status = 'ACTIVE' limit 2) s) > 1 as people,
                       exists (select from customer) as customers, exists (select from account_team) as teams,
                       exists (select from expectation) as expectations""")
            .query((rs, i) -> List.of(new Step("people", "/admin/people", rs.getBoolean("people")),
                    new Step("customers", "/imports", rs.getBoolean("customers")),
                    new Step("teams", "/customers", rs.getBoolean("teams")),
                    new Step("mail", "/admin/health", mails.leaves()), logging(rs.getBoolean("expectations"))))
            .single();
        // a company may well stay without mail server
        return steps.stream().allMatch(it -> it.done() || it.key().equals("mail")) ? List.of() : steps;
    }

    /** Who administers only may not log: it needs somebody who works with customers. */
    private Step logging(boolean done) {
        return current.actor().may(Right.EXPECTATION_EDIT) ? new Step("expectations", "/expectations/new", done)
                : new Step("expectations", "others", "/admin/people", done);
    }

}
