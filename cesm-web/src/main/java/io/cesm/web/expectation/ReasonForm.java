package io.cesm.web.expectation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A reason for something that is done with a record. */
record ReasonForm(@NotBlank @Size(max = 1000) @Nullable String because, @Nullable Long version) {
}
