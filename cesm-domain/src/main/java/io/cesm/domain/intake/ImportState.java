package io.cesm.domain.intake;

/** How far an import is. */
public enum ImportState {

    UPLOADED, CHECKING, CHECKED, RUNNING, DONE, CANCELLED, FAILED;

    /** Whether a job works on it now. */
    public boolean isBusy() {
        return this == CHECKING || this == RUNNING;
    }

    /** Whether how to understand the file may still be changed. */
    public boolean isOpen() {
        return this == UPLOADED || this == CHECKED;
    }

    /** Whether rows have been taken in, or may have been. */
    public boolean hasRun() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }

}
