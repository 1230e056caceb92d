package io.cesm.web.followup;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.cesm.satisfaction.followup.FollowUpRule;
import io.cesm.satisfaction.followup.Measure;
import io.cesm.satisfaction.followup.RuleId;
import io.cesm.satisfaction.followup.Threshold;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a person writes it.
 *
 * @param words one a line, or with commas between
 */
record RuleForm(@NotBlank @Size(max = 80) @Nullable String name, @NotBlank @Size(max = 80) @Nullable String nameEn,
        @Nullable Boolean active, @Nullable Measure measure, @Nullable BigDecimal atMost, Threshold.@Nullable Unit unit,
        @Size(max = 4000) @Nullable String words, @Nullable Boolean decidersOnly, @Nullable Integer againDays,
        @NotNull @Nullable Integer dueHours, @Nullable Integer sort, @Nullable Long version) {

    private static final int LAST = 100;

    static RuleForm blank() {
        return new RuleForm(null, null, true, null, null, Threshold.Unit.LEVEL, null, false, null, 16, LAST, 0L);
    }

    static RuleForm of(FollowUpRule it) {
        var low = it.threshold();
        return new RuleForm(it.name(), it.nameEn(), it.active(), low == null ? null : low.measure(),
                low == null ? null : low.atMost().stripTrailingZeros(), low == null ? null : low.unit(),
                String.join("\n", it.words()), it.decidersOnly(), it.againDays(), it.dueHours(), it.sort(),
                it.version());
    }

    FollowUpRule wish(RuleId id) {
        return new FollowUpRule(id, String.valueOf(name), String.valueOf(nameEn), Boolean.TRUE.equals(active),
                Threshold.orNull(measure, atMost, unit), list(words), Boolean.TRUE.equals(decidersOnly), againDays,
                Objects.requireNonNullElse(dueHours, 16), Objects.requireNonNullElse(sort, LAST),
                Objects.requireNonNullElse(version, 0L));
    }

    private static List<String> list(@Nullable String words) {
        return words == null ? List.of()
                : Arrays.stream(words.split("[\\n\\r,，、;；]+")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

}
