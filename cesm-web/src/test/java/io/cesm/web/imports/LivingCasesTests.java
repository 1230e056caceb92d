package io.cesm.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ClockState;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintClock;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class LivingCasesTests {

    /** A Tuesday, 14:00 in Shanghai, long after today. */
    private static final Instant NOW = Instant.parse("2031-03-11T06:00:00Z");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private TopIssueBook issues;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private String customer = "";

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    private int line;

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        customer = jdbc.sql("select name from customer where id = ?")
            .param(account.customer())
            .query(String.class)
            .single();
    }

    @Test
    void complaintsComeInOnceAndWhatCustomersWaitedCounts() {
        var answers = take(account.csr(), "complaints", Map.of("clocks", "GIVEN"),
                row("A", "since", ago(Duration.ofHours(4)), "impact", "2", "urgency", "2", "channel", "电话"),
                row("B", "since", ago(Duration.ofHours(4)), "answered", ago(Duration.ofHours(3)), "impact", "2",
                        "urgency", "2"),
                row("C"));
        assertThat(answers).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.CREATED);
        var waited = clock(answers.get(0), ClockKind.FIRST_RESPONSE);
        assertThat(waited.beganAt())
            .isEqualTo(NOW.minus(Duration.ofHours(4)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
        assertThat(waited.runningSince()).as("the open time since then counts").isEqualTo(waited.beganAt());
        assertThat(clock(answers.get(1), ClockKind.FIRST_RESPONSE).state()).as("answered within two hours there")
            .isEqualTo(ClockState.MET);
        assertThat(clock(answers.get(2), ClockKind.FIRST_RESPONSE).beganAt()).isEqualTo(NOW);
        var it = people.as(account.csr(), () -> book.require(id(answers.get(0))));
        assertThat(it.times().receivedAt()).as("filed by the clock of the server").isEqualTo(NOW);
        assertThat(people.as(account.csr(), () -> book.messages(it.id()))).as("nobody is told").isEmpty();

        assertThat(take(account.csr(), "complaints", Map.of(),
                row("A", "since", ago(Duration.ofHours(4)), "impact", "2", "urgency", "2", "channel", "电话")))
            .extracting(RowAnswer::outcome)
            .containsExactly(Outcome.UNCHANGED);
        assertThat(take(account.csr(), "complaints", Map.of(), row("A", "verbatim", "泵又停了，第三次"))).singleElement()
            .satisfies(each -> assertThat(each.outcome()).isEqualTo(Outcome.CHANGED))
            .satisfies(each -> assertThat(each.link()).isEqualTo(answers.get(0).link()));
    }

    @Test
    void rowsThatCannotBeAreRefusedOneByOneAndTheOthersComeIn() {
        var answers = take(account.csr(), "complaints", Map.of(), row("A", "contact", "没有这个人"), row("B", "since", "明天"),
                row("C", "since", ago(Duration.ofHours(-30))), row("D", "answered", ago(Duration.ofHours(1))),
                row("E", "impact", "9"), row("F", "customer", "别人家"), row("G"), row("G", "verbatim", "另一件"));
        assertThat(answers).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED,
                    Outcome.REFUSED, Outcome.CREATED, Outcome.REFUSED);
        assertThat(answers).filteredOn(it -> it.outcome() == Outcome.REFUSED)
            .extracting(it -> it.problems().getFirst().target())
            .containsExactly("contact", "since", "since", "answered", "impact", "customer", "key");
    }

    @Test
    void aKeyOfAnotherTeamsComplaintChangesNothingOfTheirs() {
        take(account.csr(), "complaints", Map.of(), row("A"));
        var stranger = new Accounts(context).make().csr();
        assertThat(take(stranger, "complaints", Map.of(), row("A", "verbatim", "改成别的"))).singleElement()
            .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.REFUSED));
    }

    @Test
    void clocksMayBeginWithTheImport() {
        var answers = take(account.csr(), "complaints", Map.of("clocks", "NOW"),
                row("A", "since", ago(Duration.ofDays(40))));
        assertThat(clock(answers.getFirst(), ClockKind.RESOLUTION).beganAt()).isEqualTo(NOW);
    }

    @Test
    void topIssuesComeInAsNominatedAndAreLedHereFromThePlanOn() {
        var answers = take(
                account.csr(), "top-issues", Map.of(), issue("T", "measure", "每月停机", "unit", "次", "baseline", "6",
                        "target", "1", "targetOn", "2031/6/30", "statement", "每月停六次"),
                issue("U", "baseline", "6", "target", "六"));
        assertThat(answers).extracting(RowAnswer::outcome).containsExactly(Outcome.CREATED, Outcome.REFUSED);
        var link = String.valueOf(answers.getFirst().link());
        var id = TopIssueId.of(link.substring(link.lastIndexOf('/') + 1));
        var it = people.as(account.csr(), () -> issues.require(id));
        assertThat(it.state()).isEqualTo(TopIssueState.NOMINATED);
        assertThat(it.statement()).isEqualTo("每月停六次");
        assertThat(it.confirmation()).as("the customer has not confirmed it here").isNull();
        assertThat(it.plan().rising()).isFalse();
        assertThat(take(account.csr(), "top-issues", Map.of(), issue("T", "title", "主轴过热停机"))).singleElement()
            .satisfies(each -> assertThat(each.outcome()).isEqualTo(Outcome.CHANGED));
    }

    @Test
    void topIssuesComeWithTheComplaintsThatShowThemByEitherNumberAndOnlyOnce() {
        var complaints = take(account.csr(), "complaints", Map.of(), row("A"), row("B"), row("C"));
        var number = people.as(account.csr(), () -> book.require(id(complaints.get(1)))).number();
        var both = key + "A；" + number.toLowerCase(java.util.Locale.ROOT);

        var made = take(account.csr(), "top-issues", Map.of(), issue("T", "evidence", both)).getFirst();
        assertThat(made.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(evidence(made)).containsExactlyInAnyOrder(id(complaints.get(0)).id(), id(complaints.get(1)).id());
        assertThat(take(account.csr(), "top-issues", Map.of(), issue("T", "evidence", both)).getFirst().outcome())
            .isEqualTo(Outcome.UNCHANGED);
        assertThat(take(account.csr(), "top-issues", Map.of(), issue("T", "evidence", number + ", " + key + "C"))
            .getFirst()
            .outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(evidence(made)).as("added, none taken away").hasSize(3);
        assertThat(take(account.csr(), "top-issues", Map.of(), issue("T", "evidence", number)).getFirst().outcome())
            .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aDryRunSaysWhichEvidenceIsNotThereAlsoWhatOthersHave() {
        var complaint = take(account.csr(), "complaints", Map.of(), row("A")).getFirst();
        var stranger = new Accounts(context).make();
        customer = jdbc.sql("select name from customer where id = ?")
            .param(stranger.customer())
            .query(String.class)
            .single();
        var theirs = take(stranger.csr(), "top-issues", Map.of(),
                issue("T", "evidence", key + "A, C-1999-000001, " + key + "Z"), issue("U"))
            .getFirst();

        assertThat(complaint.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(theirs.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(theirs.problems()).singleElement().satisfies(it -> {
            assertThat(it.target()).isEqualTo("evidence");
            assertThat(it.args()).containsExactly(key + "A, C-1999-000001, " + key + "Z");
        });
    }

    private List<UUID> evidence(RowAnswer answer) {
        var link = String.valueOf(answer.link());
        return jdbc.sql("select record_id from top_issue_evidence where issue_id = ?")
            .param(UUID.fromString(link.substring(link.lastIndexOf('/') + 1)))
            .query(UUID.class)
            .list();
    }

    private List<RowAnswer> take(StaffId who, String code, Map<String, String> settings, ImportRow... rows) {
        var kind = context.getBeansOfType(ImportKind.class)
            .values()
            .stream()
            .filter(it -> it.code().equals(code))
            .findFirst()
            .orElseThrow();
        var plan = new ImportPlan(UUID.randomUUID(), "I-1", List.of(), Map.of(), settings);
        return at(
                () -> people.as(who, () -> transaction.execute(status -> kind.open(plan).take(List.of(rows), false))));
    }

    private ImportRow row(String number, String... cells) {
        return row(Map.of("key", key + number, "customer", customer, "contact", "周工", "verbatim", "泵又停了"), cells);
    }

    private ImportRow issue(String number, String... cells) {
        return row(Map.of("key", key + number, "customer", customer, "title", "主轴停机", "problem", "三条线都停过"), cells);
    }

    private ImportRow row(Map<String, String> usual, String... cells) {
        Map<String, List<String>> values = new HashMap<>();
        usual.forEach((target, text) -> values.put(target, List.of(text)));
        for (int i = 0; i + 1 < cells.length; i += 2) {
            values.put(cells[i], List.of(cells[i + 1]));
        }
        return new ImportRow(++line, values);
    }

    private ComplaintClock clock(RowAnswer answer, ClockKind kind) {
        return people.as(account.csr(), () -> book.clocks(id(answer)))
            .stream()
            .filter(it -> it.kind() == kind)
            .findFirst()
            .orElseThrow();
    }

    private static ComplaintId id(RowAnswer answer) {
        var link = String.valueOf(answer.link());
        return ComplaintId.of(link.substring(link.lastIndexOf('/') + 1));
    }

    private static String ago(Duration ago) {
        return WRITTEN.format(LocalDateTime.ofInstant(NOW.minus(ago), CompanyTime.ZONE));
    }

    private static <T> T at(Supplier<T> work) {
        return ScopedClock.at(NOW, work);
    }

}
