package io.cesm.domain.complaint;

import java.util.List;

/**
 * What has to be done before a step, besides what the complaint itself asks for. Whoever
 * keeps such rules implements it and refuses with a sentence.
 */
public interface StepCondition {

    void check(ComplaintId id, int grade, Step step);

    /** What is still missing, so that a form can say so before it is filled in. */
    List<String> missing(ComplaintId id, int grade, Step step);

}
