package io.cesm.web.answer;

import java.util.ArrayList;
import java.util.List;

import io.cesm.satisfaction.questionnaire.AnswerFault;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.AskedPage;
import io.cesm.satisfaction.questionnaire.Asking;
import io.cesm.satisfaction.questionnaire.Judging;

/**
 * Where a respondent stands after sending a page.
 *
 * @param at the page to show, as a place in {@code pages}
 * @param done whether everything has been answered
 */
public record AnswerStep(List<AskedPage> pages, int at, Answers answers, List<AnswerFault> faults, boolean done) {

    /**
     * Goes on, back, or stays because something is wrong or has come up.
     * <p>
     * The form says which page it was ({@code p_page}), which questions stood on it
     * ({@code p_shown}) and where to go ({@code p_go}: next or back).
     */
    public static AnswerStep of(Asking asking, SentAnswers form) {
        var answers = form.answers();
        var pages = asking.pages(answers);
        int at = place(pages, form.text("p_page", ""));
        if (form.text("p_go", "next").equals("back")) {
            return new AnswerStep(pages, Math.max(0, at - 1), answers, List.of(), false);
        }
        if (pages.isEmpty()) {
            return new AnswerStep(pages, 0, answers, List.of(), true);
        }
        var shown = List.of(form.text("p_shown", "").split(" "));
        var page = pages.get(at);
        if (!shown.containsAll(page.keys())) {
            return new AnswerStep(pages, at, answers, old(Judging.page(page, answers), shown), false);
        }
        var faults = Judging.page(page, answers);
        if (!faults.isEmpty()) {
            return new AnswerStep(pages, at, answers, faults, false);
        }
        return at + 1 < pages.size() ? new AnswerStep(pages, at + 1, answers, List.of(), false)
                : new AnswerStep(pages, at, answers, List.of(), true);
    }

    /** The same, but staying on the page where these faults are. */
    AnswerStep with(List<AnswerFault> more) {
        if (more.isEmpty()) {
            return this;
        }
        var keys = more.stream().map(AnswerFault::key).toList();
        int on = at;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).keys().stream().anyMatch(keys::contains)) {
                on = i;
            }
        }
        var all = new ArrayList<>(on == at ? faults : List.<AnswerFault>of());
        all.addAll(more);
        return new AnswerStep(pages, on, answers, all, false);
    }

    /** Back to the first page on which something is wrong. */
    AnswerStep firstOf(List<AnswerFault> all) {
        for (int i = 0; i < pages.size(); i++) {
            var fields = pages.get(i).fields();
            var here = all.stream().filter(it -> fields.contains(it.key())).toList();
            if (!here.isEmpty()) {
                return new AnswerStep(pages, i, answers, here, false);
            }
        }
        return new AnswerStep(pages, at, answers, all, false);
    }

    /**
     * Whether the page is shown again because something on it has to be mended or added.
     */
    boolean stays() {
        return !faults.isEmpty();
    }

    private static int place(List<AskedPage> pages, String id) {
        return Math.max(0, pages.stream().map(it -> it.page().id()).toList().indexOf(id));
    }

    /** A question that has only now come up is not yet wrong. */
    private static List<AnswerFault> old(List<AnswerFault> faults, List<String> shown) {
        return faults.stream().filter(it -> shown.contains(it.key().split("\\.", 2)[0])).toList();
    }

    /** One answer of another page, carried along in the form. */
    public record Carried(String name, String value) {
    }

    public static List<Carried> carried(List<AskedPage> pages, int at, Answers answers) {
        var here = pages.get(at).fields();
        var carried = new ArrayList<Carried>();
        answers.values().forEach((name, values) -> {
            if (!here.contains(name)) {
                values.forEach(value -> carried.add(new Carried(name, value)));
            }
        });
        return carried;
    }

}
