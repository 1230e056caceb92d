package io.cesm.satisfaction.fielding;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settings, titles and other small things as they lie in the database. */
final class SettingsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SettingsJson() {
    }

    static String write(Object it) {
        return MAPPER.writeValueAsString(it);
    }

    static SurveySettings settings(String text) {
        var json = MAPPER.readTree(text);
        var usual = SurveySettings.usual();
        return new SurveySettings(json.path("linkDays").asInt(usual.linkDays()),
                json.path("reminders").asInt(usual.reminders()),
                json.path("remindAfterDays").asInt(usual.remindAfterDays()),
                json.path("guarded").asBoolean(usual.guarded()),
                ConsentRule.valueOf(json.path("consent").asString(usual.consent().name())),
                texts(json.path("invitation")), texts(json.path("reminder")));
    }

    static Map<String, String> strings(String text) {
        Map<String, String> strings = new LinkedHashMap<>();
        MAPPER.readTree(text).properties().forEach(it -> strings.put(it.getKey(), it.getValue().asString("")));
        return strings;
    }

    private static Map<String, MailText> texts(JsonNode json) {
        Map<String, MailText> texts = new LinkedHashMap<>();
        json.properties()
            .forEach(it -> texts.put(it.getKey(),
                    new MailText(it.getValue().path("subject").asString(""), it.getValue().path("body").asString(""))));
        return texts;
    }

}
