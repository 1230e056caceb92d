package io.cesm.satisfaction.fielding;

/** Who asked: we ourselves, an agency for us, or somebody for many. */
public enum SurveyOrigin {

    OWN, AGENCY, SYNDICATED

}
