package io.cesm.web.followup;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpDetails;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowUpState;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.reading.AnswerLine;
import io.cesm.satisfaction.reading.AnswerLines;
import io.cesm.satisfaction.reading.TakenAnswers;
import io.cesm.web.followup.FollowUpForms.CommentForm;
import io.cesm.web.followup.FollowUpForms.ContactForm;
import io.cesm.web.followup.FollowUpForms.DoneForm;
import io.cesm.web.followup.FollowUpForms.DueForm;
import io.cesm.web.followup.FollowUpForms.EndForm;
import io.cesm.web.followup.FollowUpForms.OwnerForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together everything the page of one follow-up shows. */
@Component
class FollowUpPage {

    private static final int HISTORY = 30;

    private final FollowUpBook book;

    private final TakenAnswers answers;

    private final TimelineBook timeline;

    private final FollowUpChoices choices;

    private final ContactBook contacts;

    private final CurrentActor current;

    private final Clock clock;

    FollowUpPage(FollowUpBook book, TakenAnswers answers, TimelineBook timeline, FollowUpChoices choices,
            ContactBook contacts, CurrentActor current, Clock clock) {
        this.book = book;
        this.answers = answers;
        this.timeline = timeline;
        this.choices = choices;
        this.contacts = contacts;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Shows the record.
     * @param asked the step whose form stands open; the next one if null
     */
    String show(FollowUpId id, @Nullable String asked, Model model, Locale locale) {
        var it = book.require(id);
        var mayEdit = current.actor().may(Right.EXPECTATION_EDIT);
        var open = open(it.state());
        model.addAttribute("it", it);
        model.addAttribute("surveyTitle", title(it, locale));
        model.addAttribute("person", it.contact() == null ? null : contacts.find(it.contact()).orElse(null));
        model.addAttribute("lines", lines(it, locale));
        model.addAttribute("timeline", timeline.of(id.id(), HISTORY, null));
        model.addAttribute("causeNames", choices.causeNames(locale));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("acts", mayEdit ? open : List.of());
        if (mayEdit) {
            var refused = model.containsAttribute("form");
            var act = asked != null && (refused || open.contains(asked)) ? asked : natural(it.state());
            choices.addForms(model, it.row().customer(), locale);
            model.addAttribute("act", act);
            model.addAttribute("commentWrong", refused && "comment".equals(act));
            if (!refused) {
                model.addAttribute("form", form(act, it));
            }
        }
        return "followup/record";
    }

    /** The steps that lead on from here. */
    private static List<String> open(FollowUpState state) {
        return switch (state) {
            case OPEN -> List.of("contact", "not-reached", "not-needed", "owner", "due");
            case CONTACTED -> List.of("done", "owner", "due");
            case NOT_REACHED -> List.of("contact");
            case DONE, NOT_NEEDED -> List.of();
        };
    }

    private static String natural(FollowUpState state) {
        return switch (state) {
            case OPEN -> "contact";
            case CONTACTED -> "done";
            default -> "comment";
        };
    }

    private Object form(String act, FollowUpDetails it) {
        var v = it.version();
        return switch (act) {
            case "contact" -> new ContactForm(null, CompanyTime.today(clock), null, v);
            case "done" -> new DoneForm(null, null, it.row().flow(), null, v);
            case "not-reached", "not-needed" -> new EndForm(null, v);
            case "owner" -> new OwnerForm(it.row().owner() == null ? null : it.row().owner().toString(), v);
            case "due" -> new DueForm(it.row().dueOn(), null, v);
            default -> new CommentForm(null);
        };
    }

    private List<AnswerLine> lines(FollowUpDetails it, Locale locale) {
        var answer = answers.find(it.answeredOn(), it.response());
        return answer == null ? List.of() : AnswerLines.of(answer, locale.getLanguage());
    }

    static String title(FollowUpDetails it, Locale locale) {
        var titles = DefinitionJson.tree(it.surveyTitles());
        var own = titles.path(locale.getLanguage()).asString("");
        return own.isEmpty() ? titles.values().stream().map(one -> one.asString("")).findFirst().orElse("") : own;
    }

}
