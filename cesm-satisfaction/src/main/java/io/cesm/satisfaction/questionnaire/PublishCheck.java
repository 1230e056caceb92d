package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands in the way of publishing, or should be known before.
 *
 * @param code key of the sentence, after {@code publish.}
 * @param question id of the question it is about, empty for the whole
 * @param blocks whether it must be mended first
 */
public record PublishCheck(String code, String question, List<Object> args, boolean blocks) {

    /**
     * Goes through a draft.
     * @param dimensions codes of the dimensions that may be used
     */
    public static List<PublishCheck> of(Definition it, Anonymity anonymity, Set<String> dimensions) {
        var found = new ArrayList<PublishCheck>();
        if (it.questions().stream().noneMatch(question -> question.type().isAsked())) {
            found.add(new PublishCheck("nothing_asked", "", List.of(), true));
        }
        for (var language : it.languages()) {
            var missing = Languages.missing(it, language).size();
            if (missing > 0) {
                found.add(new PublishCheck("language", "", List.of(language, missing), true));
            }
        }
        it.pages().forEach(page -> page.blocks().forEach(block -> {
            if (block.questions().isEmpty() && page.blocks().size() > 1) {
                found.add(new PublishCheck("empty_block", "", List.of(page.id()), false));
            }
        }));
        it.questions().forEach(question -> {
            dimensions(question, dimensions, found);
            anonymity(question, anonymity, found);
        });
        pipes(it, anonymity, found);
        promises(it, anonymity, found);
        return found;
    }

    private static void dimensions(Question question, Set<String> known, List<PublishCheck> found) {
        var head = question.head();
        var used = new ArrayList<String>();
        if (head.dimension() != null) {
            used.add(head.dimension());
        }
        var open = question instanceof Question.Pair && head.dimension() == null;
        if (question instanceof Question.Matrix matrix) {
            matrix.rows().stream().map(ItemRow::dimension).filter(java.util.Objects::nonNull).forEach(used::add);
            open = matrix.rows()
                .stream()
                .anyMatch(row -> reads(row.role() == null ? head.role() : row.role()) && row.dimension() == null
                        && head.dimension() == null);
        }
        if (question instanceof Question.OnScale) {
            open = reads(head.role()) && head.dimension() == null;
        }
        used.stream()
            .filter(code -> !known.contains(code))
            .forEach(code -> found.add(new PublishCheck("dimension", question.id(), List.of(code), true)));
        if (open) {
            found.add(new PublishCheck("no_dimension", question.id(), List.of(), false));
        }
    }

    private static boolean reads(@org.jspecify.annotations.Nullable ItemRole role) {
        return role == ItemRole.EXPECTATION || role == ItemRole.PERCEPTION;
    }

    private static void anonymity(Question question, Anonymity anonymity, List<PublishCheck> found) {
        if (anonymity != Anonymity.ANONYMOUS) {
            return;
        }
        if (question instanceof Question.Text text && text.form() != Question.Text.Form.ANY) {
            found.add(new PublishCheck("asks_who", question.id(), List.of(), true));
        }
        if (question instanceof Question.File) {
            found.add(new PublishCheck("file_tells", question.id(), List.of(), true));
        }
    }

    private static void promises(Definition it, Anonymity anonymity, List<PublishCheck> found) {
        Languages.places(it)
            .stream()
            .filter(place -> place.field().equals("intro") || place.field().equals("thanks"))
            .flatMap(place -> place.words().by().values().stream())
            .flatMap(text -> Promise.broken(text, anonymity).stream())
            .distinct()
            .forEach(words -> found.add(new PublishCheck("promise", "", List.of(words), false)));
    }

    private static void pipes(Definition it, Anonymity anonymity, List<PublishCheck> found) {
        Set<String> ids = new java.util.HashSet<>(it.questions().stream().map(Question::id).toList());
        for (var place : Languages.places(it)) {
            for (var name : place.words()
                .by()
                .values()
                .stream()
                .flatMap(text -> Piping.names(text).stream())
                .distinct()
                .toList()) {
                var owner = it.question(place.owner()).isPresent() ? place.owner() : "";
                if (anonymity == Anonymity.ANONYMOUS && Circumstances.PERSONAL.contains(name)) {
                    found.add(new PublishCheck("pipes_who", owner, List.of(name), true));
                }
                else if (!Circumstances.NAMES.contains(name) && !ids.contains(name) && !name.equals(Piping.EACH)) {
                    found.add(new PublishCheck("pipe", owner, List.of(name), true));
                }
            }
        }
    }

}
