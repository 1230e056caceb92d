package io.cesm.domain.complaint;

/**
 * What has to be done before a step, besides what the complaint itself asks for. Whoever
 * keeps such rules implements it and refuses with a sentence.
 */
@FunctionalInterface
public interface StepCondition {

    void check(ComplaintId id, int grade, Step step);

}
