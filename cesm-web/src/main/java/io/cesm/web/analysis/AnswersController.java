package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.satisfaction.analysis.AnswersBehind;
import io.cesm.satisfaction.analysis.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The single answers behind a figure, as far as the reader may see them. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class AnswersController {

    private static final int SIZE = 30;

    private static final int COLUMNS = 5;

    private final AnswersBehind answers;

    private final Painters painters;

    private final AnalysisDocuments documents;

    AnswersController(AnswersBehind answers, Painters painters, AnalysisDocuments documents) {
        this.answers = answers;
        this.painters = painters;
        this.documents = documents;
    }

    @GetMapping("/surveys/{id}/analysis/answers")
    public String list(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query,
            @RequestParam @Nullable String value, @RequestParam @Nullable String cursor, Model model, Locale locale) {
        var slice = answers.slice(id, query.filter(), query.item(), value, cursor, SIZE);
        var scene = painters.scene(id, View.QUALITY, query, locale);
        var columns = columns(scene.opened(), query.item());
        model.addAttribute("slice", slice);
        model.addAttribute("head", scene.opened().survey().head());
        model.addAttribute("surveyTitle", scene.tell().words(scene.opened().survey().head().title().by()));
        model.addAttribute("columns", columns.stream()
            .map(it -> new Column(it.key(), scene.tell().brief(it.measure().name().by()), it.measure().isScale()))
            .toList());
        model.addAttribute("link", query);
        model.addAttribute("only", only(scene, query.item(), value));
        return "analysis/answers";
    }

    /**
     * A question as a column.
     *
     * @param scale whether it is answered by a mark; whoever gave another answer gave
     * none
     */
    record Column(String value, String text, boolean scale) {

        /** What stands in the cell; null for an answer beside the scale. */
        public @Nullable String of(@Nullable Object given) {
            if (given == null) {
                return "–";
            }
            var said = given.toString();
            return scale && !said.matches("-?\\d+(\\.\\d+)?") ? null : said;
        }

    }

    /** Which answers these are, in words; empty for all. */
    private List<String> only(Scene scene, @Nullable String item, @Nullable String value) {
        var said = new ArrayList<String>();
        scene.opened().items().stream().filter(it -> it.key().equals(item)).findFirst().ifPresent(it -> {
            var name = scene.tell().brief(it.measure().name().by());
            said.add(value == null || value.isBlank() ? scene.tell().say("analysis.answers.to", name)
                    : scene.tell().say("analysis.answers.with", name, value));
        });
        var filter = documents.filters(scene.query().filter(), scene);
        if (!filter.isEmpty()) {
            said.add(scene.tell().say("analysis.pdf.filter", filter));
        }
        return said;
    }

    /** The item one came from first, then those the survey is known by. */
    private static List<Opened.Item> columns(Opened opened, @Nullable String item) {
        var wanted = opened.items().stream().filter(it -> it.key().equals(item)).toList();
        return java.util.stream.Stream
            .concat(wanted.stream(), java.util.stream.Stream
                .concat(opened.ownItems().stream().filter(it -> it.measure().headline()), opened.ownItems().stream()))
            .distinct()
            .limit(COLUMNS)
            .toList();
    }

}
