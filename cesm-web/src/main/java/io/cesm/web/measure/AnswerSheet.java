package io.cesm.web.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cesm.domain.table.Appendix;
import io.cesm.domain.table.Column;
import io.cesm.satisfaction.measure.RawAnswer;
import io.cesm.satisfaction.measure.RawSurvey;
import io.cesm.satisfaction.questionnaire.Block;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Option;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.Scale;
import io.cesm.satisfaction.questionnaire.Words;
import io.cesm.web.exports.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The columns of a file of answers, and the codebook that says what they mean. */
final class AnswerSheet {

    private final RawSurvey survey;

    private final MessageSource messages;

    private final Locale locale;

    /** Question by the key its answer stands under. */
    private final Map<String, Question> keys = new LinkedHashMap<>();

    AnswerSheet(RawSurvey survey, MessageSource messages, Locale locale) {
        this.survey = survey;
        this.messages = messages;
        this.locale = locale;
        survey.definition()
            .pages()
            .forEach(page -> page.blocks()
                .forEach(block -> block.questions()
                    .forEach(question -> each(block).forEach(suffix -> DefinitionJson.keys(question)
                        .forEach(key -> keys.put(key.replaceFirst("^" + question.id(), question.id() + suffix),
                                question))))));
    }

    /** For whom the questions of a block are asked again. */
    private List<String> each(Block block) {
        var repeat = block.repeat();
        if (repeat == null) {
            return List.of("");
        }
        return survey.definition()
            .question(repeat.over())
            .filter(Question.Choice.class::isInstance)
            .map(it -> ((Question.Choice) it).options().stream().map(option -> "@" + option.id()).toList())
            .orElse(List.of());
    }

    List<Column<RawAnswer>> columns() {
        List<Column<RawAnswer>> columns = new ArrayList<>();
        add(columns, say("answers.export.day"), RawAnswer::day);
        add(columns, say("answers.export.channel"), RawAnswer::channel);
        add(columns, say("answers.export.language"), RawAnswer::language);
        add(columns, say("answers.export.weight"), RawAnswer::weight);
        add(columns, say("answers.export.left_out"), row -> row.leftOut() ? say("answers.export.left_out.yes") : null);
        if (survey.customers()) {
            add(columns, say("scorecard.number"), RawAnswer::customerNumber);
            add(columns, say("scorecard.customer"),
                    row -> Sheet.name(locale, row.customerName(), row.customerNameEn()));
        }
        survey.segments().forEach(key -> add(columns, key, row -> row.segments().get(key)));
        keys.forEach((key, question) -> {
            if (!(question instanceof Question.Text)) {
                add(columns, key, row -> shown(row.items().get(key)));
            }
            if (survey.words() && (question instanceof Question.Text || question instanceof Question.Choice)) {
                words(columns, key, question);
            }
        });
        return columns;
    }

    private static void words(List<Column<RawAnswer>> columns, String key, Question question) {
        if (question instanceof Question.Choice choice) {
            choice.options()
                .stream()
                .filter(Option::other)
                .forEach(option -> add(columns, key + "." + option.id(),
                        row -> row.words().get(key + "." + option.id())));
        }
        else {
            add(columns, key, row -> row.words().get(key));
        }
    }

    private static void add(List<Column<RawAnswer>> columns, String heading,
            Function<RawAnswer, @Nullable Object> value) {
        columns.add(new Column<>(heading, value));
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value;
    }

    Appendix codebook() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(say("measure.codebook.th.item"), say("measure.codebook.th.label"),
                say("measure.codebook.th.kind"), say("answers.export.role"), say("answers.export.dimension"),
                say("answers.export.codes")));
        keys.forEach((key, question) -> {
            var head = question.head();
            rows.add(List.of(key, words(head.text()), question.type().name(),
                    head.role() == null ? "" : head.role().name(), head.dimension() == null ? "" : head.dimension(),
                    codes(question)));
        });
        return new Appendix(say("measure.codebook.title"), rows);
    }

    private String codes(Question question) {
        List<String> codes = new ArrayList<>();
        switch (question) {
            case Question.OnScale it -> points(it.scale(), codes);
            case Question.Matrix it -> points(it.scale(), codes);
            case Question.Pair it -> points(it.scale(), codes);
            case Question.Choice it ->
                it.options().forEach(option -> codes.add(option.id() + " = " + words(option.text())));
            default -> {
            }
        }
        question.head().na().forEach(code -> codes.add(code.id() + " = " + words(code.text())));
        return String.join("; ", codes);
    }

    private void points(Scale scale, List<String> codes) {
        codes.add(scale.min() + "–" + scale.max() + (scale.reversed() ? " ↓" : ""));
        scale.values().forEach(point -> {
            var said = words(scale.at(point));
            if (!said.isEmpty()) {
                codes.add(point + " = " + said);
            }
        });
    }

    private String words(Words words) {
        return words.in(locale.getLanguage(), survey.definition().languages());
    }

    private String say(String key) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }

}
