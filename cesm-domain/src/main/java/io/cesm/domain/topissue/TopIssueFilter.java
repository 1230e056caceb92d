package io.cesm.domain.topissue;

import java.time.LocalDate;
import java.util.Set;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which TOP issues somebody wants to see. Nothing named means all of them.
 *
 * @param openOnly leaves out what has ended, unless states are named
 * @param targetBefore only those whose target date lies before that day
 * @param tellBefore only those whose customers should have heard before that day
 * @param checkBefore only those whose effect should have been checked before that day
 * @param top only the first so many of the ranking
 * @param text words or a number
 */
public record TopIssueFilter(@Nullable CustomerId customer, @Nullable UnitId unit, Set<TopIssueState> states,
        boolean openOnly, @Nullable String dimension, @Nullable StaffId owner, @Nullable LocalDate targetBefore,
        @Nullable LocalDate tellBefore, @Nullable LocalDate checkBefore, @Nullable Integer top, @Nullable String text) {

    public static final TopIssueFilter ALL = new TopIssueFilter(null, null, Set.of(), false, null, null, null, null,
            null, null, null);

    public TopIssueFilter of(CustomerId one) {
        return new TopIssueFilter(one, unit, states, openOnly, dimension, owner, targetBefore, tellBefore, checkBefore,
                top, text);
    }

    public TopIssueFilter in(Set<TopIssueState> some) {
        return new TopIssueFilter(customer, unit, some, openOnly, dimension, owner, targetBefore, tellBefore,
                checkBefore, top, text);
    }

    public TopIssueFilter open() {
        return new TopIssueFilter(customer, unit, states, true, dimension, owner, targetBefore, tellBefore, checkBefore,
                top, text);
    }

    public TopIssueFilter ownedBy(StaffId somebody) {
        return new TopIssueFilter(customer, unit, states, openOnly, dimension, somebody, targetBefore, tellBefore,
                checkBefore, top, text);
    }

    public TopIssueFilter tellBefore(LocalDate day) {
        return new TopIssueFilter(customer, unit, states, openOnly, dimension, owner, targetBefore, day, checkBefore,
                top, text);
    }

    public TopIssueFilter checkBefore(LocalDate day) {
        return new TopIssueFilter(customer, unit, states, openOnly, dimension, owner, targetBefore, tellBefore, day,
                top, text);
    }

    public TopIssueFilter saying(@Nullable String words) {
        return new TopIssueFilter(customer, unit, states, openOnly, dimension, owner, targetBefore, tellBefore,
                checkBefore, top, words);
    }

}
