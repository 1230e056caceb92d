package io.cesm.governance.lesson;

/** What a lesson changes. */
public enum ActionKind {

    STANDARD, CHECKLIST, TRAINING, OTHER

}
