package io.cesm.satisfaction.questionnaire;

import java.util.List;

import io.cesm.domain.kernel.Refusal;

/** A definition that cannot be taken, with everything that is wrong with it. */
public class FaultyDefinition extends Refusal {

    private final transient List<Fault> faults;

    public FaultyDefinition(List<Fault> faults) {
        super("questionnaire.faulty", faults.size());
        this.faults = List.copyOf(faults);
    }

    @Override
    public String getMessage() {
        return super.getMessage() + " " + faults;
    }

    public List<Fault> faults() {
        return faults;
    }

}
