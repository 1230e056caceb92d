package io.cesm.governance.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.Step;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** A checklist as a complaint has it. */
public record PlaybookRun(UUID id, UUID playbook, String number, String name, @Nullable String nameEn, int edition,
        Instant begunAt, List<Check> checks) {

    /** How far an item is. */
    public enum CheckState {

        OPEN, DONE, SKIPPED

    }

    /**
     * An item of it.
     *
     * @param evidence what shows that it was done, or why it was left out
     */
    public record Check(UUID id, UUID run, int pos, String words, @Nullable String wordsEn, @Nullable Instant dueAt,
            boolean needsEvidence, @Nullable Step requiredFor, @Nullable Integer requiredTo, @Nullable StaffId owner,
            @Nullable String ownerName, CheckState state, @Nullable String evidence, @Nullable Instant endedAt,
            @Nullable String enderName, long version) {

        public boolean isOpen() {
            return state == CheckState.OPEN;
        }

        public boolean isOverdue(Instant now) {
            return isOpen() && dueAt != null && dueAt.isBefore(now);
        }

        /** Whether a step of a complaint of this grade waits for it. */
        public boolean holdsUp(Step step, int grade) {
            return isOpen() && requiredFor == step && (requiredTo == null || grade <= requiredTo);
        }

        public String words(Locale locale) {
            return wordsEn == null || locale.getLanguage().equals("zh") ? words : wordsEn;
        }

    }

    public long done() {
        return checks.stream().filter(it -> !it.isOpen()).count();
    }

    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("zh") ? name : nameEn;
    }

}
