package io.cesm.domain.complaint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.FieldRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses messages to parties; each of them gets a mail with the words. */
@Component
class SharingWithParties {

    private final PartyBook book;

    private final ComplaintDesk desk;

    private final WritingPartyMails mails;

    private final JdbcClient jdbc;

    SharingWithParties(PartyBook book, ComplaintDesk desk, WritingPartyMails mails, JdbcClient jdbc) {
        this.book = book;
        this.desk = desk;
        this.mails = mails;
        this.jdbc = jdbc;
    }

    /**
     * The parties meant, all of them in.
     * @throws FieldRefusal if somebody is meant who is none, or is not in any more
     */
    List<Party> meant(Complaint complaint, MessageKind kind, List<UUID> parties) {
        if (kind == MessageKind.FROM_PARTY) {
            throw new FieldRefusal("kind", "party.speaks_alone");
        }
        if (kind == MessageKind.TO_PARTIES && parties.isEmpty()) {
            throw new FieldRefusal("parties", "party.missing");
        }
        if (parties.isEmpty()) {
            return List.of();
        }
        if (kind != MessageKind.TO_PARTIES && kind != MessageKind.TO_CUSTOMER) {
            throw new FieldRefusal("parties", "party.not_this_kind");
        }
        var now = desk.instant();
        Map<UUID, Party> in = new LinkedHashMap<>();
        book.of(complaint.id())
            .stream()
            .filter(it -> it.state(now) == CaseLinkState.OPEN)
            .forEach(it -> in.put(it.id(), it));
        return parties.stream().distinct().map(it -> {
            var party = in.get(it);
            if (party == null) {
                throw new FieldRefusal("parties", "party.not_in");
            }
            return party;
        }).toList();
    }

    void share(Complaint complaint, UUID message, String words, List<Party> parties) {
        for (var each : parties) {
            jdbc.sql("insert into complaint_message_reader (message_id, party_id) values (?, ?)")
                .params(message, each.id())
                .update();
            mails.shared(complaint, each.id(), message, words);
        }
        if (!parties.isEmpty()) {
            desk.note(complaint, "SHARED_WITH_PARTIES",
                    parties.stream().map(Party::who).collect(Collectors.joining(", ")));
        }
    }

}
