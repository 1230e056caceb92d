package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Sets pages for a respondent. */
public final class Sheets {

    private final Definition definition;

    private final Circumstances circumstances;

    private final Asking asking;

    private final String language;

    public Sheets(Definition definition, Circumstances circumstances, String language) {
        this.definition = definition;
        this.circumstances = circumstances;
        this.asking = new Asking(definition, circumstances);
        this.language = definition.language(language);
    }

    public String language() {
        return language;
    }

    public Asking asking() {
        return asking;
    }

    /** The words before the first page. */
    public String intro() {
        return Piping.fill(say(definition.intro()), circumstances.data());
    }

    public String title() {
        return Piping.fill(say(definition.title()), circumstances.data());
    }

    public String thanks() {
        return Piping.fill(say(definition.thanks()), circumstances.data());
    }

    /**
     * One page.
     * @param index its place in {@code pages}
     */
    public Sheet sheet(List<AskedPage> pages, int index, Answers answers, List<AnswerFault> faults) {
        var asked = pages.get(index);
        var sections = new ArrayList<Sheet.Section>();
        Block block = null;
        Asked.Each each = null;
        List<Sheet.Item> items = new ArrayList<>();
        for (var one : asked.questions()) {
            if (!one.block().equals(block) || !java.util.Objects.equals(one.each(), each)) {
                block = one.block();
                each = one.each();
                items = new ArrayList<>();
                var known = known(one, answers);
                sections.add(new Sheet.Section(Piping.fill(say(block.title()), known),
                        Piping.fill(say(block.intro()), known), items));
            }
            items.add(item(one, answers, faults));
        }
        var known = known(null, answers);
        return new Sheet(language, asked.page().id(), index + 1, pages.size(),
                Piping.fill(say(asked.page().title()), known), Piping.fill(say(asked.page().intro()), known), sections);
    }

    private Sheet.Item item(Asked asked, Answers answers, List<AnswerFault> faults) {
        var question = asked.question();
        var known = known(asked, answers);
        var key = asked.key();
        var one = new Line(asked, answers, known);
        var wrong = faults.stream()
            .filter(it -> asked.fields().contains(it.key()) || it.key().equals(key))
            .map(it -> new Sheet.Wrong(it.key(), it.code(), it.args()))
            .toList();
        return new Sheet.Item(key, question.type(), Piping.fill(say(question.head().text()), known),
                Piping.fill(say(question.head().help()), known), question.head().required(), one.groups(), one.codes(),
                one.places(), one.field(), wrong);
    }

    private Map<String, String> known(@Nullable Asked asked, Answers answers) {
        Map<String, String> known = new HashMap<>(circumstances.data());
        definition.questions().forEach(question -> {
            var said = answers.one(question.id());
            if (said != null) {
                known.put(question.id(), spoken(question, said));
            }
        });
        var each = asked == null ? null : asked.each();
        if (each != null) {
            known.put(Piping.EACH, say(each.name()));
        }
        return known;
    }

    private String spoken(Question question, String said) {
        if (question instanceof Question.Choice choice) {
            return choice.options()
                .stream()
                .filter(it -> it.id().equals(said))
                .map(it -> say(it.text()))
                .findFirst()
                .orElse(said);
        }
        return said;
    }

    private String say(Words words) {
        return words.in(language, definition.languages());
    }

    /** One question on its way to the page. */
    private final class Line {

        private final Asked asked;

        private final Answers answers;

        private final Map<String, String> known;

        private Line(Asked asked, Answers answers, Map<String, String> known) {
            this.asked = asked;
            this.answers = answers;
            this.known = known;
        }

        private String words(Words words) {
            return Piping.fill(say(words), known);
        }

        List<Sheet.Group> groups() {
            var key = asked.key();
            return switch (asked.question()) {
                case Question.OnScale it -> List.of(points(key, "", it.scale(), !it.scale().labels().isEmpty()));
                case Question.Matrix it -> asking.rows(it)
                    .stream()
                    .map(row -> points(key + "." + row.id(), words(row.text()), it.scale(), false))
                    .toList();
                case Question.Pair it -> List.of(points(key + ".e", words(it.expected()), it.scale(), false),
                        points(key + ".p", words(it.perceived()), it.scale(), false));
                case Question.Kano it ->
                    List.of(kano(it, key + ".f", it.functional()), kano(it, key + ".d", it.dysfunctional()));
                case Question.Choice it -> List.of(choice(it));
                default -> List.of();
            };
        }

        private Sheet.Group points(String name, String label, Scale scale, boolean list) {
            var picks = new ArrayList<Sheet.Pick>();
            scale.values()
                .forEach(point -> picks
                    .add(pick(name, String.valueOf(point), String.valueOf(point), words(scale.at(point)))));
            picks.addAll(codes(name));
            return new Sheet.Group(name, label, false, list ? Sheet.Group.Kind.LIST : Sheet.Group.Kind.MARKS,
                    words(scale.at(scale.min())), words(scale.at(scale.max())), picks);
        }

        private Sheet.Group kano(Question.Kano it, String name, Words label) {
            var picks = new ArrayList<Sheet.Pick>();
            for (int i = 0; i < it.answers().size(); i++) {
                picks.add(pick(name, Question.Kano.CODES.get(i), "", words(it.answers().get(i))));
            }
            picks.addAll(codes(name));
            return new Sheet.Group(name, words(label), false, Sheet.Group.Kind.LIST, "", "", picks);
        }

        private Sheet.Group choice(Question.Choice it) {
            var name = asked.key();
            var picks = new ArrayList<Sheet.Pick>();
            for (var option : asking.options(it.options(), it.shuffle(), it.id())) {
                var beside = option.other() ? name + "." + option.id() : null;
                var written = beside == null ? null : answers.one(beside);
                picks.add(new Sheet.Pick(option.id(), "", words(option.text()), answers.all(name).contains(option.id()),
                        beside, written == null ? "" : written, false));
            }
            picks.addAll(codes(name));
            return new Sheet.Group(name, "", it.many(), Sheet.Group.Kind.LIST, "", "", picks);
        }

        private Sheet.Pick pick(String name, String value, String mark, String words) {
            return new Sheet.Pick(value, mark, words, answers.all(name).contains(value), null, "", false);
        }

        private List<Sheet.Pick> codes(String name) {
            return asked.question()
                .head()
                .na()
                .stream()
                .map(it -> new Sheet.Pick(it.id(), "", words(it.text()), answers.all(name).contains(it.id()), null, "",
                        true))
                .toList();
        }

        /** Codes of questions that are written into or ranked. */
        List<Sheet.Pick> codes() {
            return switch (asked.question()) {
                case Question.Ranking it -> codes(asked.key());
                case Question.Text it -> codes(asked.key());
                case Question.Number it -> codes(asked.key());
                case Question.Date it -> codes(asked.key());
                default -> List.of();
            };
        }

        List<Sheet.Place> places() {
            if (!(asked.question() instanceof Question.Ranking it)) {
                return List.of();
            }
            var places = IntStream.rangeClosed(1, it.top()).boxed().toList();
            return asking.options(it.options(), it.shuffle(), it.id())
                .stream()
                .map(option -> new Sheet.Place(asked.key() + "." + option.id(), words(option.text()),
                        answers.one(asked.key() + "." + option.id()), places))
                .toList();
        }

        Sheet.@Nullable Field field() {
            var key = asked.key();
            var said = asked.isCode(answers.one(key)) ? null : answers.one(key);
            return switch (asked.question()) {
                case Question.Text it -> new Sheet.Field(key, kind(it), said, "", null, String.valueOf(it.max()), null);
                case Question.Number it -> new Sheet.Field(key, "number", said, words(it.unit()), text(it.min()),
                        text(it.max()), it.decimals() == 0 ? "1" : "0." + "0".repeat(it.decimals() - 1) + "1");
                case Question.Date it -> new Sheet.Field(key, "date", said, "", text(it.min()), text(it.max()), null);
                case Question.File it -> new Sheet.Field(key, "file", said, "", null, String.valueOf(it.megabytes()),
                        it.picturesOnly() ? "image/*" : null);
                case Question.Consent it -> new Sheet.Field(key, "tick", said, words(it.label()), null, null, null);
                default -> null;
            };
        }

        private String kind(Question.Text it) {
            return switch (it.form()) {
                case EMAIL -> "email";
                case PHONE -> "tel";
                case ANY -> it.lines() ? "area" : "text";
            };
        }

        private @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }

    }

}
