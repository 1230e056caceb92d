package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Decides what is asked: given a definition, what is known beforehand and what was said
 * so far. It has no memory and knows no clock; asked twice it says the same.
 */
public final class Asking {

    private final Definition definition;

    private final Circumstances circumstances;

    public Asking(Definition definition, Circumstances circumstances) {
        this.definition = definition;
        this.circumstances = circumstances;
    }

    /**
     * The pages that are shown, each with what is asked on it; empty pages are left out.
     */
    public List<AskedPage> pages(Answers answers) {
        var pages = new ArrayList<AskedPage>();
        var counted = Answers.none();
        for (var page : definition.pages()) {
            var asked = holds(page.show(), counted) ? page(page, answers, counted)
                    : new Asking.Part(List.of(), counted);
            counted = asked.counted();
            if (!asked.questions().isEmpty()) {
                pages.add(new AskedPage(page, asked.questions()));
            }
        }
        return pages;
    }

    private record Part(List<Asked> questions, Answers counted) {
    }

    /**
     * Goes through the blocks as they were written, because tests look back; then puts
     * them in the order in which they are seen.
     */
    private Part page(Page page, Answers answers, Answers before) {
        var byBlock = new ArrayList<List<Asked>>();
        var counted = before;
        for (var block : page.blocks()) {
            var seen = new ArrayList<Asked>();
            if (holds(block.show(), counted)) {
                for (var each : eachOf(block, counted)) {
                    var round = new ArrayList<Asked>();
                    for (var question : block.questions()) {
                        var asked = new Asked(question, block, each);
                        if (holds(question.head().show(), counted)) {
                            round.add(asked);
                            counted = counted.with(asked.fields(), answers);
                        }
                    }
                    seen.addAll(block.shuffle() ? shuffled(round, block.id()) : round);
                }
            }
            byBlock.add(seen);
        }
        var order = page.shuffle() ? shuffled(byBlock, page.id()) : byBlock;
        return new Part(order.stream().flatMap(List::stream).toList(), counted);
    }

    private List<Asked.@Nullable Each> eachOf(Block block, Answers answers) {
        var repeat = block.repeat();
        var names = new ArrayList<Asked.@Nullable Each>();
        if (repeat == null) {
            names.add(null);
        }
        else if (repeat.over().equals(Block.Repeat.COMPETITORS)) {
            circumstances.competitors()
                .forEach((id, name) -> names.add(new Asked.Each(id, new Words(Map.of(definition.base(), name)))));
        }
        else if (definition.question(repeat.over()).orElse(null) instanceof Question.Choice choice) {
            choice.options()
                .stream()
                .filter(it -> !it.exclusive() && answers.all(choice.id()).contains(it.id()))
                .forEach(it -> names.add(new Asked.Each(it.id(), name(it, choice, answers))));
        }
        return repeat == null ? names : names.stream().limit(repeat.most()).toList();
    }

    private Words name(Option option, Question.Choice choice, Answers answers) {
        var written = option.other() ? answers.one(choice.id() + "." + option.id()) : null;
        return written == null ? option.text() : new Words(Map.of(definition.base(), written));
    }

    /**
     * Every field a form may send at all, whatever is shown just now: an answer to a
     * question that has gone again travels along.
     */
    public Set<String> fields() {
        return definition.pages()
            .stream()
            .flatMap(page -> page.blocks().stream())
            .flatMap(block -> everyOneOf(block)
                .flatMap(each -> block.questions().stream().map(it -> new Asked(it, block, each.orElse(null)))))
            .flatMap(asked -> asked.fields().stream())
            .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Optional<Asked.Each>> everyOneOf(Block block) {
        var repeat = block.repeat();
        if (repeat == null) {
            return Stream.of(Optional.empty());
        }
        var options = definition.question(repeat.over()).orElse(null) instanceof Question.Choice choice
                ? choice.options().stream().map(Option::id) : Stream.<String>of();
        return Stream.concat(options, circumstances.competitors().keySet().stream())
            .map(id -> Optional.of(new Asked.Each(id, Words.none())));
    }

    /** The options of a question in the order this respondent sees them. */
    public List<Option> options(List<Option> options, boolean shuffle, String key) {
        if (!shuffle) {
            return options;
        }
        var free = shuffled(options.stream().filter(it -> !it.fixed()).toList(), key).iterator();
        return options.stream().map(it -> it.fixed() ? it : free.next()).toList();
    }

    /** The lines of a matrix in the order this respondent sees them. */
    public List<ItemRow> rows(Question.Matrix matrix) {
        return matrix.shuffle() ? shuffled(matrix.rows(), matrix.id()) : matrix.rows();
    }

    private <T> List<T> shuffled(List<T> all, String what) {
        var mixed = new ArrayList<>(all);
        java.util.Collections.shuffle(mixed, new Random(circumstances.seed() * 31 + what.hashCode()));
        return mixed;
    }

    /** Whether something is shown. */
    boolean holds(@Nullable ShowIf show, Answers answers) {
        if (show == null) {
            return true;
        }
        return show.any() ? show.tests().stream().anyMatch(it -> holds(it, answers))
                : show.tests().stream().allMatch(it -> holds(it, answers));
    }

    private boolean holds(ShowIf.Test test, Answers answers) {
        var said = said(test.of(), answers);
        return switch (test.op()) {
            case ANSWERED -> !said.isEmpty();
            case UNANSWERED -> said.isEmpty();
            case IS, INCLUDES -> said.stream().anyMatch(test.values()::contains);
            case IS_NOT, EXCLUDES -> !said.isEmpty() && said.stream().noneMatch(test.values()::contains);
            case AT_LEAST -> compares(said, test.values().getFirst(), 1);
            case AT_MOST -> compares(said, test.values().getFirst(), -1);
        };
    }

    private List<String> said(String of, Answers answers) {
        if (of.startsWith("data.")) {
            var known = circumstances.data().get(of.substring(5));
            return known == null ? List.of() : List.of(known);
        }
        return answers.all(of);
    }

    private static boolean compares(List<String> said, String bound, int sign) {
        return said.stream().anyMatch(it -> {
            try {
                return new BigDecimal(it).compareTo(new BigDecimal(bound)) * sign >= 0;
            }
            catch (NumberFormatException ex) {
                return it.compareTo(bound) * sign >= 0 && it.length() == bound.length() && it.length() == 10;
            }
        });
    }

}
