package io.cesm.domain.complaint;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** How many days ago complaints came, in the bands people think in. */
public enum ComplaintAge implements MessageSourceResolvable {

    TODAY(0, 0), DAYS_3(1, 3), DAYS_7(4, 7), DAYS_14(8, 14), DAYS_30(15, 30), OLDER(31, null);

    private final int least;

    private final @Nullable Integer most;

    ComplaintAge(int least, @Nullable Integer most) {
        this.least = least;
        this.most = most;
    }

    /** The first day on which those of this age came; null if there is none. */
    public @Nullable LocalDate from(LocalDate today) {
        return most == null ? null : today.minusDays(most);
    }

    /** The last day on which those of this age came. */
    public LocalDate to(LocalDate today) {
        return today.minusDays(least);
    }

    @Override
    public String[] getCodes() {
        return new String[] { "ComplaintAge." + name() };
    }

}
