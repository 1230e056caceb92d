package io.cesm.satisfaction.analysis;

import io.cesm.domain.kernel.Refusal;

/** A free combination of so many answers that nobody should wait for it. */
public class TooManyAnswers extends Refusal {

    TooManyAnswers(long most) {
        super("figures.too_large", most);
    }

}
