package io.cesm.satisfaction.questionnaire;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A questionnaire on its way between systems: what it is for, and what it asks. Templates
 * have the same form.
 *
 * @param purpose what is decided with the answers
 */
public record Portable(SurveyKind kind, Anonymity anonymity, Words purpose, Definition definition) {

    /** Name and version of the form. */
    public static final String FORMAT = "cesm-questionnaire/1";

    private static final Set<String> FIELDS = Set.of("format", "kind", "anonymity", "purpose", "definition");

    /** The profile in a language. */
    public Profile profile(String language) {
        return new Profile(kind, anonymity, purpose.isEmpty() ? null : purpose.in(language, definition.languages()));
    }

    /**
     * Reads a whole file.
     * @throws FaultyDefinition with everything that is wrong
     */
    public static Portable read(String json) {
        var tree = DefinitionJson.tree(json);
        if (!tree.isObject() || !FORMAT.equals(tree.path("format").asString(""))) {
            throw new FaultyDefinition(List.of(Fault.of("format", "format", FORMAT)));
        }
        var unknown = tree.propertyNames().stream().filter(it -> !FIELDS.contains(it)).toList();
        if (!unknown.isEmpty()) {
            throw new FaultyDefinition(unknown.stream().map(it -> Fault.of(it, "unknown_field")).toList());
        }
        return new Portable(one(tree, "kind", SurveyKind.class), one(tree, "anonymity", Anonymity.class),
                tree.path("purpose").isObject() ? DefinitionJson.words(tree.path("purpose").toString()) : Words.NONE,
                DefinitionJson.read(tree.path("definition")));
    }

    private static <E extends Enum<E>> E one(JsonNode tree, String field, Class<E> type) {
        try {
            return Enum.valueOf(type, tree.path(field).asString(""));
        }
        catch (IllegalArgumentException ex) {
            throw new FaultyDefinition(List.of(Fault.of(field, "choice", tree.path(field).asString(""))));
        }
    }

    /** The whole file. */
    public String write() {
        var out = JsonNodeFactory.instance.objectNode();
        out.put("format", FORMAT).put("kind", kind.name()).put("anonymity", anonymity.name());
        if (!purpose.isEmpty()) {
            var to = out.putObject("purpose");
            purpose.by().forEach(to::put);
        }
        out.set("definition", DefinitionJson.tree(definition));
        return DefinitionJson.pretty(out);
    }

    /** A stored questionnaire, as it can be taken elsewhere. */
    public static Portable of(QuestionnaireDetails it) {
        var purpose = it.profile().purpose();
        return new Portable(it.profile().kind(), it.profile().anonymity(),
                purpose == null ? Words.NONE : new Words(java.util.Map.of(it.draft().base(), purpose)), it.draft());
    }

}
