package io.cesm.governance.lesson;

/** How a lesson was of use. */
public enum UseKind {

    OFFERED, OPENED, HELPED

}
