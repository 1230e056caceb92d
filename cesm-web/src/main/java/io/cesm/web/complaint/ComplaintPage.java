package io.cesm.web.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.DocumentingComplaints;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.complaint.LookingAgain;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.satisfaction.aftercare.ScoreBook;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.policy.ServicePolicies;
import io.cesm.web.escalation.EscalationSentences;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together everything the page of one complaint shows. */
@Component
class ComplaintPage {

    private static final int HISTORY = 30;

    /** Those who may give a complaint to somebody without asking. */
    private static final Set<Role> LEADING = EnumSet.of(Role.MANAGER, Role.OFFICE);

    private static final Map<ComplaintState, Step> NEXT = Map.of(ComplaintState.RECEIVED, Step.ACKNOWLEDGE,
            ComplaintState.ACKNOWLEDGED, Step.START, ComplaintState.REOPENED, Step.START, ComplaintState.IN_PROGRESS,
            Step.RESOLVE, ComplaintState.CONTAINED, Step.RESOLVE, ComplaintState.WAITING_CUSTOMER, Step.RESUME,
            ComplaintState.RESOLVED, Step.CONFIRM, ComplaintState.CONFIRMED, Step.CLOSE,
            ComplaintState.DECISION_DECLINED, Step.REOPEN);

    private final ComplaintBook book;

    private final HandingComplaints handing;

    private final LookingAgain looking;

    private final DocumentingComplaints documents;

    private final OfferingCaseLinks links;

    private final ScoreBook scores;

    private final TimelineBook timeline;

    private final ComplaintChoices choices;

    private final EscalationBook escalations;

    private final AnsweringEscalations answering;

    private final EscalationSentences ladderWords;

    private final CurrentActor current;

    private final Clock clock;

    private final ServicePolicies policies;

    private final ObjectProvider<ComplaintSection> sections;

    ComplaintPage(ComplaintBook book, HandingComplaints handing, LookingAgain looking, DocumentingComplaints documents,
            OfferingCaseLinks links, ScoreBook scores, TimelineBook timeline, ComplaintChoices choices,
            EscalationBook escalations, AnsweringEscalations answering, EscalationSentences ladderWords,
            CurrentActor current, Clock clock, ServicePolicies policies, ObjectProvider<ComplaintSection> sections) {
        this.book = book;
        this.handing = handing;
        this.looking = looking;
        this.documents = documents;
        this.links = links;
        this.scores = scores;
        this.timeline = timeline;
        this.choices = choices;
        this.escalations = escalations;
        this.answering = answering;
        this.ladderWords = ladderWords;
        this.current = current;
        this.clock = clock;
        this.policies = policies;
        this.sections = sections;
    }

    /**
     * A stop on the life line.
     *
     * @param look done, now or empty for what is to come
     */
    record Stop(ComplaintState state, String look, @Nullable Instant at) {
    }

    /**
     * A step as the page offers it.
     *
     * @param reason message key of why it cannot be taken now, null if it can
     */
    record Offer(Step step, @Nullable String reason) {

        public boolean isPossible() {
            return reason == null;
        }

    }

    String show(ComplaintId id, Model model, Locale locale) {
        var it = book.require(id);
        var actor = current.actor();
        var mayEdit = actor.may(Right.COMPLAINT_EDIT);
        var next = nextOf(it);
        var anew = it.state() == ComplaintState.DECISION_DECLINED || it.reopenedCount() > 0 ? looking.of(id) : null;
        var barred = anew != null && anew.bars(actor.staff());
        model.addAttribute("it", it);
        model.addAttribute("anew", anew);
        model.addAttribute("barred", barred);
        model.addAttribute("stops", stops(it));
        model.addAttribute("next", next != null && mayEdit ? offer(next, it, barred) : null);
        model.addAttribute("others", mayEdit ? others(it, next, barred) : List.of());
        model.addAttribute("clocks", book.clocks(id));
        model.addAttribute("policyNames", policies.namesIn(locale));
        model.addAttribute("cycles", book.earlierCycles(id));
        model.addAttribute("messages", book.messages(id));
        model.addAttribute("holdings", book.holdings(id));
        model.addAttribute("offer", handing.open(id));
        var ladder = escalations.ladder(id);
        model.addAttribute("ladder", ladder.stream().map(each -> ladderWords.rung(each, locale)).toList());
        model.addAttribute("ladderMay", answering.may(it, ladder));
        model.addAttribute("leads", actor.roles().stream().anyMatch(LEADING::contains));
        model.addAttribute("merged", book.merged(id));
        model.addAttribute("watched", book.isWatched(id));
        model.addAttribute("documents", documents.of(id));
        model.addAttribute("links", links.of(id));
        model.addAttribute("scores",
                it.times().closedAt() == null && it.reopenedCount() == 0 ? List.of() : scores.of(id));
        model.addAttribute("timeline", timeline.of(id.id(), HISTORY, null));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("person", choices.person(it.heading().contact()));
        model.addAttribute("me", actor.staff());
        model.addAttribute("now", clock.instant());
        model.addAttribute("staff", mayEdit && it.isOpen() ? choices.staff(it.heading().customer()) : Map.of());
        choices.addVocabulary(model, locale);
        model.addAttribute("sections",
                sections.orderedStream().map(each -> each.fill(it, mayEdit, model, locale)).toList());
        return "complaint/record";
    }

    /** Praise needs nobody's consent, a question may be answered at once. */
    private static @Nullable Step nextOf(ComplaintDetails it) {
        var usual = NEXT.get(it.state());
        if (it.state() == ComplaintState.RESOLVED && Step.CLOSE.isAllowed(it.kind(), it.state())) {
            return Step.CLOSE;
        }
        return it.state() == ComplaintState.ACKNOWLEDGED && Step.RESOLVE.isAllowed(it.kind(), it.state()) ? Step.RESOLVE
                : usual;
    }

    private static Offer offer(Step step, ComplaintDetails it, boolean barred) {
        if (!step.isAllowed(it.kind(), it.state())) {
            return new Offer(step, "refusal." + step.reason());
        }
        return new Offer(step, barred && step.decides() ? "complaint.look_again.not_you" : null);
    }

    private static List<Offer> others(ComplaintDetails it, @Nullable Step next, boolean barred) {
        return Arrays.stream(Step.values()).filter(step -> step != next).map(step -> offer(step, it, barred)).toList();
    }

    /** What was reached before it was opened again has to be reached once more. */
    private static boolean isAhead(ComplaintState state, ComplaintState now) {
        var line = ComplaintState.MAIN_LINE;
        var here = now == ComplaintState.WAITING_CUSTOMER ? line.indexOf(ComplaintState.CONTAINED) : line.indexOf(now);
        return here >= 0 && line.indexOf(state) > here;
    }

    private static List<Stop> stops(ComplaintDetails it) {
        List<Stop> stops = new ArrayList<>();
        var last = 0;
        for (var state : ComplaintState.MAIN_LINE) {
            var at = isAhead(state, it.state()) ? null : it.times().of(state);
            var now = state == it.state();
            stops.add(new Stop(state, now ? "now" : at == null ? "" : "done", at));
            last = at == null ? last : stops.size();
        }
        if (!ComplaintState.MAIN_LINE.contains(it.state())) {
            stops.add(last, new Stop(it.state(), "now aside",
                    it.state() == ComplaintState.WAITING_CUSTOMER ? it.waitingSince() : it.times().of(it.state())));
        }
        return stops;
    }

}
