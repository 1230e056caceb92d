package io.cesm.satisfaction.fielding;

/** How somebody came into a frame. */
public enum FrameSource {

    FILTER, FILE, HAND, EVENT

}
