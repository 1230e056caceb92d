package io.cesm.web.expectation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.expectation.ConflictBook;
import io.cesm.expectation.DocumentingExpectations;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.HandingOver;
import io.cesm.expectation.RequirementBook;
import io.cesm.web.layout.Overtaken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Puts together everything the page of one expectation shows: the record and its timeline
 * in one round, and a statement for each further kind of thing that is there. Nothing of
 * the timeline is shown if the record is out of reach.
 */
@Component
class RecordPage {

    private static final int HISTORY = 30;

    private final ExpectationBook book;

    private final DocumentingExpectations documents;

    private final ConflictBook conflicts;

    private final HandingOver handingOver;

    private final RequirementBook requirements;

    private final TimelineBook timeline;

    private final Choices choices;

    private final Overtaken overtaken;

    private final List<RecordOrigin> origins;

    private final CurrentActor current;

    private final NamedParameterJdbcOperations jdbc;

    RecordPage(ExpectationBook book, DocumentingExpectations documents, ConflictBook conflicts, HandingOver handingOver,
            RequirementBook requirements, TimelineBook timeline, Choices choices, Overtaken overtaken,
            List<RecordOrigin> origins, CurrentActor current, NamedParameterJdbcOperations jdbc) {
        this.book = book;
        this.documents = documents;
        this.conflicts = conflicts;
        this.handingOver = handingOver;
        this.requirements = requirements;
        this.timeline = timeline;
        this.choices = choices;
        this.overtaken = overtaken;
        this.origins = origins;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * Shows the record.
     * @param editing the group of facts whose form stands open, if one does
     */
    String show(ExpectationId id, @Nullable String editing, Model model, Locale locale) {
        var round = new Round();
        var found = round.ask(book.find(id, new Tallies(origins.stream().map(each -> each.any(id)).toList())));
        var history = round.ask(timeline.asking(id.id(), HISTORY, null));
        round.go(jdbc);
        var it = found.get().orElseThrow(UnknownThing::new);
        var actor = current.actor();
        var mayEdit = it.isOpen() && actor.may(Right.EXPECTATION_EDIT);
        model.addAttribute("it", it);
        model.addAttribute("steps", LifeStep.of(it));
        model.addAttribute("next", VerbChoice.next(it.state(), actor));
        model.addAttribute("others", VerbChoice.others(it.state(), actor));
        var beside = it.beside();
        model.addAttribute("documents", beside.documents() ? documents.of(id) : List.of());
        model.addAttribute("conflicts", beside.conflicts() ? conflicts.of(id) : List.of());
        model.addAttribute("offer", beside.offer() ? handingOver.open(id) : null);
        model.addAttribute("requirements", beside.requirements() ? requirements.of(id) : List.of());
        model.addAttribute("origins", origins(it));
        model.addAttribute("timeline", history.get());
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("mayComment", actor.may(Right.EXPECTATION_EDIT));
        model.addAttribute("editing", editing);
        if (mayEdit && editing != null) {
            forms(it, editing, model, locale);
        }
        return "expectation/record";
    }

    /** Shows it with what changed meanwhile, beside what somebody typed. */
    String showOvertaken(ExpectationId id, String editing, Model model, Locale locale) {
        var it = book.require(id);
        Map<String, String> names = new HashMap<>(choices.placings(it.classification(), locale));
        names.putAll(choices.contacts(it.customer()));
        model.addAllAttributes(overtaken.by(Facts.stored(form(it, editing)), names));
        return show(id, editing, model, locale);
    }

    private List<RecordOrigin.Origin> origins(ExpectationDetails it) {
        var there = it.beside().others();
        return IntStream.range(0, origins.size())
            .filter(i -> there.get(i) > 0)
            .boxed()
            .flatMap(i -> origins.get(i).of(it.id()).stream())
            .toList();
    }

    private void forms(ExpectationDetails it, String editing, Model model, Locale locale) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form(it, editing));
        }
        model.addAttribute("contacts", choices.contacts(it.customer()));
        model.addAttribute("placings", choices.placings(it.classification(), locale));
        choices.addVocabulary(model, locale);
    }

    private static Record form(ExpectationDetails it, String editing) {
        return switch (editing) {
            case "words" -> Facts.WordsForm.of(it);
            case "kind" -> Facts.KindForm.of(it);
            case "rival" -> Facts.RivalForm.of(it);
            case "due" -> Facts.DueForm.of(it);
            default -> throw new UnknownThing();
        };
    }

}
