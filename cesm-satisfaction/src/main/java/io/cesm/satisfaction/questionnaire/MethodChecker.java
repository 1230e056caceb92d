package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads a questionnaire as a survey methodologist would, and says what bends or burdens
 * the answers.
 */
public final class MethodChecker {

    /** Answers a respondent gives in a minute, by experience. */
    private static final int A_MINUTE = 7;

    private final Definition definition;

    private final SurveyKind kind;

    private final Map<String, Question> certified;

    private final List<Finding> findings = new ArrayList<>();

    private MethodChecker(Definition definition, SurveyKind kind, Map<String, Question> certified) {
        this.definition = definition;
        this.kind = kind;
        this.certified = certified;
    }

    /**
     * Checks all questions and the whole.
     * @param certified certified questions by their key in the bank
     */
    public static List<Finding> check(Definition definition, SurveyKind kind, Map<String, Question> certified) {
        var checker = new MethodChecker(definition, kind, certified);
        checker.whole();
        definition.questions().forEach(checker::question);
        return checker.findings;
    }

    /** What is found in one question alone. */
    public static List<Finding> check(Definition definition, Question question, Map<String, Question> certified) {
        var checker = new MethodChecker(definition, SurveyKind.SERVICE, certified);
        checker.question(question);
        return checker.findings;
    }

    private void whole() {
        int minutes = minutes(definition);
        int limit = kind == SurveyKind.SERVICE ? 4 : 10;
        if (minutes > limit) {
            find("", null, "minutes", String.valueOf(minutes), true);
        }
        var directions = new HashSet<Boolean>();
        var lengths = new HashSet<Integer>();
        definition.questions().forEach(question -> {
            var scale = scale(question);
            if (scale != null && question.type() != QuestionType.NPS) {
                directions.add(scale.reversed());
                lengths.add(scale.points());
            }
        });
        if (directions.size() > 1) {
            find("", null, "directions", "", true);
        }
        if (lengths.size() > 3) {
            find("", null, "lengths",
                    lengths.stream().sorted().map(String::valueOf).reduce((a, b) -> a + ", " + b).orElse(""), false);
        }
        order();
    }

    /**
     * Questions on the whole come before those on its parts, or the parts colour them.
     */
    private void order() {
        boolean details = false;
        for (var question : definition.questions()) {
            if (question.head().role() == ItemRole.OVERALL && details && scale(question) != null) {
                find(question.id(), null, "order", "", false);
            }
            details |= question instanceof Question.Matrix || question instanceof Question.Pair;
        }
    }

    private void question(Question question) {
        var judged = scale(question) != null;
        for (var language : definition.languages()) {
            wording(question, question.head().text().in(language), language,
                    judged && !(question instanceof Question.Matrix));
            if (question instanceof Question.Matrix matrix) {
                matrix.rows().forEach(row -> wording(question, row.text().in(language), language, true));
            }
            balance(question, language);
        }
        scale(question, scale(question));
        notApplicable(question);
        length(question);
        certified(question);
    }

    private void wording(Question question, String text, String language, boolean judged) {
        Wording.of(text, language, judged)
            .forEach(hit -> find(question.id(), language, hit.code(), hit.evidence(), hit.serious()));
    }

    private void balance(Question question, String language) {
        var scale = scale(question);
        Stream<Words> words = scale != null ? scale.labels().stream()
                : question instanceof Question.Choice choice && !choice.many()
                        ? choice.options().stream().map(Option::text) : Stream.empty();
        var labels = words.map(it -> it.in(language)).filter(it -> !it.isEmpty()).toList();
        if (scale != null || Balance.judges(labels)) {
            Balance.lopsided(labels).ifPresent(it -> find(question.id(), language, "lopsided", it, true));
        }
    }

    private void scale(Question question, @Nullable Scale scale) {
        if (scale == null) {
            return;
        }
        if (scale.labels().isEmpty() && (scale.low().isEmpty() || scale.high().isEmpty())) {
            find(question.id(), null, "ends", scale.min() + "–" + scale.max(), true);
        }
    }

    private void notApplicable(Question question) {
        var role = question.head().role();
        var asksAboutUse = question instanceof Question.Matrix || question instanceof Question.Pair
                || (scale(question) != null
                        && (role == ItemRole.PERCEPTION || role == ItemRole.COMPETITOR || role == ItemRole.DRIVER));
        if (asksAboutUse && question.head().na().isEmpty()) {
            find(question.id(), null, "no_na", "", true);
        }
        if (question instanceof Question.Choice choice && choice.head().required()
                && choice.options().stream().noneMatch(it -> it.other() || it.exclusive()) && choice.many()
                && choice.head().na().isEmpty()) {
            find(question.id(), null, "no_way_out", "", false);
        }
    }

    private void length(Question question) {
        if (question instanceof Question.Matrix matrix && matrix.rows().size() > 10) {
            find(question.id(), null, "many_rows", String.valueOf(matrix.rows().size()), false);
        }
        if (question instanceof Question.Choice choice && choice.options().size() > 12) {
            find(question.id(), null, "many_options", String.valueOf(choice.options().size()), false);
        }
        if (question instanceof Question.Ranking ranking && ranking.top() > 5) {
            find(question.id(), null, "many_places", String.valueOf(ranking.top()), false);
        }
        if (question instanceof Question.Choice choice && choice.options().size() > 5 && !choice.shuffle()
                && !Balance.judges(choice.options().stream().map(it -> it.text().in(definition.base())).toList())) {
            find(question.id(), null, "same_order", String.valueOf(choice.options().size()), false);
        }
    }

    private void certified(Question question) {
        var key = question.head().bank();
        var model = key == null ? null : certified.get(key);
        if (key != null && model != null && !sameWords(model, question)) {
            find(question.id(), null, "certified", key, true);
        }
    }

    /** Whether a question is asked as the certified one, in every language they share. */
    private static boolean sameWords(Question model, Question question) {
        var left = DefinitionJson.tree(model);
        var right = DefinitionJson.tree(question);
        for (var field : List.of("id", "show", "required", "bank", "help")) {
            left.remove(field);
            right.remove(field);
        }
        return left.equals(right);
    }

    /** How long it takes, rounded up, if everything is asked. */
    public static int minutes(Definition definition) {
        int answers = 0;
        for (var question : definition.questions()) {
            answers += switch (question) {
                case Question.Text text -> text.lines() ? 5 : 2;
                case Question.Ranking ranking -> 1 + ranking.top();
                case Question.Statement statement -> 0;
                default -> Items.keys(question).size();
            };
        }
        return (answers + A_MINUTE - 1) / A_MINUTE;
    }

    private static @Nullable Scale scale(Question question) {
        return switch (question) {
            case Question.OnScale it -> it.scale();
            case Question.Matrix it -> it.scale();
            case Question.Pair it -> it.scale();
            default -> null;
        };
    }

    private void find(String question, @Nullable String language, String code, String evidence, boolean serious) {
        var finding = new Finding(question, language, code, evidence, serious);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

}
