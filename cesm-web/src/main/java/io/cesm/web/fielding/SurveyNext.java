package io.cesm.web.fielding;

import io.cesm.satisfaction.fielding.FieldStatus;
import io.cesm.satisfaction.fielding.FrameOutcome;
import io.cesm.satisfaction.fielding.SurveyDetails;
import io.cesm.satisfaction.fielding.SurveyState;
import io.cesm.satisfaction.questionnaire.SurveyKind;

/** What a planned survey lacks first, and where it is given. */
enum SurveyNext {

    LAST_DAY("/surveys/%s/edit"), EVENTS("/surveys/triggers?survey=%s"), PEOPLE("/surveys/%s/people/add"),
    DRAW("/surveys/%s/sample"), OPEN("/surveys/%s");

    private final String page;

    SurveyNext(String page) {
        this.page = page;
    }

    /** The page on which it is given. */
    public String page(SurveyDetails it) {
        return page.formatted(it.id());
    }

    /**
     * The next step.
     * @param otherWays whether people come to it by events, open links or devices
     */
    static SurveyNext of(SurveyDetails it, FieldStatus status, boolean otherWays) {
        boolean planned = it.state() == SurveyState.DRAFT;
        if (planned && it.closesOn() == null) {
            return LAST_DAY;
        }
        long frame = status.all().frame();
        if (planned && frame == 0 && !otherWays) {
            return it.kind() == SurveyKind.SERVICE ? EVENTS : PEOPLE;
        }
        return frame > 0 && status.outcomes().getOrDefault(FrameOutcome.FRAME, 0L) == frame ? DRAW : OPEN;
    }

}
