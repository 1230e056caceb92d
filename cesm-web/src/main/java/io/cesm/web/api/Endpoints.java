package io.cesm.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.cesm.web.api.Endpoint.Field;
import tools.jackson.databind.JsonNode;

/** Reads the OpenAPI document into what the page shows: endpoints by subject. */
final class Endpoints {

    private final JsonNode document;

    private Endpoints(JsonNode document) {
        this.document = document;
    }

    static Map<String, List<Endpoint>> of(JsonNode document) {
        return new Endpoints(document).bySubject();
    }

    private Map<String, List<Endpoint>> bySubject() {
        Map<String, List<Endpoint>> subjects = new TreeMap<>();
        document.path("paths")
            .properties()
            .forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> subjects
                    .computeIfAbsent(verb.getValue().path("tags").path(0).asString("other"), it -> new ArrayList<>())
                    .add(endpoint(path.getKey(), verb.getKey(), verb.getValue()))));
        return subjects;
    }

    private Endpoint endpoint(String path, String verb, JsonNode operation) {
        List<Field> parameters = new ArrayList<>();
        operation.path("parameters")
            .forEach(it -> parameters
                .add(new Field(it.path("name").asString(""), it.path("in").asString(""), type(it.path("schema")),
                        it.path("required").asBoolean(false), it.path("description").asString(null))));
        List<String> answers = new ArrayList<>();
        operation.path("responses").propertyNames().forEach(answers::add);
        return new Endpoint(verb.toUpperCase(Locale.ROOT), path, operation.path("summary").asString(null), parameters,
                body(operation.path("requestBody").path("content")), answers);
    }

    private List<Field> body(JsonNode content) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode form : content) {
            var schema = resolve(form.path("schema"));
            schema.path("properties")
                .properties()
                .forEach(it -> fields.add(new Field(it.getKey(), "body", type(it.getValue()),
                        requires(schema, it.getKey()), it.getValue().path("description").asString(null))));
        }
        return fields;
    }

    private static boolean requires(JsonNode schema, String field) {
        return schema.path("required").valueStream().anyMatch(it -> it.asString("").equals(field));
    }

    private JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private String type(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        var type = schema.path("type").asString("object");
        if (type.equals("array")) {
            return type(schema.path("items")) + "[]";
        }
        if (schema.has("enum")) {
            return String.join(" | ", schema.path("enum").valueStream().map(it -> it.asString("")).toList());
        }
        return schema.has("format") ? schema.path("format").asString(type) : type;
    }

}
