package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a party sees and does with their link: everything follows from the token, and ends
 * with the party being removed.
 */
@Service
@Transactional
public class PartyByLink {

    private static final int FILES_AT_ONCE = 10;

    private static final int MESSAGES_AN_HOUR = 10;

    private static final int FILES_A_DAY = 20;

    private final ComplaintDesk desk;

    private final PartyBook book;

    private final CustomersTurn turn;

    private final Clock clock;

    private final JdbcClient jdbc;

    PartyByLink(ComplaintDesk desk, PartyBook book, CustomersTurn turn, Clock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.book = book;
        this.turn = turn;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * What a link shows.
     *
     * @param room null unless it is open
     */
    public record Seen(CaseLinkState state, @Nullable RoomOfParty room) {
    }

    private record Held(UUID party, ComplaintId complaint, String who, CaseLinkState state) {
    }

    /** Looks; nothing changes by it. */
    @Transactional(readOnly = true)
    public Seen look(@Nullable String token) {
        var held = find(token);
        if (held == null) {
            return new Seen(CaseLinkState.UNKNOWN, null);
        }
        return new Seen(held.state(),
                held.state() == CaseLinkState.OPEN ? book.room(held.complaint(), held.party()) : null);
    }

    /** Notes that the page was shown, so that we know they have seen it. */
    public void shown(String token) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("update complaint_party set opened_at = coalesce(opened_at, :now), last_opened_at = :now"
                + " where token_hash = :hash and (last_opened_at is null or last_opened_at < :before)")
            .param("now", now)
            .param("before", now.minusMinutes(1))
            .param("hash", CaseTokens.digest(token))
            .update();
    }

    /** Writes to us, with or without files. */
    public void write(String token, @Nullable String words, List<Attachment> files, @Nullable String address) {
        var held = require(token);
        var said = CaseByLink.words(words, files);
        if (files.size() > FILES_AT_ONCE) {
            throw new FieldRefusal("files", "complaint.files.too_many", FILES_AT_ONCE);
        }
        Acting.as(Actor.customer(held.who(), address), () -> {
            var complaint = desk.anywhere(held.complaint());
            if (!complaint.state().isOpen()) {
                throw new Refusal("case.ended");
            }
            judgeCrowd(held.party(), files.size());
            turn.partyWrote(complaint, held.party(), said, files);
        });
    }

    /**
     * A file of a message this party may read.
     * @throws UnknownThing if there is none
     */
    @Transactional(readOnly = true)
    public CaseByLink.FileOfCase file(String token, UUID file) {
        var held = require(token);
        return book.file(held.complaint(), held.party(), file);
    }

    private void judgeCrowd(UUID party, int files) {
        var now = clock.instant();
        var tooMany = jdbc.sql("""
                select count(*) filter (where m.said_at > :hour) >= :messages
                       or (select count(*) from complaint_file f join complaint_message fm on fm.id = f.message_id
                            where fm.party_id = :party and f.added_at > :day) + :more > :files
                  from complaint_message m where m.party_id = :party""")
            .param("party", party)
            .param("hour", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
            .param("day", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
            .param("messages", MESSAGES_AN_HOUR)
            .param("more", files)
            .param("files", FILES_A_DAY)
            .query(Boolean.class)
            .single();
        if (tooMany) {
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
        return jdbc.sql("""
                select p.id, p.complaint_id, p.name, p.company, p.expires_at, p.removed_at
                  from complaint_party p left join contact k on k.id = p.contact_id
                 where p.token_hash = :hash and (k.id is null or (k.active and k.merged_into is null))""")
            .param("hash", CaseTokens.digest(token))
            .query((rs, i) -> held(rs, now))
            .optional()
            .orElse(null);
    }

    private static Held held(ResultSet rs, Instant now) throws SQLException {
        var company = rs.getString("company");
        var state = CaseLinkState.of(ComplaintRegister.at(rs, "removed_at"),
                requireNonNull(ComplaintRegister.at(rs, "expires_at")), now);
        return new Held(rs.getObject("id", UUID.class), new ComplaintId(rs.getObject("complaint_id", UUID.class)),
                rs.getString("name") + (company == null ? "" : " (" + company + ")"), state);
    }

}
