package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.fielding.ConsentRule;
import io.cesm.satisfaction.fielding.PlanSurvey;
import io.cesm.satisfaction.fielding.SurveyDetails;
import io.cesm.satisfaction.fielding.SurveySettings;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.web.layout.IdText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to plan a survey. */
record SurveyForm(@NotBlank @Nullable String questionnaire, @Size(max = 200) @Nullable String titleZh,
        @Size(max = 200) @Nullable String titleEn, @Size(max = 80) @Nullable String wave, @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn, @Nullable String owner, @NotNull @Min(1) @Max(180) @Nullable Integer linkDays,
        @NotNull @Min(0) @Max(5) @Nullable Integer reminders,
        @NotNull @Min(1) @Max(60) @Nullable Integer remindAfterDays, @Nullable Boolean guarded,
        @NotNull @Nullable ConsentRule consent, @Nullable Long version) {

    static SurveyForm blank(@Nullable String questionnaire, @Nullable StaffId owner) {
        var usual = SurveySettings.usual();
        return new SurveyForm(questionnaire, null, null, null, null, null, owner == null ? null : owner.toString(),
                usual.linkDays(), usual.reminders(), usual.remindAfterDays(), usual.guarded(), usual.consent(), null);
    }

    static SurveyForm of(SurveyDetails it) {
        var settings = it.settings();
        return new SurveyForm(it.questionnaire() + "/" + it.asked(), it.title().in("zh"), it.title().in("en"),
                it.wave(), it.opensOn(), it.closesOn(), it.owner() == null ? null : it.owner().toString(),
                settings.linkDays(), settings.reminders(), settings.remindAfterDays(), settings.guarded(),
                settings.consent(), it.version());
    }

    /**
     * The wish.
     * @param before the settings that are not in the form
     */
    PlanSurvey wish(SurveySettings before) {
        var chosen = requireNonNull(questionnaire).split("/", 2);
        Map<String, String> title = new LinkedHashMap<>();
        put(title, "zh", titleZh);
        put(title, "en", titleEn);
        return new PlanSurvey(QuestionnaireId.of(chosen[0]), chosen.length < 2 ? null : number(chosen[1]), title, wave,
                opensOn, closesOn, staff(owner),
                new SurveySettings(requireNonNull(linkDays), requireNonNull(reminders), requireNonNull(remindAfterDays),
                        Boolean.TRUE.equals(guarded), requireNonNull(consent), before.invitation(), before.reminder()));
    }

    private static void put(Map<String, String> title, String language, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            title.put(language, text);
        }
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        }
        catch (NumberFormatException ex) {
            throw new UnknownThing();
        }
    }

    static @Nullable StaffId staff(@Nullable String text) {
        return IdText.read(text, StaffId::of);
    }

}
