package io.cesm.domain.topissue;

/** Whether a task stops the harm now, or keeps it from coming back. */
public enum TaskTerm {

    SHORT, LONG

}
