package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.customer.ServiceStandards.Standard;
import io.cesm.domain.people.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What the forms of the settings page send. */
final class SettingsForms {

    private SettingsForms() {
    }

    /** What customers of one tier may count on. */
    record StandardForm(@NotNull @Nullable Integer tier, @NotNull @Nullable Integer firstResponseHours,
            @NotNull @Nullable Integer clarifyDays, @NotNull @Nullable Integer commitDays,
            @NotNull @Nullable Integer minDeliveryDays, @NotNull @Nullable Integer maxOpenCommitments,
            @NotNull @Nullable Integer standardLevel, @NotNull @Nullable Integer visitEveryDays,
            @NotNull @Nullable Role ownerRole, @NotNull @Nullable Long version) {

        static StandardForm of(Standard it) {
            return new StandardForm(it.tier(), it.firstResponseHours(), it.clarifyDays(), it.commitDays(),
                    it.minDeliveryDays(), it.maxOpenCommitments(), it.standardLevel(), it.visitEveryDays(),
                    it.ownerRole(), it.version());
        }

        Standard wish() {
            return new Standard(requireNonNull(tier), requireNonNull(firstResponseHours), requireNonNull(clarifyDays),
                    requireNonNull(commitDays), requireNonNull(minDeliveryDays), requireNonNull(maxOpenCommitments),
                    requireNonNull(standardLevel), requireNonNull(visitEveryDays), requireNonNull(ownerRole),
                    requireNonNull(version));
        }

        /** The figures by their names, in the order of the page. */
        Map<String, @Nullable Integer> figures() {
            var figures = new LinkedHashMap<String, @Nullable Integer>();
            figures.put("firstResponseHours", firstResponseHours);
            figures.put("clarifyDays", clarifyDays);
            figures.put("commitDays", commitDays);
            figures.put("minDeliveryDays", minDeliveryDays);
            figures.put("maxOpenCommitments", maxOpenCommitments);
            figures.put("standardLevel", standardLevel);
            figures.put("visitEveryDays", visitEveryDays);
            return figures;
        }

    }

    /** A quality dimension, new or there already. */
    record DimensionForm(@NotBlank @Nullable String code, @NotBlank @Nullable String name,
            @NotBlank @Nullable String nameEn, @Nullable Integer sort, @Nullable Boolean active) {
    }

}
