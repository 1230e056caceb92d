package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CustomerCase.StoredPart;
import io.cesm.domain.kernel.UnknownThing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the parties of complaints, and what each of them may see. */
@Component
class PartyBook {

    /** Messages m that the party :party may read: its own, and those addressed to it. */
    private static final String READABLE = """
            (m.party_id = :party
                or exists (select 1 from complaint_message_reader r where r.message_id = m.id and r.party_id = :party))""";

    private static final String PARTIES = """
            select p.*, s.name as maker from complaint_party p left join staff s on s.id = p.created_by
             where p.complaint_id = :id\s""";

    private final JdbcClient jdbc;

    PartyBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parties of a complaint that was found within reach, the first let in first. */
    List<Party> of(ComplaintId id) {
        return jdbc.sql(PARTIES + """
                order by p.removed_at nulls first, p.created_at, p.id limit 100""")
            .param("id", id.id())
            .query((rs, i) -> party(rs))
            .list();
    }

    Party require(ComplaintId id, UUID party) {
        return jdbc.sql(PARTIES + "and p.id = :party")
            .param("id", id.id())
            .param("party", party)
            .query((rs, i) -> party(rs))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    RoomOfParty room(ComplaintId complaint, UUID party) {
        var said = said(complaint, party);
        return jdbc
            .sql("""
                    select c.number, c.state, p.topic, p.name, p.company, p.language, o.name as owner_name
                      from complaint_party p join complaint c on c.id = p.complaint_id left join staff o on o.id = c.owner_id
                     where p.id = :party and c.id = :complaint""")
            .param("party", party)
            .param("complaint", complaint.id())
            .query((rs, i) -> new RoomOfParty(rs.getString("number"), rs.getString("topic"), rs.getString("name"),
                    rs.getString("company"), rs.getString("language"), ComplaintState.valueOf(rs.getString("state")),
                    rs.getString("owner_name"), said))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** A file of a message the party may read. */
    CaseByLink.FileOfCase file(ComplaintId complaint, UUID party, UUID file) {
        return jdbc.sql("""
                select f.name, f.media_type, f.content
                  from complaint_file x
                  join stored_file f on f.id = x.file_id
                  join complaint_message m on m.id = x.message_id
                 where x.complaint_id = :complaint and f.id = :file and """ + " " + READABLE)
            .param("complaint", complaint.id())
            .param("file", file)
            .param("party", party)
            .query((rs, i) -> new CaseByLink.FileOfCase(rs.getString(1), rs.getString(2), rs.getBytes(3)))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private List<RoomOfParty.Said> said(ComplaintId complaint, UUID party) {
        var files = FilesOfMessages.of(jdbc.sql("""
                select x.message_id, f.id, f.name, f.size
                  from complaint_file x
                  join stored_file f on f.id = x.file_id
                  join complaint_message m on m.id = x.message_id
                 where x.complaint_id = :complaint and """ + " " + READABLE + " order by x.added_at, f.id limit 400")
            .param("complaint", complaint.id())
            .param("party", party));
        return jdbc
            .sql("""
                    select m.id, m.party_id, m.words, m.said_at, s.name as staff_name, p.name as party_name
                      from complaint_message m
                      left join staff s on s.id = m.staff_id
                      left join complaint_party p on p.id = m.party_id
                     where m.complaint_id = :complaint and """ + " " + READABLE
                    + " order by m.said_at desc, m.id desc limit 100")
            .param("complaint", complaint.id())
            .param("party", party)
            .query((rs, i) -> said(rs, files))
            .list();
    }

    private static RoomOfParty.Said said(ResultSet rs, Map<UUID, List<StoredPart>> files) throws SQLException {
        var id = requireNonNull(rs.getObject("id", UUID.class));
        var byParty = rs.getObject("party_id") != null;
        return new RoomOfParty.Said(id, byParty, rs.getString(byParty ? "party_name" : "staff_name"),
                rs.getString("words"), requireNonNull(ComplaintRegister.at(rs, "said_at")),
                files.getOrDefault(id, List.of()));
    }

    private static Party party(ResultSet rs) throws SQLException {
        return new Party(rs.getObject("id", UUID.class), rs.getObject("contact_id", UUID.class), rs.getString("name"),
                rs.getString("company"), rs.getString("address"), rs.getString("topic"),
                requireNonNull(ComplaintRegister.at(rs, "created_at")), rs.getString("maker"),
                requireNonNull(ComplaintRegister.at(rs, "expires_at")), ComplaintRegister.at(rs, "removed_at"),
                ComplaintRegister.at(rs, "last_opened_at"));
    }

}
