package io.cesm.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.Finding;
import io.cesm.satisfaction.questionnaire.Languages;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Page;
import io.cesm.satisfaction.questionnaire.QuestionBank;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireDetails;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What the pages of one questionnaire share: its head, its findings, its vocabulary. */
@Component("surveyDesk")
class Desk {

    private final QuestionnaireBook book;

    private final QuestionBank bank;

    private final DimensionBook dimensions;

    private final CurrentActor current;

    Desk(QuestionnaireBook book, QuestionBank bank, DimensionBook dimensions, CurrentActor current) {
        this.book = book;
        this.bank = bank;
        this.dimensions = dimensions;
        this.current = current;
    }

    /** Puts the head of every page of a questionnaire into the model. */
    QuestionnaireDetails open(QuestionnaireId id, Model model, Locale locale) {
        var it = book.require(id);
        model.addAttribute("it", it);
        model.addAttribute("title", it.draft().title().in(locale.getLanguage(), it.draft().languages()));
        model.addAttribute("speak", it.draft().language(locale.getLanguage()));
        model.addAttribute("complete", Languages.complete(it.draft()));
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return it;
    }

    /** What the method checker finds, by question; the whole under the empty name. */
    Map<String, List<Finding>> findings(QuestionnaireDetails it) {
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        MethodChecker.check(it.draft(), it.profile().kind(), bank.certified())
            .forEach(one -> found.computeIfAbsent(one.question(), key -> new ArrayList<>()).add(one));
        return found;
    }

    Map<String, String> dimensions(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(locale)));
        return names;
    }

    /** The page on which a question or block stands. */
    String pageOf(Definition it, String part) {
        return it.pages()
            .stream()
            .filter(page -> page.blocks()
                .stream()
                .anyMatch(block -> block.id().equals(part)
                        || block.questions().stream().anyMatch(question -> question.id().equals(part))))
            .map(Page::id)
            .findFirst()
            .orElse(it.pages().getFirst().id());
    }

    String pageOfQuestion(QuestionnaireId id, String question) {
        return pageOf(book.require(id).draft(), question);
    }

    String pageOfBlock(QuestionnaireId id, String block) {
        return pageOf(book.require(id).draft(), block);
    }

    String lastPage(QuestionnaireId id) {
        return book.require(id).draft().pages().getLast().id();
    }

    /** The fields of a form without those that are the frame's. */
    static Map<String, String> plain(MultiValueMap<String, String> form, String... others) {
        Map<String, String> plain = new LinkedHashMap<>(form.toSingleValueMap());
        for (var each : List.of("_csrf", "_nonce", "version", "lang", "theme", "rows")) {
            plain.remove(each);
        }
        for (var each : others) {
            plain.remove(each);
        }
        return plain;
    }

}
