package io.cesm.domain.complaint;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leading one incident that struck many customers: opening it, gathering complaints,
 * telling everybody, closing it.
 */
@Service
@Transactional
public class LeadingIncidents {

    private final ComplaintDesk desk;

    private final IncidentBook book;

    private final IncidentWords words;

    private final RecordNumbers numbers;

    private final Timeline timeline;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    LeadingIncidents(ComplaintDesk desk, IncidentBook book, IncidentWords words, RecordNumbers numbers,
            Timeline timeline, CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.book = book;
        this.words = words;
        this.numbers = numbers;
        this.timeline = timeline;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** What one of those who are told will read. */
    public record Preview(String number, String customerName, @Nullable String customerNameEn, String contactName,
            boolean byMail, String text) {
    }

    public UUID open(@Nullable String title, @Nullable String what, boolean demo) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var now = desk.now();
        var id = Uuid7.at(now.at().toEpochMilli());
        var number = numbers.next("N");
        var me = now.by() == null ? null : now.by().id();
        jdbc.sql(
                """
                        insert into complaint_incident (id, number, title, words, owner_id, state, opened_at, opened_by, demo, version)
                        values (:id, :number, :title, :words, :me, 'OPEN', :now, :me, :demo, 0)""")
            .param("id", id)
            .param("number", number)
            .param("title", Texts.required(title, 200, "title"))
            .param("words", Texts.required(what, 4000, "words"))
            .param("me", me)
            .param("now", now.at().atOffset(ZoneOffset.UTC))
            .param("demo", demo)
            .update();
        timeline.record(Change.of(new Subject("INCIDENT", id, number, null), "INCIDENT_OPENED").note(title));
        return id;
    }

    /**
     * Gathers a complaint; it lives on with its own clocks and its customer's consent.
     */
    public void attach(UUID incident, ComplaintId complaint) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = requireOpen(incident);
        var found = desk.require(complaint);
        found.checkOpen();
        jdbc.sql("update complaint set incident_id = :incident where id = :id")
            .param("incident", incident)
            .param("id", complaint.id())
            .update();
        desk.note(found, "INCIDENT_JOINED", it.number() + " " + it.title());
    }

    public void detach(ComplaintId complaint) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var found = desk.require(complaint);
        jdbc.sql("update complaint set incident_id = null where id = :id").param("id", complaint.id()).update();
        desk.note(found, "INCIDENT_LEFT", null);
    }

    /** What everybody will read, before it is sent. */
    @Transactional(readOnly = true)
    public List<Preview> preview(UUID incident, @Nullable String zh, @Nullable String en) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var text = judged(zh, en);
        return book.children(incident)
            .stream()
            .filter(it -> it.state().isOpen())
            .map(it -> new Preview(it.number(), it.customerName(), it.customerNameEn(), it.contactName(), it.hasMail(),
                    words.fill(it.id(), text)))
            .toList();
    }

    /** Tells everybody whose complaint is open; each is told once, soon after. */
    public UUID tell(UUID incident, @Nullable String zh, @Nullable String en) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = requireOpen(incident);
        var text = judged(zh, en);
        var now = desk.now();
        var id = Uuid7.at(now.at().toEpochMilli());
        jdbc.sql("insert into incident_message (id, incident_id, words_zh, words_en, sent_by, at)"
                + " values (:id, :incident, :zh, :en, :by, :now)")
            .param("id", id)
            .param("incident", incident)
            .param("zh", text.zh())
            .param("en", text.en())
            .param("by", now.by() == null ? null : now.by().id())
            .param("now", now.at().atOffset(ZoneOffset.UTC))
            .update();
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("id", id);
        params.put("incident", incident);
        int told = jdbc.sql("insert into incident_message_to (incident_message_id, complaint_id, state)"
                + " select :id, c.id, 'WAITING' from complaint c where c.incident_id = :incident and c.closed_at is null and "
                + scope.sql("c.customer_id"))
            .params(params)
            .update();
        if (told == 0) {
            throw new Refusal("incident.nobody");
        }
        timeline.record(Change.of(subject(it), "INCIDENT_TOLD").note(told + " · " + text.zh()));
        return id;
    }

    /** Closes it when none of its complaints is open. */
    public void close(UUID incident, long version) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = requireOpen(incident);
        StaleVersion.check(version, it.version());
        int still = jdbc.sql("select count(*) from complaint where incident_id = :id and closed_at is null")
            .param("id", incident)
            .query((rs, i) -> rs.getInt(1))
            .single();
        if (still > 0) {
            throw new Refusal("incident.still_open", still);
        }
        jdbc.sql(
                "update complaint_incident set state = 'CLOSED', closed_at = :now, version = version + 1 where id = :id")
            .param("now", desk.instant().atOffset(ZoneOffset.UTC))
            .param("id", incident)
            .update();
        timeline.record(Change.of(subject(it), "INCIDENT_CLOSED"));
    }

    private Incident requireOpen(UUID incident) {
        var it = book.require(incident);
        if (!it.isOpen()) {
            throw new Refusal("incident.closed");
        }
        return it;
    }

    private static Subject subject(Incident it) {
        return new Subject("INCIDENT", it.id(), it.number(), null);
    }

    private IncidentWords.Text judged(@Nullable String zh, @Nullable String en) {
        var text = new IncidentWords.Text(Texts.required(zh, 3000, "zh"), Texts.optional(en, 3000, "en"));
        var unknown = IncidentWords.unknown(text);
        if (unknown != null) {
            throw new FieldRefusal("zh", "incident.unknown_place", unknown);
        }
        return text;
    }

}
