package io.cesm.satisfaction.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Circumstances;
import io.cesm.satisfaction.questionnaire.Definition;
import org.jspecify.annotations.Nullable;

/**
 * A way to answer one survey once: an invitation, an open link in one browser, or an
 * answer that another system sends.
 *
 * @param key what makes the answer one answer
 * @param channel by which way it comes
 * @param open whether anybody may use the link
 * @param kiosk whether one device is handed from person to person
 */
public record AnswerLink(LinkState state, SurveyHead survey, Definition definition, Respondent who, String key,
        String channel, boolean open, boolean kiosk, Map<String, String> competitors) {

    /** What the questions may know beforehand. */
    public Circumstances circumstances() {
        Map<String, String> data = new LinkedHashMap<>(who.about());
        put(data, "contact", who.contactName());
        put(data, "customer", who.customerName());
        put(data, "sender", survey.sender());
        put(data, "tier", who.segments().get("tier"));
        put(data, "role", who.segments().get("role"));
        if (survey.anonymity() == Anonymity.ANONYMOUS) {
            data.keySet().removeAll(Circumstances.PERSONAL);
        }
        return new Circumstances(key.hashCode(), data, competitors);
    }

    private static void put(Map<String, String> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    /** The same by another way, as by a device that was without network. */
    public AnswerLink by(String otherChannel) {
        return new AnswerLink(state, survey, definition, who, key, otherChannel, open, kiosk, competitors);
    }

    /** The same under another key, as one of many answers of one device. */
    public AnswerLink under(String otherKey) {
        return new AnswerLink(state, survey, definition, who, otherKey, channel, open, kiosk, competitors);
    }

    @Nullable UUID invitation() {
        return who.invitation();
    }

}
