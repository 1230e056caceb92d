package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Takes the items out of a finished answer. */
public final class Extraction {

    private final Answers answers;

    private final List<ItemAnswer> found = new ArrayList<>();

    private Extraction(Answers answers) {
        this.answers = answers;
    }

    /**
     * The items of all pages that were asked; what was said to a question that was not
     * asked in the end is left out.
     */
    public static List<ItemAnswer> of(List<AskedPage> pages, Answers answers) {
        var extraction = new Extraction(answers);
        pages.forEach(page -> page.questions().forEach(extraction::question));
        return extraction.found;
    }

    private void question(Asked asked) {
        var head = asked.question().head();
        switch (asked.question()) {
            case Question.OnScale it -> point(asked, it.id(), it.scale(), role(head, it.type()), head.dimension());
            case Question.Matrix it -> it.rows()
                .forEach(row -> point(asked, it.id() + "." + row.id(), it.scale(),
                        row.role() == null ? head.role() : row.role(),
                        row.dimension() == null ? head.dimension() : row.dimension()));
            case Question.Pair it -> {
                point(asked, it.id() + ".e", it.scale(), ItemRole.EXPECTATION, head.dimension());
                point(asked, it.id() + ".p", it.scale(), ItemRole.PERCEPTION, head.dimension());
            }
            case Question.Kano it -> Items.keys(it).forEach(key -> code(asked, key));
            case Question.Choice it -> choice(asked, it);
            case Question.Ranking it -> Items.keys(it).forEach(key -> number(asked, key));
            case Question.Number it -> number(asked, it.id());
            case Question.Text it -> words(asked, it.id());
            case Question.Date it -> words(asked, it.id());
            case Question.File it -> words(asked, it.id());
            case Question.Consent it -> code(asked, it.id());
            case Question.Statement it -> {
            }
        }
    }

    private static @Nullable ItemRole role(Head head, QuestionType type) {
        return head.role() == null && type == QuestionType.IMPORTANCE ? ItemRole.IMPORTANCE : head.role();
    }

    private void point(Asked asked, String item, Scale scale, @Nullable ItemRole role, @Nullable String dimension) {
        var said = said(asked, item);
        if (said == null) {
            return;
        }
        if (asked.isCode(said)) {
            add(asked, item, role, dimension, null, said, null, null, true);
        }
        else {
            int point = Integer.parseInt(said);
            add(asked, item, role, dimension, BigDecimal.valueOf(point), null, null, scale.level(point), false);
        }
    }

    private void choice(Asked asked, Question.Choice it) {
        var chosen = answers.all(asked.key());
        for (var id : chosen) {
            var beside = answers.one(asked.key() + "." + id);
            var item = it.many() && !asked.isCode(id) ? it.id() + "." + id : it.id();
            add(asked, item, it.head().role(), it.head().dimension(), null, id, beside, null, asked.isCode(id));
        }
    }

    private void code(Asked asked, String item) {
        var said = said(asked, item);
        if (said != null) {
            plain(asked, item, null, said, null);
        }
    }

    private void number(Asked asked, String item) {
        var said = said(asked, item);
        if (said != null) {
            var none = asked.isCode(said);
            plain(asked, item, none ? null : Judging.decimal(said), none ? said : null, null);
        }
    }

    private void words(Asked asked, String item) {
        var said = said(asked, item);
        if (said != null) {
            plain(asked, item, null, asked.isCode(said) ? said : null, asked.isCode(said) ? null : said);
        }
    }

    /** A code that stands for the whole question stands for each of its items. */
    private @Nullable String said(Asked asked, String item) {
        var whole = answers.one(asked.key());
        return asked.isCode(whole) ? whole : answers.one(asked.key(item));
    }

    private void plain(Asked asked, String item, @Nullable BigDecimal number, @Nullable String code,
            @Nullable String text) {
        var head = asked.question().head();
        add(asked, item, head.role(), head.dimension(), number, code, text, null, asked.isCode(code));
    }

    private void add(Asked asked, String item, @Nullable ItemRole role, @Nullable String dimension,
            @Nullable BigDecimal number, @Nullable String code, @Nullable String text, @Nullable BigDecimal level,
            boolean none) {
        var each = asked.each();
        found.add(new ItemAnswer(asked.key(item), item, each == null ? null : each.id(), asked.question().type(), role,
                dimension, number, code, text, level, none));
    }

}
