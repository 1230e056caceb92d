package io.cesm.web.topissue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.topissue.DocumentingTopIssues;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.IssueTask;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NotingValues;
import io.cesm.domain.topissue.SmartPart;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.topissue.MeasuringTopIssues;
import io.cesm.web.escalation.EscalationSentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together everything the page of one TOP issue shows. */
@Component
class TopIssuePage {

    private static final int HISTORY = 30;

    private static final Map<TopIssueState, IssueStep> NEXT = Map.of(TopIssueState.NOMINATED, IssueStep.UNDERSTAND,
            TopIssueState.UNDERSTOOD, IssueStep.PLAN, TopIssueState.PLANNED, IssueStep.START, TopIssueState.IMPROVING,
            IssueStep.VERIFY, TopIssueState.VERIFIED, IssueStep.SUBMIT, TopIssueState.SUBMITTED, IssueStep.APPROVE,
            TopIssueState.APPROVED, IssueStep.CLOSE, TopIssueState.CLOSED, IssueStep.CHECK);

    private final TopIssueBook book;

    private final DocumentingTopIssues documents;

    private final TimelineBook timeline;

    private final TopIssueChoices choices;

    private final NotingValues values;

    private final MeasuringTopIssues measuring;

    private final MeasureChart chart;

    private final SurveyItemNames itemNames;

    private final TellingCustomers telling;

    private final EscalationBook escalations;

    private final AnsweringEscalations answering;

    private final EscalationSentences ladderWords;

    private final CurrentActor current;

    private final Clock clock;

    TopIssuePage(TopIssueBook book, DocumentingTopIssues documents, TimelineBook timeline, TopIssueChoices choices,
            NotingValues values, MeasuringTopIssues measuring, MeasureChart chart, SurveyItemNames itemNames,
            TellingCustomers telling, EscalationBook escalations, AnsweringEscalations answering,
            EscalationSentences ladderWords, CurrentActor current, Clock clock) {
        this.book = book;
        this.documents = documents;
        this.timeline = timeline;
        this.choices = choices;
        this.values = values;
        this.measuring = measuring;
        this.chart = chart;
        this.itemNames = itemNames;
        this.telling = telling;
        this.escalations = escalations;
        this.answering = answering;
        this.ladderWords = ladderWords;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A stop on the life line.
     *
     * @param look done, now or empty for what is to come
     */
    record Stop(TopIssueState state, String look, @Nullable Instant at) {
    }

    /**
     * A step as the page offers it.
     *
     * @param reason message key of why it cannot be taken now, null if it can
     */
    record Offer(IssueStep step, @Nullable String reason) {

        public boolean isPossible() {
            return reason == null;
        }

    }

    /** What was planned to cost and what it did, as far as it is known. */
    record Cost(BigDecimal planned, BigDecimal actual) {
    }

    String show(TopIssueId id, Model model, Locale locale) {
        var it = book.require(id);
        var actor = current.actor();
        var mayEdit = actor.may(Right.COMPLAINT_EDIT);
        var next = NEXT.get(it.state());
        var affected = book.affected(id);
        var tasks = book.tasks(id);
        model.addAttribute("it", it);
        model.addAttribute("stops", stops(it));
        model.addAttribute("next", next != null && mayEdit ? offer(next, it) : null);
        model.addAttribute("others", mayEdit ? others(it, next, actor.roles().contains(Role.OFFICE)) : List.of());
        model.addAttribute("affected", affected);
        model.addAttribute("hidden", book.affectedCount(id) - affected.size());
        model.addAttribute("evidence", book.evidence(id));
        var approvals = book.approvals(id);
        model.addAttribute("approvals", approvals);
        model.addAttribute("unasked", it.state() == TopIssueState.SUBMITTED
                ? approvals.stream().filter(TopIssueDetails.Approval::isUnasked).toList() : List.of());
        model.addAttribute("tasks", tasks);
        model.addAttribute("gantt", Gantt.of(tasks, CompanyTime.today(clock)));
        model.addAttribute("cost", cost(tasks));
        addMeasure(it, model, locale);
        addLadder(it, model, locale);
        model.addAttribute("reports", telling.of(id));
        model.addAttribute("smart", SmartPart.values());
        model.addAttribute("documents", documents.of(id));
        model.addAttribute("timeline", timeline.of(id.id(), HISTORY, null));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("me", actor.staff());
        model.addAttribute("today", CompanyTime.today(clock));
        model.addAttribute("staff", mayEdit && it.isOpen() ? choices.staff(id) : Map.of());
        choices.addVocabulary(model, locale);
        return "topissue/record";
    }

    private void addLadder(TopIssueDetails it, Model model, Locale locale) {
        var ladder = escalations.ladder(it.id());
        model.addAttribute("ladder", ladder.stream().map(each -> ladderWords.rung(each, locale)).toList());
        model.addAttribute("ladderMay", answering.may(it, ladder));
        model.addAttribute("level", it.isOpen() ? EscalationBook.level(ladder) : 0);
    }

    private void addMeasure(TopIssueDetails it, Model model, Locale locale) {
        var points = measuring.series(it);
        model.addAttribute("points", points);
        model.addAttribute("chart", chart.of(it, points));
        model.addAttribute("values", it.plan().kind() == MeasureKind.KPI ? values.of(it.id()) : List.of());
        model.addAttribute("effects", measuring.effects(it));
        model.addAttribute("items", values.items(it.id()));
        model.addAttribute("itemNames", it.plan().measure() == null ? Map.of() : itemNames.all(locale));
    }

    private static Offer offer(IssueStep step, TopIssueDetails it) {
        return new Offer(step, step.isAllowed(it.state()) ? null : "refusal." + step.reason());
    }

    private static List<Offer> others(TopIssueDetails it, @Nullable IssueStep next, boolean office) {
        return Arrays.stream(IssueStep.values())
            .filter(step -> step != next && (office || step != IssueStep.LEAVE))
            .map(step -> offer(step, it))
            .toList();
    }

    private static @Nullable Cost cost(List<IssueTask> tasks) {
        if (tasks.stream().allMatch(it -> it.plannedCost() == null && it.actualCost() == null)) {
            return null;
        }
        return new Cost(sum(tasks, IssueTask::plannedCost), sum(tasks, IssueTask::actualCost));
    }

    private static BigDecimal sum(List<IssueTask> tasks, Function<IssueTask, @Nullable BigDecimal> cost) {
        var sum = BigDecimal.ZERO;
        for (var task : tasks) {
            var amount = cost.apply(task);
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }

    private static List<Stop> stops(TopIssueDetails it) {
        List<Stop> stops = new ArrayList<>();
        var last = 0;
        for (var state : TopIssueState.MAIN_LINE) {
            var at = it.times().of(state);
            var now = state == it.state();
            var reached = at != null && (!it.state().isAtLeast(TopIssueState.NOMINATED) || it.state().isAtLeast(state));
            stops.add(new Stop(state, now ? "now" : reached ? "done" : "", reached ? at : null));
            last = reached ? stops.size() : last;
        }
        if (it.state() == TopIssueState.WITHDRAWN) {
            stops.set(stops.size() - 1, new Stop(TopIssueState.CLOSED, "", null));
            stops.add(Math.min(last, stops.size() - 1), new Stop(it.state(), "now aside", it.times().closedAt()));
        }
        return stops;
    }

}
