package io.cesm.web.demo;

/** How far an expectation of the demo company has come. */
enum Fate {

    CAPTURED(26), CLARIFIED(24), COMMITTED(36), LATE(14), DELIVERED(24), NOT_MET(14), CONFIRMED(114), SECOND_TRY(10),
    DECLINED(16), WITHDRAWN(12);

    private final int weight;

    Fate(int weight) {
        this.weight = weight;
    }

    static int[] weights() {
        var weights = new int[values().length];
        for (var fate : values()) {
            weights[fate.ordinal()] = fate.weight;
        }
        return weights;
    }

    boolean isOpen() {
        return this != CONFIRMED && this != SECOND_TRY && this != DECLINED && this != WITHDRAWN;
    }

    boolean isPromised() {
        return this != CAPTURED && this != CLARIFIED && this != DECLINED && this != WITHDRAWN;
    }

    boolean isDelivered() {
        return isPromised() && this != COMMITTED && this != LATE;
    }

}
