package io.cesm.governance.workorder;

import org.springframework.context.MessageSourceResolvable;

/** How far a visit is. */
public enum WorkOrderState implements MessageSourceResolvable {

    PLANNED, ON_THE_WAY, ON_SITE, DONE, NOT_DONE, CANCELLED;

    public boolean isOpen() {
        return this == PLANNED || this == ON_THE_WAY || this == ON_SITE;
    }

    @Override
    public String[] getCodes() {
        return new String[] { "WorkOrderState." + name() };
    }

}
