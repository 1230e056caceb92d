package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer's person sees and does with their link. Everything they may touch
 * follows from the token alone, and what they decide is theirs: nobody types it for them.
 */
@Service
@Transactional
public class CaseByLink {

    private static final int FILES_AT_ONCE = 10;

    private static final int MESSAGES_AN_HOUR = 20;

    private static final int FILES_A_DAY = 40;

    private static final String FIND = """
            select l.id, l.complaint_id, l.contact_id, l.expires_at, l.revoked_at, k.name, k.language
              from complaint_link l join contact k on k.id = l.contact_id and k.active and k.merged_into is null
             where l.token_hash = :hash""";

    private final ComplaintDesk desk;

    private final CustomerCaseBook book;

    private final CustomersTurn turn;

    private final DocumentingComplaints documents;

    private final Clock clock;

    private final JdbcClient jdbc;

    CaseByLink(ComplaintDesk desk, CustomerCaseBook book, CustomersTurn turn, DocumentingComplaints documents,
            Clock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.book = book;
        this.turn = turn;
        this.documents = documents;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * What a link shows.
     *
     * @param about null unless it is open
     */
    public record Seen(CaseLinkState state, @Nullable CustomerCase about) {
    }

    private record Held(UUID id, ComplaintId complaint, ContactId contact, String name, @Nullable String language,
            CaseLinkState state) {
    }

    /** Looks; nothing changes by it. */
    @Transactional(readOnly = true)
    public Seen look(@Nullable String token) {
        var held = find(token);
        if (held == null) {
            return new Seen(CaseLinkState.UNKNOWN, null);
        }
        return new Seen(held.state(),
                held.state() == CaseLinkState.OPEN ? book.of(held.complaint(), held.name(), held.language()) : null);
    }

    /** Whose link it is, and what to. */
    public record Holder(ComplaintId complaint, ContactId contact) {
    }

    /** Who holds a link that works. */
    @Transactional(readOnly = true)
    public Optional<Holder> holder(@Nullable String token) {
        var held = find(token);
        return held == null || held.state() != CaseLinkState.OPEN ? Optional.empty()
                : Optional.of(new Holder(held.complaint(), held.contact()));
    }

    /** Notes that the page was shown, so that we know they have seen it. */
    public void shown(String token) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("update complaint_link set opened_at = coalesce(opened_at, :now), last_opened_at = :now"
                + " where token_hash = :hash and (last_opened_at is null or last_opened_at < :before)")
            .param("now", now)
            .param("before", now.minusMinutes(1))
            .param("hash", CaseTokens.digest(token))
            .update();
    }

    /** Writes to us, with or without files. */
    public void write(String token, @Nullable String words, List<Attachment> files, @Nullable String address) {
        act(token, address, (complaint, held) -> {
            if (!complaint.state().isOpen()) {
                throw new Refusal("case.ended");
            }
            if (files.size() > FILES_AT_ONCE) {
                throw new FieldRefusal("files", "complaint.files.too_many", FILES_AT_ONCE);
            }
            judgeCrowd(held.complaint(), files.size());
            turn.wrote(complaint, held.contact(), words(words, files), ComplaintChannel.PORTAL, files);
        });
    }

    /** Accepts what we decided. */
    public void accept(String token, long version, @Nullable String words, @Nullable String address) {
        decide(token, version, address, Step.CONFIRM, words, null);
    }

    /**
     * Disagrees with what we decided.
     * @param external the outside way they mean to take, if they say so
     */
    public void decline(String token, long version, @Nullable String words, @Nullable String external,
            @Nullable String address) {
        decide(token, version, address, Step.DECLINE, words, external);
    }

    /** Says that it was not solved after all. */
    public void reopen(String token, long version, @Nullable String words, @Nullable String address) {
        act(token, address, (complaint, held) -> {
            StaleVersion.check(version, complaint.version());
            if (!book.mayReopen(complaint.id())) {
                throw new Refusal("case.reopen.too_late");
            }
            turn.step(complaint, held.contact(), Step.REOPEN, words, null);
        });
    }

    public void withdraw(String token, long version, @Nullable String words, @Nullable String address) {
        act(token, address, (complaint, held) -> {
            StaleVersion.check(version, complaint.version());
            turn.step(complaint, held.contact(), Step.WITHDRAW, words, null);
        });
    }

    /**
     * A file of a message of this complaint.
     * @throws UnknownThing if it is not one the customer may see
     */
    @Transactional(readOnly = true)
    public FileOfCase file(String token, UUID file) {
        var held = require(token);
        return documents.ofCustomer(held.complaint(), file);
    }

    /** A file with its content. */
    public record FileOfCase(String name, String mediaType, byte[] content) {
    }

    private void decide(String token, long version, @Nullable String address, Step step, @Nullable String words,
            @Nullable String external) {
        act(token, address, (complaint, held) -> {
            StaleVersion.check(version, complaint.version());
            turn.step(complaint, held.contact(), step, words, external);
        });
    }

    private interface Deed {

        void on(Complaint complaint, Held held);

    }

    private void act(String token, @Nullable String address, Deed deed) {
        var held = require(token);
        Consumer<Held> doing = it -> deed.on(desk.anywhere(it.complaint()), it);
        Acting.as(Actor.customer(held.name(), address), () -> doing.accept(held));
    }

    static String words(@Nullable String words, List<Attachment> files) {
        var said = Texts.optional(words, 4000, "words");
        if (said != null) {
            return said;
        }
        if (files.isEmpty()) {
            throw new FieldRefusal("words", "text.required");
        }
        return String.join(", ", files.stream().map(it -> it.name() == null ? "-" : it.name()).toList());
    }

    private void judgeCrowd(ComplaintId id, int files) {
        var now = clock.instant();
        var used = jdbc.sql("""
                select count(*) filter (where m.said_at > :hour) as messages,
                       (select count(*) from complaint_file f join complaint_message fm on fm.id = f.message_id
                         where f.complaint_id = :id and fm.kind = 'FROM_CUSTOMER' and f.added_at > :day) as files
                  from complaint_message m
                 where m.complaint_id = :id and m.kind = 'FROM_CUSTOMER' and m.staff_id is null""")
            .param("id", id.id())
            .param("hour", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
            .param("day", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> Map.of("messages", rs.getInt(1), "files", rs.getInt(2)))
            .single();
        if (requireNonNull(used.get("messages")) >= MESSAGES_AN_HOUR
                || requireNonNull(used.get("files")) + files > FILES_A_DAY) {
            throw new Refusal("case.too_many");
        }
    }

    private Held require(String token) {
        var held = find(token);
        if (held == null || held.state() != CaseLinkState.OPEN) {
            throw new UnknownThing();
        }
        return held;
    }

    private @Nullable Held find(@Nullable String token) {
        if (token == null || !CaseTokens.couldBe(token)) {
            return null;
        }
        var now = clock.instant();
        return jdbc.sql(FIND)
            .param("hash", CaseTokens.digest(token))
            .query((rs, i) -> held(rs, now))
            .optional()
            .orElse(null);
    }

    private static Held held(ResultSet rs, Instant now) throws SQLException {
        var state = CaseLinkState.of(ComplaintRegister.at(rs, "revoked_at"),
                requireNonNull(ComplaintRegister.at(rs, "expires_at")), now);
        return new Held(rs.getObject("id", UUID.class), new ComplaintId(rs.getObject("complaint_id", UUID.class)),
                new ContactId(rs.getObject("contact_id", UUID.class)), rs.getString("name"), rs.getString("language"),
                state);
    }

}
