package io.cesm.satisfaction.questionnaire;

/** Who will know who said what. */
public enum Anonymity {

    /** Name beside the answer, for those who look after the customer. */
    NAMED,
    /** Names are known to the CESM office alone. */
    CONFIDENTIAL,
    /** Nobody can ever join answer and invitation. */
    ANONYMOUS

}
