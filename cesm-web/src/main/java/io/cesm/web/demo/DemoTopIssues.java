package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.topissue.AnsweringIssueLinks;
import io.cesm.domain.topissue.Evidence;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.NotingValues;
import io.cesm.domain.topissue.OfferingIssueLinks;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.PlanningTasks;
import io.cesm.domain.topissue.TakeIssueStep;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TellProgress;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.WriteTask;
import io.cesm.governance.topissue.FindingEvidence;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.governance.topissue.RankingTopIssues;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the TOP issues of the demo company, each step at its own moment. */
@Component
@Order(85)
class DemoTopIssues implements DemoPart {

    private static final List<String> FAR = List.of("UNDERSTOOD", "PLANNED", "IMPROVING", "SUBMITTED", "REJECTED",
            "APPROVED", "CLOSED", "RECURRED");

    private static final int RHYTHM = 14;

    private static final int WEEKS_RANKED = 8;

    private final RaisingTopIssues raising;

    private final FindingEvidence finding;

    private final LeadingTopIssues leading;

    private final PlanningTasks planning;

    private final NotingValues values;

    private final TellingCustomers telling;

    private final OfferingIssueLinks links;

    private final AnsweringIssueLinks answering;

    private final TopIssueBook book;

    private final RankingTopIssues ranking;

    private final DimensionBook dimensions;

    private final Batch batch;

    private final JdbcClient jdbc;

    private final Clock clock;

    DemoTopIssues(RaisingTopIssues raising, FindingEvidence finding, LeadingTopIssues leading, PlanningTasks planning,
            NotingValues values, TellingCustomers telling, OfferingIssueLinks links, AnsweringIssueLinks answering,
            TopIssueBook book, RankingTopIssues ranking, DimensionBook dimensions, Batch batch, JdbcClient jdbc,
            Clock clock) {
        this.raising = raising;
        this.finding = finding;
        this.leading = leading;
        this.planning = planning;
        this.values = values;
        this.telling = telling;
        this.links = links;
        this.answering = answering;
        this.book = book;
        this.ranking = ranking;
        this.dimensions = dimensions;
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One issue that is being told. */
    private record Tale(Words row, Client client, List<Client> more, Cast cast, LocalDate begin, LocalDate today) {

        String fate() {
            return row.at("at").at(4).text();
        }

        boolean reaches(String state) {
            return FAR.indexOf(fate()) >= FAR.indexOf(state);
        }

        String owner() {
            return client.team().get(row.at("at").at(2).number());
        }

        LocalDate day(int after) {
            var day = begin.plusDays(after);
            return day.isAfter(today) ? today : day;
        }

        /** How many days after the nomination the effect was measured. */
        int verified() {
            int ago = row.at("at").at(3).number();
            return switch (fate()) {
                case "CLOSED" -> Math.min(110, ago - 30);
                case "RECURRED" -> 100;
                case "APPROVED" -> 95;
                default -> ago - 12;
            };
        }

        ContactId contact() {
            return client.people().getFirst().id();
        }

    }

    @Override
    public void tell(DemoWorld world) {
        tell(world.clients(), world.cast());
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("top_issue", "demo"));
    }

    private void tell(List<Client> clients, Cast cast) {
        var talking = clients.stream().filter(it -> !it.people().isEmpty()).toList();
        var today = CompanyTime.today(clock);
        for (var row : Words.of("top-issues.yaml").items()) {
            var more = row.at("more").items().stream().map(it -> talking.get(it.number() % talking.size())).toList();
            var tale = new Tale(row, talking.get(row.at("c").number() % talking.size()), more, cast,
                    today.minusDays(row.at("at").at(3).number()), today);
            batch.run(() -> tell(tale));
        }
        batch.run(() -> rank(today));
    }

    /** The places of the last weeks, oldest first, so that today's stand. */
    private void rank(LocalDate today) {
        for (int week = WEEKS_RANKED; week >= 0; week--) {
            ScopedClock.at(moment(today.minusWeeks(week), 7),
                    () -> Acting.as(Actor.system(DemoCompany.MAKER), ranking::snapshot));
        }
    }

    private void tell(Tale it) {
        var id = nominate(it);
        if (it.fate().equals("WITHDRAWN")) {
            as(it, it.client().csr(), it.day(12), () -> leading.take(id, null, IssueStep.WITHDRAW,
                    TakeIssueStep.saying(it.row().at("because").text())));
        }
        if (!it.reaches("UNDERSTOOD")) {
            return;
        }
        as(it, it.client().csr(), it.day(4),
                () -> leading.take(id, null, IssueStep.UNDERSTAND,
                        new TakeIssueStep(it.row().at("said").textOrNull(), it.row().at("statement").text(), null,
                                it.contact(), IssueChannel.VISIT, it.day(4), null, null)));
        if (it.reaches("PLANNED")) {
            plan(it, id);
        }
        if (it.reaches("IMPROVING")) {
            improve(it, id);
        }
        if (it.reaches("SUBMITTED")) {
            submit(it, id);
        }
    }

    private TopIssueId nominate(Tale it) {
        var at = it.row().at("at");
        var dimension = dimensions.find(at.at(0).text()).isPresent() ? at.at(0).text() : null;
        var customers = new ArrayList<CustomerId>();
        customers.add(it.client().id());
        it.more().forEach(each -> customers.add(each.id()));
        return ScopedClock.at(moment(it.begin(), 10),
                () -> Acting.as(it.cast().member(it.client().csr()).actor(),
                        () -> raising.raise(new NominateTopIssue(it.row().at("title").text(),
                                it.row().at("problem").text(), customers, dimension, Flow.valueOf(at.at(1).text()),
                                it.cast().member(it.owner()).id(), evidence(it, customers, dimension), true))));
    }

    /** What these customers said about the same thing until two weeks after. */
    private List<Evidence> evidence(Tale it, List<CustomerId> customers, @Nullable String dimension) {
        var ids = jdbc
            .sql("""
                    (select id from complaint where customer_id = any(:customers) and kind = 'COMPLAINT'
                            and (dimension_code = :dimension or dimension_code is null) and state not in ('WITHDRAWN', 'MERGED')
                      order by received_at desc limit 5)
                    union all
                    (select id from expectation where customer_id = any(:customers) and state = 'NOT_MET'
                      order by (dimension_code = :dimension) desc nulls last, said_on desc limit 2)
                    union all
                    (select id from follow_up where customer_id = any(:customers) and not confidential
                      order by level nulls last, opened_at desc limit 2)""")
            .param("customers", customers.stream().map(CustomerId::id).toArray(UUID[]::new))
            .param("dimension", dimension)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        return finding.of(ids);
    }

    private void plan(Tale it, TopIssueId id) {
        var goal = it.row().at("goal");
        as(it, it.owner(), it.day(5), () -> leading.agree(id));
        as(it, it.owner(), it.day(6), () -> {
            leading.plan(id, null, new PlanTopIssue(MeasureKind.KPI, goal.at(0).text(), null, goal.at(1).text(),
                    "true".equals(goal.at(4).text()), BigDecimal.valueOf(goal.at(2).number()),
                    BigDecimal.valueOf(goal.at(3).number()), it.row().at("stake").text(),
                    BigDecimal.valueOf(it.row().at("value").number()), it.begin().plusDays(it.row().at("due").number()),
                    it.cast().member("manager").id(), RHYTHM, 8), null);
            leading.explain(id, null, String.join("\n", it.row().at("whys").texts()),
                    CauseClass.valueOf(it.row().at("cause").text()), it.row().at("root").text());
            tasks(it, id);
            leading.take(id, null, IssueStep.PLAN, TakeIssueStep.NOTHING);
        });
        if (!it.reaches("IMPROVING")) {
            report(it, id, it.day(RHYTHM + 6), 0);
        }
    }

    private void tasks(Tale it, TopIssueId id) {
        UUID last = null;
        for (var task : it.row().at("tasks").items()) {
            var starts = it.begin().plusDays(task.at(2).number());
            var wait = "LONG".equals(task.at(1).text()) && last != null ? Set.of(last) : Set.<UUID>of();
            var made = planning.add(id,
                    new WriteTask(task.at(0).text(), TaskTerm.valueOf(task.at(1).text()),
                            it.cast().member(it.client().fr()).id(), starts, starts.plusDays(task.at(3).number()),
                            BigDecimal.valueOf(task.at(5).number()),
                            task.at(6).isGiven() ? BigDecimal.valueOf(task.at(6).number()) : null, wait));
            last = "SHORT".equals(task.at(1).text()) && last == null ? made : last;
        }
    }

    private void improve(Tale it, TopIssueId id) {
        as(it, it.owner(), it.day(8), () -> leading.take(id, null, IssueStep.START, TakeIssueStep.NOTHING));
        var plans = it.row().at("tasks").items();
        for (var task : List.copyOf(Acting.as(Actor.system(DemoCompany.MAKER), () -> book.tasks(id)))) {
            plans.stream()
                .filter(row -> row.at(0).text().equals(task.title()) && row.at(4).number() > 0)
                .findFirst()
                .ifPresent(row -> as(it, it.client().fr(), it.day(row.at(4).number()),
                        () -> planning.done(id, task.id(), it.day(row.at(4).number()), null)));
        }
        int until = it.reaches("SUBMITTED") ? it.verified() : (int) (it.today().toEpochDay() - it.begin().toEpochDay());
        value(it, id, until);
        int told = it.row().at("told").items().size();
        for (int i = 0; i < told; i++) {
            boolean newest = i == told - 1 && it.fate().equals("IMPROVING");
            int after = newest ? until - 6 : 6 + RHYTHM * (i + 1) + (i == 1 ? 3 : 0);
            if (after < until) {
                report(it, id, it.day(after), i);
            }
        }
    }

    private void value(Tale it, TopIssueId id, int until) {
        for (var row : it.row().at("values").items()) {
            int after = row.at(0).number();
            if (after <= until && !it.begin().plusDays(after).isAfter(it.today())) {
                as(it, it.owner(), it.day(Math.max(9, after)), () -> values.note(id, it.begin().plusDays(after),
                        BigDecimal.valueOf(row.at(1).number()), null));
            }
        }
    }

    private void report(Tale it, TopIssueId id, LocalDate day, int number) {
        var words = it.row().at("told").at(number).text();
        var mail = jdbc
            .sql("select exists (select 1 from contact_point where contact_id = ? and kind = 'EMAIL' and not former)")
            .param(it.contact().id())
            .query(Boolean.class)
            .single();
        as(it, it.owner(), day, () -> telling.tell(id, null, new TellProgress("进展通报：" + it.row().at("title").text(),
                words, Set.of(it.contact()), mail ? null : IssueChannel.VISIT)));
        if (mail) {
            read(it, id, day, number);
        }
    }

    /** The customer opens the report the same evening, and sometimes writes back. */
    private void read(Tale it, TopIssueId id, LocalDate day, int number) {
        var token = Acting.as(Actor.system(DemoCompany.MAKER), () -> {
            var report = telling.of(id).getFirst();
            return links.token(id, report.to().getFirst().id());
        });
        ScopedClock.at(moment(day, 19), () -> answering.opened(token));
        var answer = it.row().at("see").textOrNull();
        if (answer != null && number == 1) {
            ScopedClock.at(moment(day, 19), () -> answering.reply(token, answer, null));
        }
    }

    private void submit(Tale it, TopIssueId id) {
        int day = it.verified();
        var target = BigDecimal.valueOf(it.row().at("goal").at(3).number());
        as(it, it.owner(), it.day(day), () -> leading.take(id, null, IssueStep.VERIFY,
                TakeIssueStep.measured(target, it.day(day), "按约定口径统计，由双方现场负责人签认")));
        as(it, it.owner(), it.day(day + 1),
                () -> leading.take(id, null, IssueStep.SUBMIT, TakeIssueStep.saying(it.row().at("done").text())));
        var reject = it.row().at("reject").textOrNull();
        if (reject != null && it.fate().equals("REJECTED")) {
            answer(it, id, it.day(day + 4), it.client(), IssueStep.REJECT, reject);
            return;
        }
        if (it.fate().equals("SUBMITTED")) {
            ask(it, id, it.day(day + 1), it.client());
            it.more().forEach(each -> ask(it, id, it.day(day + 1), each));
            it.more()
                .stream()
                .limit(1)
                .forEach(each -> answer(it, id, it.day(day + 4), it.client(), IssueStep.APPROVE, "这次备件两天就到了。"));
            return;
        }
        answer(it, id, it.day(day + 4), it.client(), IssueStep.APPROVE, it.row().at("answer").text());
        it.more().forEach(each -> answer(it, id, it.day(day + 5), each, IssueStep.APPROVE, "我们这边也没有再出现。"));
        if (it.fate().equals("CLOSED") || it.fate().equals("RECURRED")) {
            close(it, id, day);
        }
    }

    private void ask(Tale it, TopIssueId id, LocalDate day, Client client) {
        as(it, client.csr(), day, () -> links.offer(id, client.people().getFirst().id()));
    }

    private void answer(Tale it, TopIssueId id, LocalDate day, Client client, IssueStep step, String words) {
        as(it, it.client().csr(), day, () -> leading.take(id, null, step,
                TakeIssueStep.answer(client.id(), client.people().getFirst().id(), IssueChannel.MEETING, day, words)));
    }

    private void close(Tale it, TopIssueId id, int day) {
        as(it, it.client().csr(), it.day(day + 8),
                () -> leading.take(id, null, IssueStep.CLOSE, TakeIssueStep.learning(it.row().at("lesson").text())));
        var check = it.begin().plusDays(day + 8L + 56);
        if (check.isBefore(it.today())) {
            var last = it.row().at("values").items().getLast().at(1).number();
            as(it, it.owner(), check, () -> leading.take(id, null, IssueStep.CHECK,
                    TakeIssueStep.measured(BigDecimal.valueOf(last), check, "八周后复查")));
        }
    }

    private void as(Tale it, String login, LocalDate day, Runnable step) {
        ScopedClock.at(moment(day, 15), () -> Acting.as(it.cast().member(login).actor(), step));
    }

    private Instant moment(LocalDate day, int hour) {
        var at = day.atTime(hour, 10).atZone(CompanyTime.ZONE).toInstant();
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }

}
