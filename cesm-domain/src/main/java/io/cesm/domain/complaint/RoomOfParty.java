package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A complaint as one of its parties sees it: where it stands, and what was shared between
 * them and us. Neither the customer's words nor those of other parties.
 */
public record RoomOfParty(String number, String topic, String name, @Nullable String company, String language,
        ComplaintState state, @Nullable String ownerName, List<Said> said) {

    /** What was shared with the party, or said by it. */
    public record Said(UUID id, boolean byParty, @Nullable String who, String words, Instant at,
            List<CustomerCase.StoredPart> files) {
    }

    public boolean mayWrite() {
        return state.isOpen();
    }

}
