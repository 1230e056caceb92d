package io.cesm.governance.lesson;

import org.springframework.context.MessageSourceResolvable;

/** Where a lesson stands between a note and common knowledge. */
public enum LessonState implements MessageSourceResolvable {

    DRAFT,
    /** Somebody else read it and agrees. */
    REVIEWED,
    /** It is offered to everybody it is meant for. */
    PUBLISHED,
    /** It no longer holds. */
    RETIRED;

    @Override
    public String[] getCodes() {
        return new String[] { "LessonState." + name() };
    }

}
