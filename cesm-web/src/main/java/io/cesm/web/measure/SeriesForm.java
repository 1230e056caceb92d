package io.cesm.web.measure;

import static java.util.Objects.requireNonNull;

import io.cesm.satisfaction.measure.SeriesDetails;
import io.cesm.satisfaction.measure.SeriesWish;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in about a series of agency waves. */
record SeriesForm(@NotBlank @Size(max = 160) @Nullable String name, @NotBlank @Size(max = 160) @Nullable String agency,
        @NotNull @Pattern(regexp = "[a-z]{2}") @Nullable String language, @NotNull @Nullable SurveyKind kind,
        @NotNull @Nullable Anonymity anonymity, @Nullable Boolean useForAppraisal,
        @Size(max = 400_000) @Nullable String codebook, @Nullable Long version) {

    static SeriesForm blank(String language, @Nullable String codebook) {
        return new SeriesForm(null, null, language, SurveyKind.COMPETITIVENESS, Anonymity.CONFIDENTIAL, false, codebook,
                null);
    }

    static SeriesForm of(SeriesDetails it) {
        var about = it.about();
        return new SeriesForm(about.name(), about.agency(), about.language(), about.kind(), about.anonymity(),
                about.useForAppraisal(), null, it.version());
    }

    SeriesForm with(String text) {
        return new SeriesForm(name, agency, language, kind, anonymity, useForAppraisal, text, version);
    }

    /** The wish; only after validation. */
    SeriesWish wish() {
        return new SeriesWish(requireNonNull(name), requireNonNull(agency), requireNonNull(language),
                requireNonNull(kind), requireNonNull(anonymity), Boolean.TRUE.equals(useForAppraisal));
    }

    long seen() {
        return version == null ? -1 : version;
    }

}
