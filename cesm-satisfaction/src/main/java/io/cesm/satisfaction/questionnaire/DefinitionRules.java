package io.cesm.satisfaction.questionnaire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What has to fit together in a definition beyond the form of its parts. */
final class DefinitionRules {

    private final List<Fault> faults;

    private final Set<String> ids = new HashSet<>();

    /** Items that were asked before, by key. */
    private final Map<String, Question> before = new HashMap<>();

    private final Set<String> repeated = new HashSet<>();

    private DefinitionRules(List<Fault> faults) {
        this.faults = faults;
    }

    static void judge(Definition definition, List<Fault> faults) {
        new DefinitionRules(faults).definition(definition);
    }

    private void definition(Definition it) {
        if (it.languages().isEmpty() || new HashSet<>(it.languages()).size() != it.languages().size()
                || it.languages().stream().anyMatch(each -> !each.matches("[a-z]{2}"))) {
            fault("languages", "languages");
            return;
        }
        if (!it.title().isIn(it.base())) {
            fault("title", "base_language", it.base());
        }
        if (it.pages().isEmpty()) {
            fault("pages", "required");
        }
        if (it.questions().size() > 300) {
            fault("pages", "too_many", 300);
        }
        for (int p = 0; p < it.pages().size(); p++) {
            page(it, it.pages().get(p), "pages." + p);
        }
    }

    private void page(Definition all, Page page, String path) {
        unique(page.id(), path);
        show(page.show(), path + ".show");
        for (int b = 0; b < page.blocks().size(); b++) {
            block(all, page.blocks().get(b), path + ".blocks." + b);
        }
    }

    private void block(Definition all, Block block, String path) {
        unique(block.id(), path);
        show(block.show(), path + ".show");
        var repeat = block.repeat();
        if (repeat != null && !repeat.over().equals(Block.Repeat.COMPETITORS)
                && !(before.get(repeat.over()) instanceof Question.Choice choice && choice.many())) {
            fault(path + ".repeat.over", "repeat_over");
        }
        Set<String> own = new HashSet<>();
        for (int q = 0; q < block.questions().size(); q++) {
            var question = block.questions().get(q);
            var where = path + ".questions." + q;
            question(all, question, where);
            Items.keys(question).forEach(key -> before.put(key, question));
            own.addAll(Items.keys(question));
        }
        if (repeat != null) {
            repeated.addAll(own);
        }
    }

    private void question(Definition all, Question question, String path) {
        unique(question.id(), path);
        show(question.head().show(), path + ".show");
        if (!question.head().text().isIn(all.base())) {
            fault(path + ".text", "base_language", all.base());
        }
        var inner = new HashSet<String>();
        question.head().na().forEach(code -> once(inner, code.id(), path + ".na"));
        switch (question) {
            case Question.Matrix it -> it.rows().forEach(row -> once(inner, row.id(), path + ".rows"));
            case Question.Choice it -> choice(it, inner, path);
            case Question.Ranking it -> it.options().forEach(option -> once(inner, option.id(), path + ".options"));
            case Question.Number it -> order(it.min(), it.max(), path);
            case Question.Date it -> order(it.min(), it.max(), path);
            default -> {
            }
        }
    }

    private void choice(Question.Choice it, Set<String> inner, String path) {
        it.options().forEach(option -> once(inner, option.id(), path + ".options"));
        order(it.atLeast(), it.atMost(), path);
        if (it.atLeast() != null && it.atLeast() > it.options().size()) {
            fault(path + ".atLeast", "range", 1, it.options().size());
        }
    }

    private <T extends Comparable<? super T>> void order(@Nullable T min, @Nullable T max, String path) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            fault(path + ".max", "order");
        }
    }

    private void show(@Nullable ShowIf show, String path) {
        if (show == null) {
            return;
        }
        for (int t = 0; t < show.tests().size(); t++) {
            var test = show.tests().get(t);
            var where = path + ".tests." + t;
            if (test.of().startsWith("data.")) {
                if (!Circumstances.NAMES.contains(test.of().substring(5))) {
                    fault(where + ".of", "data", test.of().substring(5));
                }
                continue;
            }
            var question = before.get(test.of());
            if (question == null || repeated.contains(test.of())) {
                fault(where + ".of", "earlier", test.of());
            }
            else if (test.op().needsValue()) {
                var known = Items.values(question);
                test.values()
                    .stream()
                    .filter(value -> !known.isEmpty() && !known.contains(value))
                    .forEach(value -> fault(where + ".values", "value", value, test.of()));
            }
        }
    }

    private void unique(String id, String path) {
        if (!ids.add(id)) {
            fault(path + ".id", "twice", id);
        }
    }

    private void once(Set<String> inner, String id, String path) {
        if (!inner.add(id)) {
            fault(path, "twice", id);
        }
    }

    private void fault(String path, String code, Object... args) {
        faults.add(Fault.of(path, code, args));
    }

}
