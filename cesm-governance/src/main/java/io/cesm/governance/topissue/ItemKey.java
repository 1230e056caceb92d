package io.cesm.governance.topissue;

import org.jspecify.annotations.Nullable;

/**
 * A survey item as an issue names it, {@code Q-2026-000012/q3}: other questionnaires may
 * ask something else by the same name and on another scale.
 *
 * @param questionnaire number of the questionnaire; null for whatever has an item of that
 * name, as issues named it before
 */
record ItemKey(@Nullable String questionnaire, String item) {

    static ItemKey of(String text) {
        var slash = text.indexOf('/');
        return slash < 0 ? new ItemKey(null, text) : new ItemKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return questionnaire == null ? item : questionnaire + "/" + item;
    }

}
