package io.cesm.web.fielding;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyDetails;
import io.cesm.satisfaction.fielding.SurveyId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What all pages of one survey share. A page puts its survey into the model and shows the
 * head with {@code ~{fielding/tabs :: head('analysis')}}.
 */
@Component
public class SurveyPages {

    private final SurveyDesk desk;

    private final CurrentActor current;

    SurveyPages(SurveyDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    public SurveyDetails open(SurveyId id, Model model) {
        var it = desk.require(id);
        var mayEdit = current.actor().may(Right.SURVEY_EDIT);
        model.addAttribute("survey", it);
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("mayChange", mayEdit && it.isOpenToChange());
        return it;
    }

}
