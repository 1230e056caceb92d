package io.cesm.governance.lesson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson says, for whom, where it applies, and who looks after it. It says it in
 * one of two languages at least.
 *
 * @param happened what happened; of an article its text
 * @param audience roles it is meant for, nobody named means everybody
 * @param reviewOn until when somebody looks whether it still holds
 * @param unchangedBecause why no standard, checklist or training has to change, if so
 */
public record LessonContent(LessonKind kind, @Nullable String title, @Nullable String titleEn,
        @Nullable String happened, @Nullable String happenedEn, @Nullable CauseClass cause, @Nullable String rootCause,
        @Nullable String rootCauseEn, @Nullable String differently, @Nullable String differentlyEn,
        @Nullable String dimension, @Nullable Flow flow, @Nullable String product, @Nullable String touchPoint,
        List<String> keywords, Set<Role> audience, @Nullable StaffId owner, @Nullable LocalDate reviewOn,
        @Nullable String unchangedBecause) {

    private static final int MOST_KEYWORDS = 20;

    public LessonContent {
        title = Texts.optional(title, 160, "title");
        titleEn = Texts.optional(titleEn, 160, "titleEn");
        happened = Texts.optional(happened, 8000, "happened");
        happenedEn = Texts.optional(happenedEn, 8000, "happenedEn");
        rootCause = Texts.optional(rootCause, 4000, "rootCause");
        rootCauseEn = Texts.optional(rootCauseEn, 4000, "rootCauseEn");
        differently = Texts.optional(differently, 4000, "differently");
        differentlyEn = Texts.optional(differentlyEn, 4000, "differentlyEn");
        product = Texts.optional(product, 120, "product");
        touchPoint = Texts.optional(touchPoint, 120, "touchPoint");
        unchangedBecause = Texts.optional(unchangedBecause, 1000, "unchangedBecause");
        dimension = dimension == null || dimension.isBlank() ? null : dimension;
        keywords = words(keywords);
        audience = Set.copyOf(audience);
    }

    /**
     * A lesson about what happened and what we do differently, the rest to be filled in.
     */
    public static LessonContent lesson(String title, String happened, String differently) {
        return new LessonContent(LessonKind.LESSON, title, null, happened, null, null, null, null, differently, null,
                null, null, null, null, List.of(), Set.of(), null, null, null);
    }

    private static List<String> words(List<String> given) {
        var words = new LinkedHashSet<String>();
        for (var each : given) {
            var word = Texts.optional(each, 40, "keywords");
            if (word != null) {
                words.add(word);
            }
        }
        if (words.size() > MOST_KEYWORDS) {
            throw new FieldRefusal("keywords", "lesson.keywords", MOST_KEYWORDS);
        }
        return List.copyOf(words);
    }

    /** Refuses what is not yet enough to be kept. */
    void check() {
        if (title == null && titleEn == null) {
            throw new FieldRefusal("title", "lesson.title");
        }
        if (happened == null && happenedEn == null) {
            throw new FieldRefusal("happened", kind == LessonKind.ARTICLE ? "lesson.text" : "lesson.happened");
        }
        if (kind == LessonKind.LESSON && differently == null && differentlyEn == null) {
            throw new FieldRefusal("differently", "lesson.differently");
        }
    }

    public String title(Locale locale) {
        return String.valueOf(spoken(title, titleEn, locale));
    }

    public @Nullable String happened(Locale locale) {
        return spoken(happened, happenedEn, locale);
    }

    public @Nullable String rootCause(Locale locale) {
        return spoken(rootCause, rootCauseEn, locale);
    }

    public @Nullable String differently(Locale locale) {
        return spoken(differently, differentlyEn, locale);
    }

    private static @Nullable String spoken(@Nullable String chinese, @Nullable String english, Locale locale) {
        var first = locale.getLanguage().equals("zh") ? chinese : english;
        return first != null ? first : chinese != null ? chinese : english;
    }

    String[] tokens(String number) {
        List<@Nullable String> texts = new ArrayList<>(keywords);
        for (var each : new @Nullable String[] { number, title, titleEn, product, touchPoint, rootCause, rootCauseEn,
                differently, differentlyEn, happened, happenedEn }) {
            texts.add(each);
        }
        return SearchText.tokens(texts.toArray(new @Nullable String[0]));
    }

    /** All texts one after the other, for looking for names in them. */
    String everything() {
        var all = new StringBuilder();
        values().values().forEach(each -> all.append(each == null ? "" : each).append('\n'));
        return all.toString();
    }

    /** By field, as versions and the timeline keep it. */
    public Map<String, @Nullable String> values() {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("titleEn", titleEn);
        values.put("happened", happened);
        values.put("happenedEn", happenedEn);
        values.put("cause", cause == null ? null : cause.name());
        values.put("rootCause", rootCause);
        values.put("rootCauseEn", rootCauseEn);
        values.put("differently", differently);
        values.put("differentlyEn", differentlyEn);
        values.put("dimension", dimension);
        values.put("flow", flow == null ? null : flow.name());
        values.put("product", product);
        values.put("touchPoint", touchPoint);
        values.put("keywords", keywords.isEmpty() ? null : String.join(", ", keywords));
        values.put("audience",
                audience.isEmpty() ? null : String.join(", ", audience.stream().map(Role::name).sorted().toList()));
        values.put("reviewOn", reviewOn == null ? null : reviewOn.toString());
        values.put("unchangedBecause", unchangedBecause);
        return values;
    }

}
