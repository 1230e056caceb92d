package io.cesm.domain.notice;

/** What a notice is about, as far as preferences tell apart. */
public enum NoticeGroup {

    /** Something went up or came down. */
    ESCALATION,
    /** Something is offered, handed over or given to somebody. */
    HAND_OVER, OTHER;

    static NoticeGroup of(String kind) {
        if (kind.contains("ESCALATED") || kind.endsWith("_LOCKED") || kind.endsWith("_PLANNED")) {
            return ESCALATION;
        }
        return kind.endsWith("_OFFERED") || kind.endsWith("_ASSIGNED") || kind.endsWith("_TAKEN")
                || kind.endsWith("_REFUSED") || kind.contains("HANDED") ? HAND_OVER : OTHER;
    }

}
