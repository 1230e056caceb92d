package io.cesm.satisfaction.measure;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;

/**
 * What is said about a series of agency waves.
 *
 * @param language of the questions
 * @param anonymity what the agency promised the respondents
 * @param useForAppraisal whether its figures may judge people
 */
public record SeriesWish(String name, String agency, String language, SurveyKind kind, Anonymity anonymity,
        boolean useForAppraisal) {

    public SeriesWish {
        name = Texts.required(name, 160, "name");
        agency = Texts.required(agency, 160, "agency");
        if (!language.matches("[a-z]{2}")) {
            throw new FieldRefusal("language", "measure.language");
        }
    }

}
