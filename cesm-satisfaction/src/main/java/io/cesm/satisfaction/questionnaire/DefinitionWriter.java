package io.cesm.satisfaction.questionnaire;

import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a definition as JSON; what says nothing is left out. */
final class DefinitionWriter {

    private DefinitionWriter() {
    }

    static ObjectNode write(Definition it) {
        var out = object();
        var languages = out.putArray("languages");
        it.languages().forEach(languages::add);
        words(out, "title", it.title());
        words(out, "intro", it.intro());
        words(out, "thanks", it.thanks());
        many(out, "pages", it.pages(), DefinitionWriter::page);
        return out;
    }

    private static void page(Page it, ObjectNode out) {
        out.put("id", it.id());
        words(out, "title", it.title());
        words(out, "intro", it.intro());
        flag(out, "shuffle", it.shuffle());
        show(out, it.show());
        many(out, "blocks", it.blocks(), DefinitionWriter::block);
    }

    private static void block(Block it, ObjectNode out) {
        out.put("id", it.id());
        words(out, "title", it.title());
        words(out, "intro", it.intro());
        flag(out, "shuffle", it.shuffle());
        var repeat = it.repeat();
        if (repeat != null) {
            out.putObject("repeat").put("over", repeat.over()).put("most", repeat.most());
        }
        show(out, it.show());
        many(out, "questions", it.questions(), (question, to) -> to.setAll(write(question)));
    }

    private static void show(ObjectNode out, @Nullable ShowIf it) {
        if (it == null) {
            return;
        }
        var show = out.putObject("show");
        flag(show, "any", it.any());
        many(show, "tests", it.tests(), (test, to) -> {
            to.put("of", test.of()).put("op", test.op().name());
            if (!test.values().isEmpty()) {
                var values = to.putArray("values");
                test.values().forEach(values::add);
            }
        });
    }

    static ObjectNode write(Page page) {
        var out = object();
        page(page, out);
        return out;
    }

    static ObjectNode write(Block block) {
        var out = object();
        block(block, out);
        return out;
    }

    static ObjectNode write(Question question) {
        var out = object();
        var head = question.head();
        out.put("id", head.id()).put("type", question.type().name());
        words(out, "text", head.text());
        words(out, "help", head.help());
        flag(out, "required", head.required());
        put(out, "dimension", head.dimension());
        put(out, "role", head.role());
        switch (question) {
            case Question.OnScale it -> scale(out, it.scale());
            case Question.Matrix it -> {
                scale(out, it.scale());
                many(out, "rows", it.rows(), DefinitionWriter::row);
                flag(out, "shuffle", it.shuffle());
            }
            case Question.Pair it -> {
                scale(out, it.scale());
                words(out, "expected", it.expected());
                words(out, "perceived", it.perceived());
            }
            case Question.Kano it -> {
                words(out, "functional", it.functional());
                words(out, "dysfunctional", it.dysfunctional());
                list(out, "answers", it.answers());
            }
            case Question.Choice it -> {
                many(out, "options", it.options(), DefinitionWriter::option);
                flag(out, "shuffle", it.shuffle());
                put(out, "atLeast", it.atLeast());
                put(out, "atMost", it.atMost());
            }
            case Question.Ranking it -> {
                many(out, "options", it.options(), DefinitionWriter::option);
                flag(out, "shuffle", it.shuffle());
                out.put("top", it.top());
            }
            case Question.Text it -> {
                flag(out, "lines", it.lines());
                out.put("max", it.max());
                put(out, "form", it.form() == Question.Text.Form.ANY ? null : it.form());
            }
            case Question.Number it -> {
                put(out, "min", it.min());
                put(out, "max", it.max());
                out.put("decimals", it.decimals());
                words(out, "unit", it.unit());
            }
            case Question.Date it -> {
                put(out, "min", it.min());
                put(out, "max", it.max());
            }
            case Question.File it -> {
                out.put("megabytes", it.megabytes());
                flag(out, "picturesOnly", it.picturesOnly());
            }
            case Question.Consent it -> words(out, "label", it.label());
            case Question.Statement it -> {
            }
        }
        many(out, "na", head.na(), (code, to) -> {
            to.put("id", code.id());
            words(to, "text", code.text());
        });
        show(out, head.show());
        put(out, "bank", head.bank());
        return out;
    }

    private static void scale(ObjectNode out, Scale it) {
        var scale = out.putObject("scale").put("min", it.min()).put("max", it.max());
        flag(scale, "reversed", it.reversed());
        words(scale, "low", it.low());
        words(scale, "high", it.high());
        list(scale, "labels", it.labels());
    }

    private static void row(ItemRow it, ObjectNode out) {
        out.put("id", it.id());
        words(out, "text", it.text());
        put(out, "dimension", it.dimension());
        put(out, "role", it.role());
    }

    private static void option(Option it, ObjectNode out) {
        out.put("id", it.id());
        words(out, "text", it.text());
        flag(out, "fixed", it.fixed());
        flag(out, "other", it.other());
        flag(out, "exclusive", it.exclusive());
    }

    private static void words(ObjectNode out, String field, Words words) {
        if (!words.isEmpty()) {
            var to = out.putObject(field);
            words.by().forEach(to::put);
        }
    }

    private static void list(ObjectNode out, String field, List<Words> all) {
        if (!all.isEmpty()) {
            ArrayNode to = out.putArray(field);
            all.forEach(each -> {
                var one = to.addObject();
                each.by().forEach(one::put);
            });
        }
    }

    private static void flag(ObjectNode out, String field, boolean value) {
        if (value) {
            out.put(field, true);
        }
    }

    private static void put(ObjectNode out, String field, @Nullable Object value) {
        switch (value) {
            case null -> {
            }
            case Integer number -> out.put(field, number);
            case java.math.BigDecimal number -> out.put(field, number);
            default -> out.put(field, value.toString());
        }
    }

    private static <T> void many(ObjectNode out, String field, List<T> all, BiConsumer<T, ObjectNode> how) {
        if (!all.isEmpty()) {
            ArrayNode to = out.putArray(field);
            all.forEach(each -> how.accept(each, to.addObject()));
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

}
