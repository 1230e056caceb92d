package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer's contact sees and does with their link. Everything they may touch
 * follows from the token alone; looking changes nothing.
 */
@Service
@Transactional
public class ConfirmingByLink {

    private final ConfirmationLinks links;

    private final ExpectationDesk desk;

    private final ExpectationBook book;

    private final Account account;

    private final Notices notices;

    private final JdbcClient jdbc;

    private final Clock clock;

    ConfirmingByLink(ConfirmationLinks links, ExpectationDesk desk, ExpectationBook book, Account account,
            Notices notices, JdbcClient jdbc, Clock clock) {
        this.links = links;
        this.desk = desk;
        this.book = book;
        this.account = account;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a link shows.
     *
     * @param about what the contact is asked about; null unless the link is open, or used
     * in this same browser
     * @param contactName whom the link was made for
     * @param language the contact's language, if known
     */
    public record Seen(LinkState state, @Nullable ExpectationDetails about, @Nullable String contactName,
            @Nullable String language) {

        static Seen nothing(LinkState state) {
            return new Seen(state, null, null, null);
        }

    }

    /**
     * Looks at what a link is about.
     * @param receipt what this browser was given when it answered, if it did
     */
    @Transactional(readOnly = true)
    public Seen look(@Nullable String token, @Nullable String receipt) {
        var link = find(token);
        if (link == null) {
            return Seen.nothing(LinkState.UNKNOWN);
        }
        var person = person(link.contact());
        var state = link.state(desk.requireAnywhere(link.expectation()), person != null, clock.instant());
        var mayRead = state == LinkState.OPEN
                || (state == LinkState.USED && receipt != null && link.isReceipt(LinkSecrets.digest(receipt)));
        return new Seen(state, mayRead ? book.requireAnywhere(link.expectation()) : null,
                person == null ? null : person.name(), person == null ? null : person.language());
    }

    /**
     * Takes the contact's answer, once.
     * @param met whether they got what was promised
     * @param address network address they came from
     * @return a receipt for this browser, or null if the link no longer works
     */
    public @Nullable String answer(@Nullable String token, boolean met, @Nullable BigDecimal perceived,
            @Nullable String words, @Nullable String address) {
        var link = find(token);
        var person = link == null ? null : person(link.contact());
        if (link == null || person == null) {
            return null;
        }
        var expectation = desk.requireAnywhere(link.expectation());
        if (link.state(expectation, true, clock.instant()) != LinkState.OPEN) {
            return null;
        }
        return Acting.as(Actor.customer(person.name(), address), () -> {
            var receipt = LinkSecrets.next();
            link.use(LinkSecrets.digest(receipt), clock.instant());
            links.save(link);
            links.flush();
            record(expectation, link.contact(), met, perceived, words);
            tellOwner(expectation, met);
            return receipt;
        });
    }

    private void record(Expectation expectation, ContactId contact, boolean met, @Nullable BigDecimal perceived,
            @Nullable String words) {
        desk.change(expectation, met ? "CONFIRM" : "NOT_MEET", null, (it, now) -> {
            var said = new CustomerAnswer(perceived, now.today(), contact, Channel.LINK, words);
            if (met) {
                it.confirm(said, now);
            }
            else {
                it.notMet(said, account.standard(it.customer()).dueToCommit(now.today()), now);
            }
        });
    }

    private void tellOwner(Expectation expectation, boolean met) {
        var owner = expectation.owner();
        if (owner != null) {
            notices.tell(owner, met ? "CUSTOMER_CONFIRMED" : "CUSTOMER_NOT_MET",
                    ExpectationHistory.subject(expectation), Map.of(), expectation.id() + "/" + expectation.revision());
        }
    }

    private @Nullable ConfirmationLink find(@Nullable String token) {
        if (token == null || !LinkSecrets.couldBe(token)) {
            return null;
        }
        return links.findByTokenHash(LinkSecrets.digest(token)).orElse(null);
    }

    private @Nullable Person person(ContactId contact) {
        return jdbc.sql("select name, language from contact where id = ? and active and merged_into is null")
            .param(contact.id())
            .query(Person.class)
            .optional()
            .orElse(null);
    }

    record Person(String name, @Nullable String language) {
    }

}
