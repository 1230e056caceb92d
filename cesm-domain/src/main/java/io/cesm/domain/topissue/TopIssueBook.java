package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.topissue.TopIssueDetails.Affected;
import io.cesm.domain.topissue.TopIssueDetails.Approval;
import io.cesm.domain.topissue.TopIssueDetails.Confirmation;
import io.cesm.domain.topissue.TopIssueDetails.Effect;
import io.cesm.domain.topissue.TopIssueDetails.Heading;
import io.cesm.domain.topissue.TopIssueDetails.Person;
import io.cesm.domain.topissue.TopIssueDetails.Plan;
import io.cesm.domain.topissue.TopIssueDetails.Shown;
import io.cesm.domain.topissue.TopIssueDetails.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks TOP issues up, whole, within the scope of the one who asks. */
@Component
@Transactional(readOnly = true)
public class TopIssueBook {

    private static final String SELECT = """
            select t.*, d.name as dimension_name, d.name_en as dimension_name_en, o.name as owner_name,
                   sp.name as sponsor_name, k.name as confirmed_name, p.name as proxy_name, n.name as nominator_name
              from top_issue t
              left join dimension d on d.code = t.dimension_code
              left join staff o on o.id = t.owner_id
              left join staff sp on sp.id = t.sponsor_id
              left join contact k on k.id = t.confirmed_contact
              left join staff p on p.id = t.confirmed_proxy
              left join staff n on n.id = t.nominated_by
             where\s""";

    private final JdbcClient jdbc;

    private final TaskRows tasks;

    private final TopIssues issues;

    private final CurrentActor current;

    TopIssueBook(JdbcClient jdbc, TaskRows tasks, TopIssues issues, CurrentActor current) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.issues = issues;
        this.current = current;
    }

    /**
     * The issue of that id.
     * @throws UnknownThing if there is none within reach
     */
    public TopIssueDetails require(TopIssueId id) {
        var scope = current.actor().scope();
        return jdbc.sql(SELECT + "t.id = :id and " + TopIssueScope.sql(scope, "t.id"))
            .param("id", id.id())
            .params(scope.params())
            .query(this::details)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The issue with a number people quote, if it is within reach. */
    public Optional<TopIssueId> byNumber(String number) {
        var scope = current.actor().scope();
        return jdbc.sql("select t.id from top_issue t where t.number = :number and " + TopIssueScope.sql(scope, "t.id"))
            .param("number", number.strip().toUpperCase(Locale.ROOT))
            .params(scope.params())
            .query(UUID.class)
            .optional()
            .map(TopIssueId::new);
    }

    /** The customers it hurts that the one who asks sees, the leading one first. */
    public List<Affected> affected(TopIssueId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select u.id, u.name, u.name_en, u.tier, min(x.left_at) as left_at, min(x.left_because) as left_because
                      from top_issue_customer x join customer u on u.id = x.customer_id join top_issue t on t.id = x.issue_id
                     where x.issue_id = :id and\s"""
                    + scope.sql("x.customer_id")
                    + " group by u.id, t.customer_id order by u.id <> t.customer_id, u.name, u.id limit 100")
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new Affected(new CustomerId(rs.getObject("id", UUID.class)), rs.getString("name"),
                    rs.getString("name_en"), rs.getObject("tier", Integer.class), TopIssueRegister.at(rs, "left_at"),
                    rs.getString("left_because")))
            .list();
    }

    /** How many customers it hurts, seen or not. */
    public int affectedCount(TopIssueId id) {
        return jdbc.sql("select count(distinct customer_id) from top_issue_customer where issue_id = ?")
            .param(id.id())
            .query(Integer.class)
            .single();
    }

    /** The records that show it, newest first. */
    public List<Shown> evidence(TopIssueId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select e.*, u.name as customer_name, u.name_en as customer_name_en
                      from top_issue_evidence e join customer u on u.id = e.customer_id where e.issue_id = :id and\s"""
                    + scope.sql("e.customer_id") + " order by e.happened_on desc, e.id desc limit 200")
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new Shown(rs.getObject("id", UUID.class), EvidenceKind.valueOf(rs.getString("kind")),
                    rs.getObject("record_id", UUID.class), rs.getString("number"),
                    new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                    rs.getString("customer_name_en"), rs.getString("words"),
                    rs.getObject("happened_on", LocalDate.class), rs.getInt("severity")))
            .list();
    }

    /** What the affected customers said, the last round first. */
    public List<Approval> approvals(TopIssueId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select a.*, u.name as customer_name, u.name_en as customer_name_en, k.name as contact_name, p.name as proxy_name,
                           exists (select from (%s) l where l.issue_id = a.issue_id and l.customer_id = a.customer_id
                                      and l.round = a.round and l.purpose = 'APPROVAL') as reached
                      from top_issue_approval a join customer u on u.id = a.customer_id
                      left join contact k on k.id = a.contact_id left join staff p on p.id = a.proxy_id
                     where a.issue_id = :id and\s"""
                .formatted(IssueLinkRows.REACHED) + scope.sql("a.customer_id")
                    + " order by a.round desc, u.name, a.id limit 200")
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new Approval(rs.getInt("round"), new CustomerId(rs.getObject("customer_id", UUID.class)),
                    rs.getString("customer_name"), rs.getString("customer_name_en"), rs.getString("state"),
                    rs.getString("contact_name"), choice(rs, "channel", IssueChannel::valueOf),
                    rs.getObject("answered_on", LocalDate.class), rs.getString("words"), rs.getString("proxy_name"),
                    requireNonNull(TopIssueRegister.at(rs, "asked_at")), rs.getBoolean("reached")))
            .list();
    }

    /** What is done about it, in the order of its days. */
    public List<IssueTask> tasks(TopIssueId id) {
        return tasks.of(id);
    }

    /** An issue a record is evidence of. */
    public record Linked(TopIssueId id, String number, String title, TopIssueState state) {
    }

    /** Whether a record is evidence of any issue, to be asked together with others. */
    public Tally anyShowing(UUID record) {
        return new Tally("top_issue_evidence l where l.record_id = :record", Map.of("record", record), 1);
    }

    /** The issues a record is evidence of, within reach. */
    public List<Linked> shownBy(EvidenceKind kind, UUID record) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select t.id, t.number, t.title, t.state from top_issue_evidence e join top_issue t on t.id = e.issue_id
                     where e.kind = :kind and e.record_id = :record and\s"""
                    + TopIssueScope.sql(scope, "t.id") + " order by t.nominated_at desc limit 10")
            .param("kind", kind.name())
            .param("record", record)
            .params(scope.params())
            .query((rs, i) -> new Linked(new TopIssueId(rs.getObject("id", UUID.class)), rs.getString("number"),
                    rs.getString("title"), TopIssueState.valueOf(rs.getString("state"))))
            .list();
    }

    private TopIssueDetails details(ResultSet rs, int i) throws SQLException {
        var id = new TopIssueId(rs.getObject("id", UUID.class));
        var missing = issues.findById(id).map(TopIssue::missing).orElse(List.of());
        var whys = rs.getString("whys");
        return new TopIssueDetails(id, rs.getString("number"), rs.getString("title"), rs.getString("problem"),
                new Heading(new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("dimension_code"),
                        rs.getString("dimension_name"), rs.getString("dimension_name_en"),
                        choice(rs, "flow", Flow::valueOf)),
                TopIssueState.valueOf(rs.getString("state")), rs.getString("statement"), confirmation(rs),
                person(rs, "owner_id", "owner_name"), TopIssueRegister.at(rs, "owner_agreed_at"),
                person(rs, "sponsor_id", "sponsor_name"), plan(rs), missing,
                whys == null ? List.of() : whys.lines().filter(line -> !line.isBlank()).toList(),
                choice(rs, "cause_class", CauseClass::valueOf), rs.getString("root_cause"),
                rs.getObject("next_telling_on", LocalDate.class),
                effect(rs, "effect_value", "effect_on", "effect_words"), rs.getObject("check_due_on", LocalDate.class),
                effect(rs, "checked_value", "checked_on", "check_words"), rs.getInt("round"),
                rs.getInt("reopened_count"), rs.getInt("left_count"), rs.getString("lesson"),
                rs.getString("ended_because"), rs.getObject("place", Integer.class),
                rs.getObject("score", Integer.class), times(rs), rs.getLong("version"));
    }

    private static @Nullable Confirmation confirmation(ResultSet rs) throws SQLException {
        var contact = rs.getObject("confirmed_contact", UUID.class);
        return contact == null ? null : new Confirmation(new ContactId(contact), rs.getString("confirmed_name"),
                IssueChannel.valueOf(rs.getString("confirmed_channel")), rs.getObject("confirmed_on", LocalDate.class),
                rs.getString("confirmed_words"), person(rs, "confirmed_proxy", "proxy_name"));
    }

    private static Plan plan(ResultSet rs) throws SQLException {
        return new Plan(choice(rs, "measure_kind", MeasureKind::valueOf), rs.getString("measure_name"),
                rs.getString("measure_item"), rs.getString("measure_unit"), rs.getBoolean("rising"),
                rs.getBigDecimal("baseline"), rs.getBigDecimal("target"), rs.getString("stake"),
                rs.getBigDecimal("stake_value"), rs.getObject("target_on", LocalDate.class), rs.getInt("rhythm_days"),
                rs.getInt("check_weeks"));
    }

    private static @Nullable Effect effect(ResultSet rs, String value, String on, String words) throws SQLException {
        var measured = rs.getBigDecimal(value);
        return measured == null ? null : new Effect(measured, rs.getObject(on, LocalDate.class), rs.getString(words));
    }

    private static Times times(ResultSet rs) throws SQLException {
        return new Times(requireNonNull(TopIssueRegister.at(rs, "nominated_at")),
                person(rs, "nominated_by", "nominator_name"), TopIssueRegister.at(rs, "understood_at"),
                TopIssueRegister.at(rs, "planned_at"), TopIssueRegister.at(rs, "started_at"),
                TopIssueRegister.at(rs, "verified_at"), TopIssueRegister.at(rs, "submitted_at"),
                TopIssueRegister.at(rs, "approved_at"), TopIssueRegister.at(rs, "closed_at"));
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
