package io.cesm.satisfaction.questionnaire;

/** Small questionnaires to try things on; single quotes stand for double ones. */
final class Samples {

    static final String SCALE = "'scale': {'min': 1, 'max': 7, 'low': {'en': 'low'}, 'high': {'en': 'high'}}";

    private Samples() {
    }

    static String json(String questions) {
        return """
                {'languages': ['en', 'zh'], 'title': {'en': 'Try'},
                 'pages': [{'id': 'p1', 'blocks': [{'id': 'b1', 'questions': [%s]}]}]}""".formatted(questions)
            .replace('\'', '"');
    }

    static Definition of(String questions) {
        return DefinitionJson.read(json(questions));
    }

    static Definition whole(String json) {
        return DefinitionJson.read(json.replace('\'', '"'));
    }

}
