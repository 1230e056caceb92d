package io.cesm.satisfaction.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

import io.cesm.satisfaction.questionnaire.Block;
import io.cesm.satisfaction.questionnaire.Code;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.Head;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.Option;
import io.cesm.satisfaction.questionnaire.Page;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.Scale;
import io.cesm.satisfaction.questionnaire.Words;

/** Writes the questionnaire that a codebook tells of, so that all analysis reads it. */
final class CodebookQuestions {

    /** The item that tells which rivals a respondent rated. */
    static final String RIVALS = "rivals";

    private static final int BLOCK = 100;

    private final Codebook codebook;

    private final String language;

    private CodebookQuestions(Codebook codebook, String language) {
        this.codebook = codebook;
        this.language = language;
    }

    static Definition of(Codebook codebook, String name, String language) {
        return new CodebookQuestions(codebook, language).definition(name);
    }

    private Definition definition(String name) {
        var questions = own();
        var blocks = new ArrayList<Block>();
        for (int from = 0; from < questions.size(); from += BLOCK) {
            blocks.add(block("b" + (blocks.size() + 1),
                    questions.subList(from, Math.min(from + BLOCK, questions.size())), null));
        }
        var rivals = rivals();
        if (!rivals.isEmpty()) {
            blocks.add(block("b_rivals", List.of(which(rivals)), null));
            blocks.add(block("b_rival", aboutRivals(), new Block.Repeat(RIVALS, Math.min(10, rivals.size()))));
        }
        return new Definition(List.of(language), words(name), Words.none(), Words.none(),
                List.of(new Page("p1", Words.none(), Words.none(), false, null, blocks)));
    }

    private static Block block(String id, List<Question> questions,
            Block.@org.jspecify.annotations.Nullable Repeat repeat) {
        return new Block(id, Words.none(), Words.none(), false, repeat, null, questions);
    }

    private List<Question> own() {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (var column : codebook.columns()) {
            if (column.kind().isAsked() && column.rival() == null) {
                questions.putIfAbsent(column.question(), question(column));
            }
        }
        return List.copyOf(questions.values());
    }

    private Question question(CodebookColumn it) {
        var head = head(it, it.question(), it.role());
        if (it.isPart()) {
            return new Question.Pair(head, scale(it), words(part(it.question() + ".e")),
                    words(part(it.question() + ".p")));
        }
        return switch (it.kind()) {
            case SINGLE, MULTI ->
                new Question.Choice(head, it.kind() == ColumnKind.MULTI, options(it), false, null, null);
            case NUMBER -> new Question.Number(head, null, null, 4, Words.none());
            case TEXT -> new Question.Text(head, true, AnswerColumn.LONGEST, Question.Text.Form.ANY);
            default -> new Question.OnScale(it.kind().type(), head, scale(it));
        };
    }

    private String part(String item) {
        return codebook.columns()
            .stream()
            .filter(it -> it.item().equals(item))
            .map(CodebookColumn::label)
            .findFirst()
            .orElse(item);
    }

    private Head head(CodebookColumn it, String id, @org.jspecify.annotations.Nullable ItemRole role) {
        var na = it.none()
            .entrySet()
            .stream()
            .filter(code -> !code.getValue().isEmpty())
            .map(code -> new Code(Slugs.of(code.getKey(), "na"), words(code.getValue())))
            .toList();
        return new Head(id, words(it.label()), Words.none(), false, it.dimension(), role, na, null, null);
    }

    private Scale scale(CodebookColumn it) {
        int min = requireNonNull(it.min());
        int max = requireNonNull(it.max());
        return new Scale(min, max, it.reversed(), at(it, min), at(it, max), List.of());
    }

    private Words at(CodebookColumn it, int point) {
        var said = it.codes().get(String.valueOf(point));
        return said == null || said.isEmpty() ? Words.none() : words(said);
    }

    private List<Option> options(CodebookColumn it) {
        return it.codes()
            .entrySet()
            .stream()
            .map(code -> new Option(Slugs.of(code.getKey(), "o"),
                    words(code.getValue().isEmpty() ? code.getKey() : code.getValue()), false, false, false))
            .toList();
    }

    private Map<String, String> rivals() {
        Map<String, String> rivals = new LinkedHashMap<>();
        codebook.columns()
            .stream()
            .map(CodebookColumn::rival)
            .filter(java.util.Objects::nonNull)
            .forEach(name -> rivals.putIfAbsent(Slugs.of(name, "r"), name));
        return rivals;
    }

    private Question which(Map<String, String> rivals) {
        var options = new ArrayList<Option>();
        rivals.forEach((id, name) -> options.add(new Option(id, words(name), false, false, false)));
        if (options.size() == 1) {
            options.add(new Option("none_of_them", words(language.equals("zh") ? "都没有评价" : "None of them"), false,
                    false, true));
        }
        return new Question.Choice(
                new Head(RIVALS, words(language.equals("zh") ? "评价过的竞争对手" : "Rivals that were rated"), Words.none(),
                        false, null, null, List.of(), null, null),
                true, options, false, null, null);
    }

    private List<Question> aboutRivals() {
        Map<String, Question> questions = new LinkedHashMap<>();
        codebook.columns()
            .stream()
            .filter(it -> it.rival() != null)
            .forEach(it -> questions.putIfAbsent(it.item(), new Question.OnScale(it.kind().type(),
                    head(ours(it), rivalItem(it.item()), ItemRole.COMPETITOR), scale(it))));
        return List.copyOf(questions.values());
    }

    private CodebookColumn ours(CodebookColumn about) {
        return codebook.columns()
            .stream()
            .filter(it -> it.rival() == null && it.item().equals(about.item()))
            .findFirst()
            .orElse(about);
    }

    static String rivalItem(String item) {
        return item + "_rival";
    }

    private Words words(String text) {
        return new Words(Map.of(language, text));
    }

}
