package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads incidents. Everybody may know that there is one; whose complaints it gathers
 * shows to those who see these customers.
 */
@Component
@Transactional(readOnly = true)
public class IncidentBook {

    private static final int MOST = 1_000;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    IncidentBook(CurrentActor current, JdbcClient jdbc) {
        this.current = current;
        this.jdbc = jdbc;
    }

    /** A complaint it gathers. */
    public record Child(ComplaintId id, String number, String subject, String customerName,
            @Nullable String customerNameEn, String contactName, ComplaintState state, int grade,
            @Nullable String ownerName, boolean hasMail) {
    }

    /** What everybody was told, and how far that came. */
    public record Told(UUID id, String wordsZh, @Nullable String wordsEn, @Nullable String by, Instant at, int waiting,
            int mailed, int onPage, int failed) {

        public int all() {
            return waiting + mailed + onPage + failed;
        }

    }

    /** The incidents, open ones first, the latest first. */
    public List<Incident> all() {
        var scope = current.actor().scope();
        return jdbc.sql(select(scope) + "order by i.state desc, i.opened_at desc, i.id desc limit 200")
            .params(scope.params())
            .query(IncidentBook::row)
            .list();
    }

    public List<Incident> open() {
        return all().stream().filter(Incident::isOpen).toList();
    }

    public Incident require(UUID id) {
        var scope = current.actor().scope();
        return jdbc.sql(select(scope) + "where i.id = :id")
            .params(scope.params())
            .param("id", id)
            .query(IncidentBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The incident with a number people quote. */
    public Optional<UUID> byNumber(String number) {
        return jdbc.sql("select id from complaint_incident where number = :number")
            .param("number", number.strip().toUpperCase(Locale.ROOT))
            .query((rs, i) -> requireNonNull(rs.getObject(1, UUID.class)))
            .optional();
    }

    /** The incident a complaint belongs to; the complaint was found within reach. */
    public Optional<Incident> of(ComplaintId complaint) {
        return jdbc.sql("select incident_id from complaint where id = :id and incident_id is not null")
            .param("id", complaint.id())
            .query((rs, i) -> requireNonNull(rs.getObject(1, UUID.class)))
            .optional()
            .map(this::require);
    }

    /** Its complaints within reach. */
    public List<Child> children(UUID incident) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select c.id, c.number, c.subject, u.name as customer_name, u.name_en as customer_name_en, k.name as contact_name, c.state, c.grade, o.name as owner_name,
                           exists (select 1 from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL' and not p.former) as mail
                      from complaint c
                      join customer u on u.id = c.customer_id
                      join contact k on k.id = c.contact_id
                      left join staff o on o.id = c.owner_id
                     where c.incident_id = :incident and """
                    + scope.sql("c.customer_id") + " order by c.received_at, c.id limit " + MOST)
            .params(scope.params())
            .param("incident", incident)
            .query((rs, i) -> new Child(new ComplaintId(requireNonNull(rs.getObject("id", UUID.class))),
                    rs.getString("number"), rs.getString("subject"), rs.getString("customer_name"),
                    rs.getString("customer_name_en"), rs.getString("contact_name"),
                    ComplaintState.valueOf(rs.getString("state")), rs.getInt("grade"), rs.getString("owner_name"),
                    rs.getBoolean("mail")))
            .list();
    }

    /** What everybody was told, the latest first. */
    public List<Told> told(UUID incident) {
        return jdbc.sql("""
                select m.id, m.words_zh, m.words_en, s.name, m.at,
                       count(*) filter (where t.state = 'WAITING') as waiting,
                       count(*) filter (where t.state = 'MAILED') as mailed,
                       count(*) filter (where t.state = 'ON_PAGE') as on_page,
                       count(*) filter (where t.state = 'FAILED') as failed
                  from incident_message m
                  left join incident_message_to t on t.incident_message_id = m.id
                  left join staff s on s.id = m.sent_by
                 where m.incident_id = :incident group by m.id, s.name order by m.at desc limit 50""")
            .param("incident", incident)
            .query((rs, i) -> new Told(requireNonNull(rs.getObject("id", UUID.class)), rs.getString("words_zh"),
                    rs.getString("words_en"), rs.getString("name"), requireNonNull(ComplaintRegister.at(rs, "at")),
                    rs.getInt("waiting"), rs.getInt("mailed"), rs.getInt("on_page"), rs.getInt("failed")))
            .list();
    }

    private static String select(Scope scope) {
        return """
                select i.*, o.name as owner_name, s.name as opener,
                       (select count(*) from complaint c where c.incident_id = i.id and %s) as complaints,
                       (select count(*) from complaint c where c.incident_id = i.id and c.closed_at is null and %s) as still_open
                  from complaint_incident i
                  left join staff o on o.id = i.owner_id
                  left join staff s on s.id = i.opened_by\s"""
            .formatted(scope.sql("c.customer_id"), scope.sql("c.customer_id"));
    }

    private static Incident row(ResultSet rs, int i) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        return new Incident(requireNonNull(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("title"), rs.getString("words"),
                owner == null ? null : new ComplaintDetails.Person(new StaffId(owner), rs.getString("owner_name")),
                rs.getString("state").equals("OPEN"), requireNonNull(ComplaintRegister.at(rs, "opened_at")),
                rs.getString("opener"), ComplaintRegister.at(rs, "closed_at"), rs.getInt("complaints"),
                rs.getInt("still_open"), rs.getLong("version"));
    }

}
