package io.cesm.satisfaction.fielding;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.people.UnitId;

/**
 * Which people to put into a frame; what is empty narrows nothing.
 *
 * @param tiers tiers of their customers
 * @param unit unit of their customers, with those below
 * @param consent only people who said yes to this purpose
 */
public record FrameFilter(Set<Integer> tiers, @Nullable UnitId unit, @Nullable String industry, Set<DecisionRole> roles,
        Set<ContactKind> kinds, @Nullable ConsentPurpose consent) {

    public FrameFilter {
        tiers = Set.copyOf(tiers);
        roles = Set.copyOf(roles);
        kinds = Set.copyOf(kinds);
    }

}
