package io.cesm.domain.export;

/** How far an export is. */
public enum ExportState {

    WAITING, RUNNING, READY, FETCHED, FAILED;

    /** Whether a job works on it or will. */
    public boolean isBusy() {
        return this == WAITING || this == RUNNING;
    }

}
