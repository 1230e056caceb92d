package io.cesm.satisfaction.fielding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The texts of mails that come with the program, and which one a person gets. */
public final class MailTexts {

    private static final Map<String, MailText> INVITATION = Map.of("zh", read("invitation.zh"), "en",
            read("invitation.en"));

    private static final Map<String, MailText> REMINDER = Map.of("zh", read("reminder.zh"), "en", read("reminder.en"));

    private MailTexts() {
    }

    public static MailText invitation(SurveySettings settings, String language) {
        return choose(settings.invitation(), INVITATION, language);
    }

    public static MailText reminder(SurveySettings settings, String language) {
        return choose(settings.reminder(), REMINDER, language);
    }

    private static MailText choose(Map<String, MailText> own, Map<String, MailText> usual, String language) {
        var text = own.get(language);
        if (text != null) {
            return text;
        }
        var known = usual.get(language);
        return known != null ? known : own.getOrDefault("en", usual.getOrDefault("en", new MailText("", "{{link}}")));
    }

    private static MailText read(String name) {
        try (var in = MailTexts.class.getResourceAsStream("/mails/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("There is no mail " + name);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            var line = text.indexOf('\n');
            return new MailText(text.substring(0, line).strip(), text.substring(line + 1).strip());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
