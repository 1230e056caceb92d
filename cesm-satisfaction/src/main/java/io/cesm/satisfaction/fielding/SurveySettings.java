package io.cesm.satisfaction.fielding;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;

/**
 * How a survey is carried out.
 *
 * @param linkDays how many days a personal link works
 * @param reminders how often at most somebody is reminded who has not answered
 * @param remindAfterDays days between two mails to one person
 * @param guarded whether the contact guard is kept; it is left out only for what people
 * asked for themselves
 * @param invitation what the mail says, by language; empty for the texts that come with
 * the program
 * @param reminder what the reminder says, by language
 */
public record SurveySettings(int linkDays, int reminders, int remindAfterDays, boolean guarded, ConsentRule consent,
        Map<String, MailText> invitation, Map<String, MailText> reminder) {

    public SurveySettings {
        within(linkDays, 1, 180, "linkDays");
        within(reminders, 0, 5, "reminders");
        within(remindAfterDays, 1, 60, "remindAfterDays");
        invitation = judged(invitation);
        reminder = judged(reminder);
    }

    /** What is sensible unless something else is wished. */
    public static SurveySettings usual() {
        return new SurveySettings(21, 2, 5, true, ConsentRule.UNLESS_REFUSED, Map.of(), Map.of());
    }

    /** The same with other texts. */
    public SurveySettings saying(Map<String, MailText> inviting, Map<String, MailText> reminding) {
        return new SurveySettings(linkDays, reminders, remindAfterDays, guarded, consent, inviting, reminding);
    }

    private static Map<String, MailText> judged(Map<String, MailText> texts) {
        Map<String, MailText> judged = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            if (!language.matches("[a-z]{2}")) {
                throw new FieldRefusal("settings", "fielding.mail_language");
            }
            judged.put(language, MailText.judged(text, language));
        });
        return Map.copyOf(judged);
    }

    private static void within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new FieldRefusal(field, "number.range", least, most);
        }
    }

}
