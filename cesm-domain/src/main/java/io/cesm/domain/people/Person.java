package io.cesm.domain.people;

import java.time.DateTimeException;
import java.time.ZoneId;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * What we write down about a member of staff.
 *
 * @param nameEn the name in Latin letters
 * @param language language of the pages, null for that of the browser
 */
public record Person(String name, @Nullable String nameEn, @Nullable String email, @Nullable String phone,
        @Nullable String language, String timeZone) {

    private static final String MAIL = "[^\\s@<>\"']{1,64}@[^\\s@<>\"']{1,180}\\.[^\\s@<>\"'.]{2,}";

    /** The same, judged. */
    public static Person of(@Nullable String name, @Nullable String nameEn, @Nullable String email,
            @Nullable String phone, @Nullable String language, @Nullable String timeZone) {
        return new Person(Texts.required(name, 80, "name"), Texts.optional(nameEn, 80, "nameEn"), mail(email),
                Texts.optional(phone, 40, "phone"), language(language), zone(timeZone));
    }

    /** A person of whom only the name is known. */
    public static Person named(String name) {
        return of(name, null, null, null, null, null);
    }

    private static @Nullable String mail(@Nullable String text) {
        var mail = Texts.optional(text, 254, "email");
        if (mail != null && !mail.matches(MAIL)) {
            throw new FieldRefusal("email", "person.email_invalid");
        }
        return mail;
    }

    private static @Nullable String language(@Nullable String text) {
        var language = Texts.optional(text, 2, "language");
        if (language != null && !language.equals("zh") && !language.equals("en")) {
            throw new FieldRefusal("language", "person.language_unknown");
        }
        return language;
    }

    private static String zone(@Nullable String text) {
        var zone = Texts.optional(text, 60, "timeZone");
        if (zone == null) {
            return CompanyTime.ZONE.getId();
        }
        try {
            return ZoneId.of(zone).getId();
        }
        catch (DateTimeException ex) {
            throw new FieldRefusal("timeZone", "person.zone_unknown");
        }
    }

}
