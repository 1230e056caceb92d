package io.cesm.satisfaction.questionnaire;

/** What an answer stands for in the analysis. */
public enum ItemRole {

    /** The level the customer expects. */
    EXPECTATION,
    /** The level the customer perceives. */
    PERCEPTION,
    /** How much it matters. */
    IMPORTANCE,
    /** Satisfaction as a whole. */
    OVERALL,
    /** Whether it fell short of or exceeded what was expected. */
    EXPECTANCY,
    /** How close it is to the ideal. */
    IDEAL,
    /** Buying again, recommending. */
    LOYALTY,
    /** How a rival is seen. */
    COMPETITOR,
    /** What satisfaction is explained by. */
    DRIVER

}
