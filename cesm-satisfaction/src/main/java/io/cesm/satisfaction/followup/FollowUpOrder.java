package io.cesm.satisfaction.followup;

/** In which order follow-ups are read. */
public enum FollowUpOrder {

    /** Due first, first. */
    DUE("f.due_at", false),
    /** Opened last, first. */
    NEWEST("f.opened_at", true);

    private final String column;

    private final boolean falling;

    FollowUpOrder(String column, boolean falling) {
        this.column = column;
        this.falling = falling;
    }

    String after(boolean backwards) {
        return "(" + column + ", f.id) " + (falling == backwards ? ">" : "<") + " (:key, :keyId)";
    }

    String orderBy(boolean backwards) {
        var direction = falling == backwards ? " asc" : " desc";
        return column + direction + ", f.id" + direction;
    }

    Object key(FollowUpRow row) {
        return this == DUE ? row.dueAt() : row.openedAt();
    }

}
