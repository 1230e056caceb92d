package io.cesm.satisfaction.answer;

import io.cesm.domain.kernel.Refusal;

/** The link cannot be answered now. */
public class LinkClosed extends Refusal {

    private final LinkState state;

    LinkClosed(LinkState state) {
        super("answer.closed." + state);
        this.state = state;
    }

    public LinkState state() {
        return state;
    }

}
