package io.cesm.satisfaction.fielding;

/** What makes a person in a frame worth a second look. */
public enum FrameFlag {

    HAND_PICKED, ADDED_LATE, ADDRESS_CHANGED

}
