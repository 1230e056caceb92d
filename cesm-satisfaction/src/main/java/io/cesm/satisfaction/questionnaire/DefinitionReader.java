package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a definition from JSON and judges it wholly: what is not understood or does not
 * fit together is refused, with every place that is wrong.
 */
final class DefinitionReader {

    static final int LONGEST = 2000;

    private static final int SHORT = 300;

    private static final int MANY = 60;

    private final List<Fault> faults = new ArrayList<>();

    static Definition read(JsonNode json) {
        var reader = new DefinitionReader();
        var part = new JsonPart(json, "", reader.faults);
        var definition = reader.definition(part);
        part.end();
        if (reader.faults.isEmpty()) {
            DefinitionRules.judge(definition, reader.faults);
        }
        reader.stop();
        return definition;
    }

    /** One part alone, as the editor sends it. */
    static <T> T one(JsonNode json, BiFunction<DefinitionReader, JsonPart, @Nullable T> how) {
        var reader = new DefinitionReader();
        var part = new JsonPart(json, "", reader.faults);
        var one = how.apply(reader, part);
        if (one != null) {
            part.end();
        }
        reader.stop();
        return Objects.requireNonNull(one);
    }

    private void stop() {
        if (!faults.isEmpty()) {
            throw new FaultyDefinition(faults);
        }
    }

    private Definition definition(JsonPart it) {
        return new Definition(it.texts("languages", 8, 2), it.mustWords("title", SHORT), it.words("intro", LONGEST),
                it.words("thanks", LONGEST), it.many("pages", MANY, this::page));
    }

    Page page(JsonPart it) {
        return new Page(it.id("id"), it.words("title", SHORT), it.words("intro", LONGEST), it.flag("shuffle"),
                it.part("show", this::show), it.many("blocks", MANY, this::block));
    }

    Block block(JsonPart it) {
        return new Block(it.id("id"), it.words("title", SHORT), it.words("intro", LONGEST), it.flag("shuffle"),
                it.part("repeat", this::repeat), it.part("show", this::show),
                it.many("questions", 120, this::question));
    }

    private Block.Repeat repeat(JsonPart it) {
        return new Block.Repeat(it.id("over"), it.whole("most", 1, 10, 5));
    }

    private ShowIf show(JsonPart it) {
        var any = it.flag("any");
        var tests = it.many("tests", 8, this::test);
        if (tests.isEmpty()) {
            it.fault("tests", "required");
        }
        return new ShowIf(any, tests);
    }

    private ShowIf.Test test(JsonPart it) {
        var of = it.text("of", 80);
        var op = it.one("op", ShowIf.Op.class);
        var values = it.texts("values", 30, 120);
        if (of == null) {
            it.fault("of", "required");
        }
        if (op == null) {
            it.fault("op", "required");
        }
        else if (op.needsValue() == values.isEmpty()) {
            it.fault("values", op.needsValue() ? "required" : "needless");
        }
        return new ShowIf.Test(of == null ? "" : of, op == null ? ShowIf.Op.ANSWERED : op, values);
    }

    @Nullable Question question(JsonPart it) {
        var type = it.one("type", QuestionType.class);
        if (type == null) {
            it.fault("type", "required");
            return null;
        }
        var head = head(it, type);
        return switch (type) {
            case NPS, CSAT, CES, RATING, IMPORTANCE -> new Question.OnScale(type, head, scale(it, type));
            case MATRIX -> new Question.Matrix(head, scale(it, type), rows(it), it.flag("shuffle"));
            case PAIR -> new Question.Pair(head, scale(it, type), it.mustWords("expected", SHORT),
                    it.mustWords("perceived", SHORT));
            case KANO -> kano(it, head);
            case SINGLE,
                    MULTI ->
                new Question.Choice(head, type == QuestionType.MULTI, options(it), it.flag("shuffle"),
                        type == QuestionType.MULTI ? it.whole("atLeast", 1, MANY) : null,
                        type == QuestionType.MULTI ? it.whole("atMost", 1, MANY) : null);
            case RANKING -> ranking(it, head);
            case TEXT -> text(it, head);
            case NUMBER -> new Question.Number(head, it.decimal("min"), it.decimal("max"),
                    it.whole("decimals", 0, 4, 0), it.words("unit", 30));
            case DATE -> new Question.Date(head, it.day("min"), it.day("max"));
            case FILE -> new Question.File(head, it.whole("megabytes", 1, 20, 5), it.flag("picturesOnly"));
            case CONSENT -> new Question.Consent(head, it.mustWords("label", SHORT));
            case STATEMENT -> new Question.Statement(head);
        };
    }

    private Head head(JsonPart it, QuestionType type) {
        var asked = type.isAsked();
        return new Head(it.id("id"), it.mustWords("text", LONGEST), it.words("help", LONGEST),
                asked && it.flag("required"), it.text("dimension", 40), it.one("role", ItemRole.class),
                it.many("na", 3, this::code), it.part("show", this::show), it.text("bank", 60));
    }

    private Code code(JsonPart it) {
        return new Code(it.id("id"), it.mustWords("text", 120));
    }

    private Scale scale(JsonPart it, QuestionType type) {
        var scale = it.part("scale", this::scale);
        if (scale == null) {
            it.fault("scale", "required");
            return new Scale(1, 7, false, Words.NONE, Words.NONE, List.of());
        }
        var fits = switch (type) {
            case NPS -> scale.min() == 0 && scale.max() == 10;
            case CES -> scale.min() == 1 && scale.max() == 7;
            case CSAT -> scale.min() == 1 && List.of(3, 4, 5, 7, 10).contains(scale.max());
            default -> true;
        };
        if (!fits) {
            it.fault("scale.max", "scale_of_" + type.name().toLowerCase(java.util.Locale.ROOT));
        }
        return scale;
    }

    private Scale scale(JsonPart it) {
        int min = it.whole("min", -5, 1, 1);
        int max = it.whole("max", 1, 10, 7);
        var labels = it.manyWords("labels", 11, 120);
        if (max <= min + 1) {
            it.fault("max", "scale_too_short");
        }
        else if (!labels.isEmpty() && labels.size() != max - min + 1) {
            it.fault("labels", "label_per_point", max - min + 1, labels.size());
        }
        return new Scale(min, max, it.flag("reversed"), it.words("low", 120), it.words("high", 120), labels);
    }

    private List<ItemRow> rows(JsonPart it) {
        var rows = it.many("rows", MANY, row -> new ItemRow(row.id("id"), row.mustWords("text", 600),
                row.text("dimension", 40), row.one("role", ItemRole.class)));
        if (rows.isEmpty()) {
            it.fault("rows", "required");
        }
        return rows;
    }

    private Question kano(JsonPart it, Head head) {
        var answers = it.manyWords("answers", 5, 120);
        if (answers.size() != 5) {
            it.fault("answers", "label_per_point", 5, answers.size());
        }
        return new Question.Kano(head, it.mustWords("functional", 600), it.mustWords("dysfunctional", 600), answers);
    }

    private List<Option> options(JsonPart it) {
        var options = it.many("options", MANY, one -> new Option(one.id("id"), one.mustWords("text", 300),
                one.flag("fixed"), one.flag("other"), one.flag("exclusive")));
        if (options.size() < 2) {
            it.fault("options", "two_options");
        }
        return options;
    }

    private Question ranking(JsonPart it, Head head) {
        var options = options(it);
        return new Question.Ranking(head, options, it.flag("shuffle"),
                it.whole("top", 1, Math.max(1, options.size()), Math.max(1, options.size())));
    }

    private Question text(JsonPart it, Head head) {
        var form = it.one("form", Question.Text.Form.class);
        return new Question.Text(head, it.flag("lines"), it.whole("max", 1, 5000, 1000),
                form == null ? Question.Text.Form.ANY : form);
    }

}
