package io.cesm.satisfaction.analysis;

import java.util.function.BiConsumer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Walks through the stored JSON of an answer without building a tree. */
final class AnswerReader {

    private static final JsonFactory JSON = new JsonFactory();

    private AnswerReader() {
    }

    /**
     * Tells each key with its value, a key with several values for each of them after
     * having told the key with an empty value once.
     */
    static void read(String json, BiConsumer<String, String> told) {
        if (json.length() <= 2) {
            return;
        }
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var key = parser.currentName();
                var token = parser.nextToken();
                if (token == JsonToken.START_ARRAY) {
                    told.accept(key, "");
                    for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                        tell(key, parser, token, told);
                    }
                }
                else if (token == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                }
                else {
                    tell(key, parser, token, told);
                }
            }
        }
    }

    private static void tell(String key, JsonParser parser, JsonToken token, BiConsumer<String, String> told) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            told.accept(key, parser.getDecimalValue().stripTrailingZeros().toPlainString());
        }
        else if (token != JsonToken.VALUE_NULL) {
            told.accept(key, parser.getString());
        }
    }

}
