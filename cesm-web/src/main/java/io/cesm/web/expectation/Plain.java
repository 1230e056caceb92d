package io.cesm.web.expectation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Numbers as people write them: without zeros at the end. */
final class Plain {

    private Plain() {
    }

    static @Nullable BigDecimal of(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

}
