package io.cesm.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.history.PastCases;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class PastCaseTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private PastCases cases;

    @Autowired
    private JdbcClient jdbc;

    private StaffId office = new StaffId(null);

    private final String source = "旧系统 " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void anOffice() {
        office = people.hire(Role.OFFICE);
    }

    @Test
    void areTakenInOnceReplayedAndTouchNothingAlive() throws Exception {
        var alive = living();
        var answers = take(row("A-1", "2025-03-03 09:00", "Queued", "热线"),
                row("A-1", "2025-03-03 10:00", "Accepted", "热线"), row("A-1", "2025-03-03 11:00", "Accepted", "控制组"),
                row("A-1", "2025-03-03 12:00", "Accepted", "热线"), row("A-1", "2025-03-03 14:00", "Completed", "热线"),
                row("A-2", "昨天", "Accepted", "热线"), row("A-3", "2025-03-03 09:00", "Accepted", "热线"));
        assertThat(answers).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.CREATED, Outcome.CREATED, Outcome.CREATED,
                    Outcome.REFUSED, Outcome.CREATED);
        assertThat(answers.get(5).problems()).singleElement().satisfies(it -> assertThat(it.target()).isEqualTo("at"));
        assertThat(take(row("A-1", "2025-03-03 09:00", "Queued", "热线"))).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.UNCHANGED);

        assertThat(people.as(office, () -> cases.replay(source))).isEqualTo(2);
        var first = people.as(office, () -> cases.slice(source, 10, null)).items().getFirst();
        assertThat(first.key()).isEqualTo("A-1");
        assertThat(first.handOffs()).isEqualTo(2);
        assertThat(first.pingPongs()).isEqualTo(1);
        assertThat(first.waitingMinutes()).isEqualTo(60);
        assertThat(first.ended()).isTrue();
        var all = people.as(office, () -> cases.lines(source)).getFirst();
        assertThat(all.grade()).isZero();
        assertThat(all.kept().n()).as("the other one has not ended").isEqualTo(1);
        assertThat(living()).as("complaints, notices, timers, mails").isEqualTo(alive);

        var page = web.get()
            .uri("/complaints/history?source={source}", source)
            .header("Accept-Language", "en")
            .with(SignedIn.as(office));
        assertThat(page).hasStatusOk().bodyText().contains("A-1", "Solved in time", "50.0 %");
        assertThat(web.get().uri("/complaints/history").with(SignedIn.as(people.hire(Role.CSR)))).hasStatus(403);
        var api = new Api(context, office);
        assertThat(Api.<List<?>>read(api.get("/past-cases/sources"), "$")).isNotEmpty();
        people.as(office, () -> cases.remove(source));
        assertThat(people.as(office, () -> cases.count(source, 10))).isZero();
    }

    @Test
    void aRowWithBothDaysIsAWholeCase() {
        var answers = take(
                new ImportRow(1,
                        Map.of("key", List.of("N-1"), "at", List.of("2025-03-03"), "closed", List.of("2025-03-05"),
                                "holder", List.of("12 区"))),
                new ImportRow(2,
                        Map.of("key", List.of("N-2"), "at", List.of("2025-03-05"), "closed", List.of("2025-03-03"))));
        assertThat(answers).extracting(RowAnswer::outcome).containsExactly(Outcome.CREATED, Outcome.REFUSED);
        people.as(office, () -> cases.replay(source));
        assertThat(people.as(office, () -> cases.slice(source, 10, null)).items()).singleElement()
            .satisfies(it -> assertThat(it.ended()).isTrue());
    }

    private List<RowAnswer> take(ImportRow... rows) {
        var kind = context.getBeansOfType(ImportKind.class)
            .values()
            .stream()
            .filter(it -> it.code().equals("past-cases"))
            .findFirst()
            .orElseThrow();
        var plan = new ImportPlan(UUID.randomUUID(), "I-1", List.of(), Map.of(), Map.of("source", source));
        return people.as(office, () -> kind.open(plan).take(List.of(rows), false));
    }

    private int line;

    private ImportRow row(String key, String at, String state, String holder) {
        return new ImportRow(++line,
                Map.of("key", List.of(key), "at", List.of(at), "state", List.of(state), "holder", List.of(holder)));
    }

    private List<Long> living() {
        List<Long> counts = new ArrayList<>();
        for (var table : List.of("complaint", "complaint_clock", "notice", "scheduled_tasks")) {
            counts.add(jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return counts;
    }

}
