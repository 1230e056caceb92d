package io.cesm.governance.playbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A checklist and which complaints it fits; a condition that is missing fits everything.
 *
 * @param gradeTo this grade and worse ones
 * @param edition each change of the items makes the next one
 */
public record Playbook(UUID id, String number, String name, @Nullable String nameEn, @Nullable ComplaintKind kind,
        @Nullable Integer gradeTo, @Nullable CauseClass cause, @Nullable String dimension, boolean active, int edition,
        List<Item> items, long version) {

    private static final int MOST_ITEMS = 40;

    /** Steps that can wait for an item. */
    public static final Set<Step> STEPS = EnumSet.of(Step.ACKNOWLEDGE, Step.START, Step.CONTAIN, Step.RESOLVE,
            Step.CLOSE);

    public Playbook {
        name = Texts.required(name, 80, "name");
        nameEn = Texts.optional(nameEn, 80, "nameEn");
        items = List.copyOf(items);
        within(gradeTo, "gradeTo");
        if (items.isEmpty()) {
            throw new FieldRefusal("words", "playbook.items.none");
        }
        if (items.size() > MOST_ITEMS) {
            throw new FieldRefusal("words", "playbook.items.many", MOST_ITEMS);
        }
    }

    /**
     * One thing to do.
     *
     * @param dueHours open hours after it was given, if it is due at all
     * @param requiredFor the step that is refused before it is ticked, if any
     * @param requiredTo only for this grade and worse ones
     */
    public record Item(String words, @Nullable String wordsEn, @Nullable Integer dueHours, boolean needsEvidence,
            @Nullable Step requiredFor, @Nullable Integer requiredTo) {

        public Item {
            words = Texts.required(words, 300, "words");
            wordsEn = Texts.optional(wordsEn, 300, "wordsEn");
            if (dueHours != null && (dueHours < 1 || dueHours > 2000)) {
                throw new FieldRefusal("dueHours", "number.range", 1, 2000);
            }
            if (requiredFor != null && !STEPS.contains(requiredFor)) {
                throw new FieldRefusal("requiredFor", "choice.unknown");
            }
            within(requiredTo, "requiredTo");
        }

        public static Item of(String words) {
            return new Item(words, null, null, false, null, null);
        }

        public Item before(Step step) {
            return new Item(words, wordsEn, dueHours, needsEvidence, step, requiredTo);
        }

        public String words(Locale locale) {
            return wordsEn == null || locale.getLanguage().equals("zh") ? words : wordsEn;
        }

    }

    private static void within(@Nullable Integer grade, String field) {
        if (grade != null && (grade < 1 || grade > 4)) {
            throw new FieldRefusal(field, "number.range", 1, 4);
        }
    }

    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("zh") ? name : nameEn;
    }

}
