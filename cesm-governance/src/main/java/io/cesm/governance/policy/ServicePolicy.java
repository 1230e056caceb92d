package io.cesm.governance.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.ClockTargets;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A policy: conditions that all have to fit, and the targets it gives in open minutes. A
 * condition that is missing fits everything.
 *
 * @param rank policies are asked in this order, the first that fits decides
 */
public record ServicePolicy(UUID id, int rank, String name, @Nullable String nameEn, @Nullable ComplaintKind kind,
        @Nullable Integer grade, @Nullable Integer tier, @Nullable ComplaintChannel channel, String calendar,
        int firstResponse, int nextUpdate, int resolution, long version) {

    private static final int MOST_MINUTES = 100_000;

    public ServicePolicy {
        name = Texts.required(name, 80, "name");
        nameEn = Texts.optional(nameEn, 80, "nameEn");
        within(rank, 1, MOST_MINUTES, "rank");
        within(firstResponse, 1, MOST_MINUTES, "firstResponse");
        within(nextUpdate, 1, MOST_MINUTES, "nextUpdate");
        within(resolution, 1, MOST_MINUTES, "resolution");
        if (grade != null) {
            within(grade, 1, 4, "grade");
        }
        if (tier != null) {
            within(tier, 1, 4, "tier");
        }
    }

    private static void within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new FieldRefusal(field, "number.range", least, most);
        }
    }

    /** Its name in the language of a reader. */
    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("zh") ? name : nameEn;
    }

    /** The conditions that do not fit, by name; none means that the policy decides. */
    public List<String> misfits(ClockTargets.Case it) {
        List<String> misfits = new ArrayList<>();
        if (kind != null && kind != it.kind()) {
            misfits.add("kind");
        }
        if (grade != null && grade != it.grade()) {
            misfits.add("grade");
        }
        if (tier != null && !tier.equals(it.tier())) {
            misfits.add("tier");
        }
        if (channel != null && channel != it.channel()) {
            misfits.add("channel");
        }
        return misfits;
    }

    /** The conditions it sets, by name. */
    public List<String> conditions() {
        List<String> set = new ArrayList<>();
        if (kind != null) {
            set.add("kind");
        }
        if (grade != null) {
            set.add("grade");
        }
        if (tier != null) {
            set.add("tier");
        }
        if (channel != null) {
            set.add("channel");
        }
        return set;
    }

    ClockTargets.Targets targets() {
        return new ClockTargets.Targets(name, calendar, firstResponse, nextUpdate, resolution);
    }

}
