package io.cesm.satisfaction.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.intake.Label;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Head;
import io.cesm.satisfaction.questionnaire.Option;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.Scale;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * What the columns of a file of answers can hold: of a codebook, or of a questionnaire.
 */
final class AnswerColumns {

    private static final Map<String, Label> ABOUT = about();

    private AnswerColumns() {
    }

    private static Map<String, Label> about() {
        Map<String, Label> about = new LinkedHashMap<>();
        about.put("tier", new Label("客户层级", "Tier"));
        about.put("region", new Label("区域", "Region"));
        about.put("industry", new Label("行业", "Industry"));
        about.put("flow", new Label("主业务流", "Flow"));
        about.put("touch_point", new Label("触点", "Touch point"));
        about.put("product", new Label("产品", "Product"));
        about.put("role", new Label("决策角色", "Decision role"));
        return about;
    }

    /** The columns of an agency's codebook. */
    static List<AnswerColumn> of(Codebook codebook) {
        Map<String, AnswerColumn> columns = new LinkedHashMap<>();
        for (var it : codebook.columns()) {
            columns.merge(it.target(), column(it), (a, b) -> {
                var names = new ArrayList<>(a.names());
                names.addAll(b.names());
                return new AnswerColumn(a.target(), a.label(), names, a.kind(), a.key(), a.min(), a.max(), a.codes(),
                        a.none(), a.rival());
            });
        }
        return List.copyOf(columns.values());
    }

    private static AnswerColumn column(CodebookColumn it) {
        Map<String, String> codes = new HashMap<>();
        if (it.kind().isChoice()) {
            it.codes().keySet().forEach(code -> codes.put(AnswerColumn.folded(code), Slugs.of(code, "o")));
        }
        else if (it.kind() == ColumnKind.SEGMENT || it.kind() == ColumnKind.LANGUAGE) {
            it.codes().forEach((code, words) -> codes.put(AnswerColumn.folded(code), words.isEmpty() ? code : words));
        }
        Set<String> none = new HashSet<>();
        it.none().forEach((code, words) -> {
            if (words.isEmpty() || !it.kind().isAsked()) {
                none.add(AnswerColumn.folded(code));
            }
            else {
                codes.put(AnswerColumn.folded(code), Slugs.of(code, "na"));
            }
        });
        var rival = it.rival();
        var id = rival == null ? null : Slugs.of(rival, "r");
        var min = it.min();
        var max = it.max();
        var label = rival == null ? it.label() : it.label() + " · " + rival;
        boolean frames = !it.kind().isAsked() && it.kind() != ColumnKind.SEGMENT;
        List<String> names = new ArrayList<>(List.of(it.header()));
        if (frames) {
            names.addAll(usual(it.kind()));
        }
        return new AnswerColumn(it.target(), frames ? frame(it.kind()) : same(label), names, it.kind(),
                id == null ? it.item() : CodebookQuestions.rivalItem(it.item()) + "@" + id, min == null ? 0 : min,
                max == null ? 0 : max, codes, none, id);
    }

    private static Label same(String label) {
        return new Label(label, label);
    }

    /** What can stand beside the answers. */
    private static AnswerColumn framing(ColumnKind kind) {
        return new AnswerColumn("_" + kind.name().toLowerCase(java.util.Locale.ROOT), frame(kind), usual(kind), kind,
                "", 0, 0, Map.of(), Set.of(), null);
    }

    /** Headings that such columns often have. */
    private static List<String> usual(ColumnKind kind) {
        return switch (kind) {
            case KEY -> List.of("respondent number", "respondent id", "respondent", "id", "编号", "问卷编号", "序号");
            case DATE -> List.of("date", "日期", "填写日期");
            case CUSTOMER -> List.of("customer", "company", "公司", "单位");
            case WEIGHT -> List.of("weight");
            default -> List.of("lang");
        };
    }

    private static Label frame(ColumnKind kind) {
        return switch (kind) {
            case KEY -> new Label("受访者编号", "Respondent's key");
            case DATE -> new Label("作答日期", "Day of the answer");
            case WEIGHT -> new Label("权重", "Weight");
            case LANGUAGE -> new Label("作答语言", "Language");
            default -> new Label("客户", "Customer");
        };
    }

    /** The columns of a questionnaire's answers on paper. */
    static List<AnswerColumn> of(Definition definition, boolean anonymous) {
        List<AnswerColumn> columns = new ArrayList<>();
        columns.add(framing(ColumnKind.KEY));
        columns.add(framing(ColumnKind.DATE));
        if (!anonymous) {
            columns.add(framing(ColumnKind.CUSTOMER));
        }
        columns.add(framing(ColumnKind.WEIGHT));
        columns.add(framing(ColumnKind.LANGUAGE));
        ABOUT.forEach((key, label) -> columns.add(new AnswerColumn("segment_" + key, label, List.of(key),
                ColumnKind.SEGMENT, key, 0, 0, Map.of(), Set.of(), null)));
        definition.pages().forEach(page -> page.blocks().forEach(block -> {
            if (block.repeat() == null) {
                block.questions().forEach(question -> ask(question, definition, columns));
            }
        }));
        return columns;
    }

    private static void ask(Question question, Definition definition, List<AnswerColumn> into) {
        var head = question.head();
        switch (question) {
            case Question.OnScale it -> into
                .add(scale(it.id(), ColumnKind.valueOf(it.type().name()), head.text(), it.scale(), head, definition));
            case Question.Matrix it -> it.rows()
                .forEach(row -> into
                    .add(scale(it.id() + "." + row.id(), ColumnKind.RATING, row.text(), it.scale(), head, definition)));
            case Question.Pair it -> {
                into.add(scale(it.id() + ".e", ColumnKind.RATING, joined(head.text(), it.expected()), it.scale(), head,
                        definition));
                into.add(scale(it.id() + ".p", ColumnKind.RATING, joined(head.text(), it.perceived()), it.scale(), head,
                        definition));
            }
            case Question.Choice it -> into.add(choice(it.id(), it.many() ? ColumnKind.MULTI : ColumnKind.SINGLE,
                    head.text(), it.options(), head, definition));
            case Question.Kano it -> DefinitionJson.keys(it).forEach(key -> into.add(kano(key, it, definition)));
            case Question.Ranking it -> it.options()
                .forEach(option -> into.add(new AnswerColumn(it.id() + "." + option.id(),
                        label(joined(head.text(), option.text()), definition), List.of(it.id() + "." + option.id()),
                        ColumnKind.RATING, it.id() + "." + option.id(), 1, it.top(), Map.of(), Set.of(), null)));
            case Question.Number it -> into.add(plain(it.id(), ColumnKind.NUMBER, head, definition));
            case Question.Text it -> into.add(plain(it.id(), ColumnKind.TEXT, head, definition));
            case Question.Date it -> into.add(plain(it.id(), ColumnKind.TEXT, head, definition));
            case Question.Consent it ->
                into.add(new AnswerColumn(it.id(), label(head.text(), definition), List.of(it.id()), ColumnKind.SINGLE,
                        it.id(), 0, 0, Map.of("yes", "yes", "是", "yes", "1", "yes", "true", "yes"),
                        Set.of("no", "否", "0", "false"), null));
            case Question.File it -> {
            }
            case Question.Statement it -> {
            }
        }
    }

    private static AnswerColumn scale(String key, ColumnKind kind, Words text, Scale scale, Head head,
            Definition definition) {
        var codes = none(head);
        scale.values()
            .forEach(point -> scale.at(point)
                .by()
                .values()
                .forEach(words -> codes.put(AnswerColumn.folded(words.strip()), String.valueOf(point))));
        return new AnswerColumn(key, label(text, definition), names(key, text), kind, key, scale.min(), scale.max(),
                codes, Set.of(), null);
    }

    private static AnswerColumn choice(String key, ColumnKind kind, Words text, List<Option> options, Head head,
            Definition definition) {
        var codes = none(head);
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            codes.putIfAbsent(String.valueOf(i + 1), option.id());
            option.text().by().values().forEach(words -> codes.put(AnswerColumn.folded(words.strip()), option.id()));
            codes.put(AnswerColumn.folded(option.id()), option.id());
        }
        return new AnswerColumn(key, label(text, definition), names(key, text), kind, key, 0, 0, codes, Set.of(), null);
    }

    private static AnswerColumn kano(String key, Question.Kano it, Definition definition) {
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < Question.Kano.CODES.size(); i++) {
            var code = Question.Kano.CODES.get(i);
            codes.put(code, code);
            codes.put(String.valueOf(i + 1), code);
            it.answers().get(i).by().values().forEach(words -> codes.put(AnswerColumn.folded(words.strip()), code));
        }
        var text = joined(it.head().text(), key.endsWith(".f") ? it.functional() : it.dysfunctional());
        return new AnswerColumn(key, label(text, definition), names(key, text), ColumnKind.SINGLE, key, 0, 0, codes,
                Set.of(), null);
    }

    private static AnswerColumn plain(String key, ColumnKind kind, Head head, Definition definition) {
        return new AnswerColumn(key, label(head.text(), definition), names(key, head.text()), kind, key, 0, 0,
                kind == ColumnKind.NUMBER ? none(head) : Map.of(), Set.of(), null);
    }

    private static Map<String, String> none(Head head) {
        Map<String, String> codes = new HashMap<>();
        head.na().forEach(code -> {
            codes.put(AnswerColumn.folded(code.id()), code.id());
            code.text().by().values().forEach(words -> codes.put(AnswerColumn.folded(words.strip()), code.id()));
        });
        return codes;
    }

    private static Words joined(Words text, Words more) {
        Map<String, String> both = new LinkedHashMap<>();
        text.by()
            .forEach((language, words) -> both.put(language,
                    more.isIn(language) ? words + " · " + more.in(language) : words));
        return new Words(both);
    }

    private static List<String> names(String key, Words text) {
        var names = new ArrayList<>(text.by().values());
        names.add(key);
        return names;
    }

    private static Label label(Words text, Definition definition) {
        return new Label(shortened(text.in("zh", definition.languages())),
                shortened(text.in("en", definition.languages())));
    }

    private static @org.jspecify.annotations.NonNull String shortened(@Nullable String text) {
        var plain = text == null ? "" : text.strip();
        return plain.length() <= 90 ? plain : plain.substring(0, 89) + "…";
    }

}
