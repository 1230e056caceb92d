package io.cesm.satisfaction.followup;

import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.reading.ScaleAnswer;

/** Which answers a threshold is compared with. */
public enum Measure {

    NPS, CSAT, CES,
    /** Satisfaction as a whole, on whatever scale. */
    OVERALL,
    /** Any single aspect as it is perceived. */
    PERCEPTION,
    /** Recommending, satisfaction, effort or the whole. */
    ANY;

    boolean covers(ScaleAnswer answer) {
        return switch (this) {
            case NPS -> answer.type() == QuestionType.NPS && answer.isVerdict();
            case CSAT -> answer.type() == QuestionType.CSAT && answer.isVerdict();
            case CES -> answer.type() == QuestionType.CES && answer.isVerdict();
            case OVERALL -> answer.role() == ItemRole.OVERALL;
            case PERCEPTION -> answer.role() == ItemRole.PERCEPTION || answer.role() == ItemRole.DRIVER;
            case ANY -> answer.isVerdict();
        };
    }

}
