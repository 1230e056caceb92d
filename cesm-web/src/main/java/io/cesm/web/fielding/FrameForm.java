package io.cesm.web.fielding;

import java.util.List;
import java.util.Set;

import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.people.UnitId;
import io.cesm.satisfaction.fielding.FrameFilter;
import io.cesm.web.layout.IdText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which people to put into a frame, as a person chooses them. */
record FrameForm(@Nullable List<Integer> tiers, @Nullable String unit, @Size(max = 80) @Nullable String industry,
        @Nullable List<DecisionRole> roles, @Nullable List<ContactKind> kinds, @Nullable ConsentPurpose consent) {

    static FrameForm blank() {
        return new FrameForm(null, null, null, null, List.of(ContactKind.CUSTOMER), null);
    }

    FrameFilter filter() {
        return new FrameFilter(set(tiers), chosenUnit(), industry, set(roles), set(kinds), consent);
    }

    private @Nullable UnitId chosenUnit() {
        return IdText.read(unit, UnitId::of);
    }

    private static <T> Set<T> set(@Nullable List<T> values) {
        return values == null ? Set.of()
                : values.stream().filter(java.util.Objects::nonNull).collect(java.util.stream.Collectors.toSet());
    }

    public boolean hasTier(int tier) {
        return tiers != null && tiers.contains(tier);
    }

    public boolean hasRole(DecisionRole role) {
        return roles != null && roles.contains(role);
    }

    public boolean hasKind(ContactKind kind) {
        return kinds != null && kinds.contains(kind);
    }

}
