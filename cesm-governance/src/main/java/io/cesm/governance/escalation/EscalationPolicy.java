package io.cesm.governance.escalation;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A policy as it stands.
 *
 * @param version the version in force, 0 while it was never switched on
 * @param rules what that version says
 * @param draft what is being written and not in force yet
 * @param revision counts every change, so that nobody overwrites another
 */
public record EscalationPolicy(UUID id, int rank, String name, @Nullable String nameEn, int version, boolean active,
        @Nullable EscalationRules rules, @Nullable EscalationRules draft, long revision) {

    /** Its name in the language of a reader. */
    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("zh") ? name : nameEn;
    }

    /** What an editor shows: the draft if there is one. */
    public EscalationRules edited() {
        return draft != null ? draft : rules != null ? rules : new EscalationRules(null, null);
    }

    /** Whether it decides about new complaints. */
    public boolean isInForce() {
        return active && version > 0;
    }

}
