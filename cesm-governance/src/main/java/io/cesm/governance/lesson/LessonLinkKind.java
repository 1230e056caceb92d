package io.cesm.governance.lesson;

/** What a lesson can go back to. */
public enum LessonLinkKind {

    COMPLAINT, TOP_ISSUE, EXPECTATION

}
