package io.cesm.satisfaction.questionnaire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions as JSON text, the form in which they are stored, exported and taken in. */
public final class DefinitionJson {

    /** Longest text that is looked at. */
    public static final int LONGEST = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper
        .builder(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).maxDocumentLength(4L * LONGEST).build())
            .build())
        .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();

    private DefinitionJson() {
    }

    /**
     * Reads and judges a definition.
     * @throws FaultyDefinition with everything that is wrong
     */
    public static Definition read(JsonNode json) {
        return DefinitionReader.read(json);
    }

    /** Reads and judges a definition. */
    public static Definition read(String json) {
        return read(tree(json));
    }

    /** Reads one question alone. */
    public static Question question(JsonNode json) {
        return DefinitionReader.one(json, DefinitionReader::question);
    }

    /** Reads a page alone. */
    public static Page page(JsonNode json) {
        return DefinitionReader.one(json, DefinitionReader::page);
    }

    /** Reads a block alone. */
    public static Block block(JsonNode json) {
        return DefinitionReader.one(json, DefinitionReader::block);
    }

    /** The keys under which the answers to a question stand. */
    public static List<String> keys(Question question) {
        return Items.keys(question);
    }

    public static ObjectNode tree(Page page) {
        return DefinitionWriter.write(page);
    }

    public static ObjectNode tree(Block block) {
        return DefinitionWriter.write(block);
    }

    public static ObjectNode tree(Definition definition) {
        return DefinitionWriter.write(definition);
    }

    public static ObjectNode tree(Question question) {
        return DefinitionWriter.write(question);
    }

    public static String text(Definition definition) {
        return tree(definition).toString();
    }

    static String text(Words words) {
        return MAPPER.writeValueAsString(words.by());
    }

    /** Words as they are stored beside the definition. */
    static Words words(String json) {
        Map<String, String> by = new LinkedHashMap<>();
        tree(json).properties().forEach(it -> by.put(it.getKey(), it.getValue().asString()));
        return new Words(by);
    }

    /** JSON of any kind; text that is none is a fault like any other. */
    public static JsonNode tree(String json) {
        if (json.length() > LONGEST) {
            throw new FaultyDefinition(List.of(Fault.of("", "too_long", LONGEST, json.length())));
        }
        try {
            return MAPPER.readTree(json);
        }
        catch (JacksonException ex) {
            var at = ex.getLocation();
            throw new FaultyDefinition(List.of(Fault.of("", "no_json", at == null ? 1 : Math.max(1, at.getLineNr()))));
        }
    }

    /** JSON as people read it. */
    public static String pretty(JsonNode json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

}
