package io.cesm.governance.workorder;

import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;

/** Identifies one work order. */
public record WorkOrderId(UUID id) {

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static WorkOrderId of(String text) {
        try {
            return new WorkOrderId(UUID.fromString(text));
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
