package io.cesm.satisfaction.answer;

import java.util.List;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.questionnaire.AnswerFault;

/** Some of the answers are missing, or cannot be what they say. */
public class FaultyAnswers extends Refusal {

    private final transient List<AnswerFault> faults;

    FaultyAnswers(List<AnswerFault> faults) {
        super("answer.faulty", faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<AnswerFault> faults() {
        return faults;
    }

}
