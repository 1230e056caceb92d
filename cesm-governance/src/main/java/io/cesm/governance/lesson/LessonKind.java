package io.cesm.governance.lesson;

/** Whether a case stands behind it. */
public enum LessonKind {

    /** Something happened, and we do it differently since. */
    LESSON,
    /** What one should know, without a case. */
    ARTICLE

}
