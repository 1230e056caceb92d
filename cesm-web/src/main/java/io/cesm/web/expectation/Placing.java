package io.cesm.web.expectation;

import io.cesm.expectation.Classification;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a dimension on a form: one of the dimensions, that none fits, or nothing
 * said yet.
 */
final class Placing {

    /** No dimension can have this code. */
    static final String NONE_FITS = "-";

    private Placing() {
    }

    static @Nullable String of(Classification kind) {
        return kind.fitsNone() ? NONE_FITS : kind.dimension();
    }

    static @Nullable String dimension(@Nullable String choice) {
        return choice == null || choice.isBlank() || fitsNone(choice) ? null : choice;
    }

    static boolean fitsNone(@Nullable String choice) {
        return NONE_FITS.equals(choice);
    }

}
