package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.cesm.domain.complaint.ComplaintDetails.Answer;
import io.cesm.domain.complaint.ComplaintDetails.Grade;
import io.cesm.domain.complaint.ComplaintDetails.Heading;
import io.cesm.domain.complaint.ComplaintDetails.Other;
import io.cesm.domain.complaint.ComplaintDetails.Person;
import io.cesm.domain.complaint.ComplaintDetails.Times;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks complaints up, whole, within the scope of the one who asks. */
@Component
@Transactional(readOnly = true)
public class ComplaintBook {

    private static final String SELECT = """
            select c.*, u.name as customer_name, u.name_en as customer_name_en, u.tier as customer_tier,
                   k.name as contact_name, k.title as contact_title, d.name as dimension_name,
                   d.name_en as dimension_name_en, o.name as owner_name, w.name as wisher_name,
                   ac.name as answerer_name, ap.name as proxy_name, rb.name as receiver_name, sb.name as resolver_name,
                   m.number as merged_number
              from complaint c
              join customer u on u.id = c.customer_id
              join contact k on k.id = c.contact_id
              left join dimension d on d.code = c.dimension_code
              left join staff o on o.id = c.owner_id
              left join staff w on w.id = c.wished_by
              left join contact ac on ac.id = c.answered_contact
              left join staff ap on ap.id = c.answer_proxy
              left join staff rb on rb.id = c.received_by
              left join staff sb on sb.id = c.resolved_by
              left join complaint m on m.id = c.merged_into
             where\s""";

    private final JdbcClient jdbc;

    private final ClockRows clocks;

    private final CurrentActor current;

    ComplaintBook(JdbcClient jdbc, ClockRows clocks, CurrentActor current) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.current = current;
    }

    /**
     * What was said about a complaint.
     *
     * @param mail the mail it was sent by, if it was
     * @param party who said it, if that was a party
     * @param readers the parties who read it, if any
     */
    public record Message(UUID id, MessageKind kind, String words, @Nullable ComplaintChannel channel,
            @Nullable String contactName, @Nullable String staffName, Instant saidAt, @Nullable UUID mail,
            CaseMail.@Nullable State mailState, int files, @Nullable String party, @Nullable String readers) {
    }

    /** Who held it, from when to when. */
    public record Holding(String name, Instant since, @Nullable Instant until) {
    }

    /**
     * The complaint of that id.
     * @throws UnknownThing if there is none within reach
     */
    public ComplaintDetails require(ComplaintId id) {
        var scope = current.actor().scope();
        return jdbc.sql(SELECT + "c.id = :id and " + scope.sql("c.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(ComplaintBook::details)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The complaint with a number people quote, if it is within reach. */
    public Optional<ComplaintId> byNumber(String number) {
        var scope = current.actor().scope();
        return jdbc.sql("select c.id from complaint c where c.number = :number and " + scope.sql("c.customer_id"))
            .param("number", number.strip().toUpperCase(Locale.ROOT))
            .params(scope.params())
            .query(UUID.class)
            .optional()
            .map(ComplaintId::new);
    }

    /** The clocks of a complaint that was found within reach. */
    public List<ComplaintClock> clocks(ComplaintId id) {
        return List.copyOf(clocks.of(id).values());
    }

    /** How the cycles before went, of clocks that began again. */
    public Map<ClockKind, EarlierCycles> earlierCycles(ComplaintId id) {
        return clocks.earlier(id);
    }

    /** What was said about it, newest first. */
    public List<Message> messages(ComplaintId id) {
        return jdbc
            .sql("""
                    select m.id, m.kind, m.words, m.channel, k.name as contact_name, s.name as staff_name, m.said_at,
                           l.id as mail, l.state as mail_state,
                           (select count(*) from complaint_file f where f.message_id = m.id) as files,
                           (select concat_ws(' · ', p.name, p.company) from complaint_party p where p.id = m.party_id) as party,
                           (select string_agg(p.name, ', ' order by p.name) from complaint_message_reader r
                              join complaint_party p on p.id = r.party_id where r.message_id = m.id) as readers
                      from complaint_message m
                      left join complaint_mail l on l.message_id = m.id and l.contact_id = m.contact_id
                      left join contact k on k.id = m.contact_id
                      left join staff s on s.id = m.staff_id
                     where m.complaint_id = :id order by m.said_at desc, m.id desc limit 200""")
            .param("id", id.id())
            .query((rs, i) -> new Message(rs.getObject("id", UUID.class), MessageKind.valueOf(rs.getString("kind")),
                    rs.getString("words"), choice(rs, "channel", ComplaintChannel::valueOf),
                    rs.getString("contact_name"), rs.getString("staff_name"),
                    requireNonNull(ComplaintRegister.at(rs, "said_at")), rs.getObject("mail", UUID.class),
                    choice(rs, "mail_state", CaseMail.State::valueOf), rs.getInt("files"), rs.getString("party"),
                    rs.getString("readers")))
            .list();
    }

    /** Who held it, first holder first. */
    public List<Holding> holdings(ComplaintId id) {
        return jdbc.sql("""
                select s.name, h.since, h.until from complaint_holding h join staff s on s.id = h.staff_id
                 where h.complaint_id = :id order by h.since limit 100""")
            .param("id", id.id())
            .query((rs, i) -> new Holding(rs.getString("name"), requireNonNull(ComplaintRegister.at(rs, "since")),
                    ComplaintRegister.at(rs, "until")))
            .list();
    }

    /** Those that live on in this one: one incident, many customers. */
    public List<Other> merged(ComplaintId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("select c.id, c.number from complaint c where c.merged_into = :id and " + scope.sql("c.customer_id")
                    + " order by c.received_at limit 100")
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new Other(new ComplaintId(rs.getObject("id", UUID.class)), rs.getString("number")))
            .list();
    }

    /** Whether the one who asks watches it. */
    public boolean isWatched(ComplaintId id) {
        var me = current.actor().staff();
        return me != null && jdbc
            .sql("select exists (select 1 from complaint_watcher where complaint_id = :id and staff_id = :me)")
            .param("id", id.id())
            .param("me", me.id())
            .query(Boolean.class)
            .single();
    }

    private static ComplaintDetails details(ResultSet rs, int i) throws SQLException {
        return new ComplaintDetails(new ComplaintId(rs.getObject("id", UUID.class)), rs.getString("number"),
                ComplaintKind.valueOf(rs.getString("kind")), heading(rs), rs.getString("subject"),
                rs.getString("verbatim"), ComplaintChannel.valueOf(rs.getString("channel")),
                rs.getObject("occurred_on", LocalDate.class), rs.getString("reference"), rs.getString("product"),
                rs.getString("dimension_code"), choice(rs, "flow", Flow::valueOf),
                ComplaintState.valueOf(rs.getString("state")), grade(rs), person(rs, "owner_id", "owner_name"),
                ComplaintRegister.at(rs, "owner_since"), rs.getInt("hand_offs"),
                choice(rs, "locked_role", Role::valueOf), rs.getInt("escalation_level"),
                ComplaintRegister.at(rs, "war_room_since"), ComplaintRegister.at(rs, "due_at"),
                ComplaintRegister.at(rs, "warn_at"), rs.getString("waiting_for"),
                ComplaintRegister.at(rs, "waiting_since"), rs.getString("containment"),
                choice(rs, "cause_class", CauseClass::valueOf), rs.getString("root_cause"), rs.getString("remedy"),
                rs.getBigDecimal("remedy_cost"), answer(rs), rs.getString("external_route"),
                rs.getString("ended_because"), rs.getInt("reopened_count"), other(rs), times(rs),
                rs.getLong("version"));
    }

    private static Heading heading(ResultSet rs) throws SQLException {
        return new Heading(new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getObject("customer_tier", Integer.class),
                new ContactId(rs.getObject("contact_id", UUID.class)), rs.getString("contact_name"),
                rs.getString("contact_title"), rs.getString("dimension_name"), rs.getString("dimension_name_en"));
    }

    private static Grade grade(ResultSet rs) throws SQLException {
        return new Grade(rs.getInt("grade"), rs.getInt("proposed_grade"), numbers(rs.getArray("grade_points")),
                rs.getInt("impact"), rs.getInt("urgency"), rs.getBoolean("publicity"), rs.getInt("recurrence"),
                rs.getBoolean("key_decider"), rs.getObject("tier", Integer.class), rs.getString("grade_because"),
                rs.getObject("wished_grade", Integer.class), rs.getString("wished_because"),
                person(rs, "wished_by", "wisher_name"));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray()).toList();
    }

    private static @Nullable Answer answer(ResultSet rs) throws SQLException {
        var contact = rs.getObject("answered_contact", UUID.class);
        return contact == null ? null
                : new Answer(new ContactId(contact), rs.getString("answerer_name"),
                        ComplaintChannel.valueOf(rs.getString("answered_channel")),
                        rs.getObject("answered_on", LocalDate.class), rs.getString("answer_words"),
                        person(rs, "answer_proxy", "proxy_name"));
    }

    private static Times times(ResultSet rs) throws SQLException {
        return new Times(requireNonNull(ComplaintRegister.at(rs, "received_at")),
                person(rs, "received_by", "receiver_name"), ComplaintRegister.at(rs, "acknowledged_at"),
                ComplaintRegister.at(rs, "started_at"), ComplaintRegister.at(rs, "contained_at"),
                ComplaintRegister.at(rs, "resolved_at"), person(rs, "resolved_by", "resolver_name"),
                ComplaintRegister.at(rs, "confirmed_at"), ComplaintRegister.at(rs, "closed_at"));
    }

    private static @Nullable Other other(ResultSet rs) throws SQLException {
        var id = rs.getObject("merged_into", UUID.class);
        return id == null ? null : new Other(new ComplaintId(id), rs.getString("merged_number"));
    }

    private static @Nullable Person person(ResultSet rs, String id, String name) throws SQLException {
        var staff = rs.getObject(id, UUID.class);
        return staff == null ? null : new Person(new StaffId(staff), rs.getString(name));
    }

    private static <T> @Nullable T choice(ResultSet rs, String column, Function<String, T> valueOf)
            throws SQLException {
        var name = rs.getString(column);
        return name == null ? null : valueOf.apply(name);
    }

}
