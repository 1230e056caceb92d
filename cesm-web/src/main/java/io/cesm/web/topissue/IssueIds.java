package io.cesm.web.topissue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/** Reads ids that forms send as text; an empty field names nobody. */
final class IssueIds {

    private IssueIds() {
    }

    static @Nullable CustomerId customer(@Nullable String text) {
        return IdText.read(text, CustomerId::of);
    }

    static @Nullable ContactId contact(@Nullable String text) {
        return IdText.read(text, ContactId::of);
    }

    static @Nullable StaffId staff(@Nullable String text) {
        return IdText.read(text, StaffId::of);
    }

    static @Nullable UnitId unit(@Nullable String text) {
        return IdText.read(text, UnitId::of);
    }

    static Set<UUID> all(@Nullable List<String> texts) {
        var ids = new LinkedHashSet<UUID>();
        for (var text : texts == null ? List.<String>of() : texts) {
            var id = IdText.read(text, UUID::fromString);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

}
