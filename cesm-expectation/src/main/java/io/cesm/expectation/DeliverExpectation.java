package io.cesm.expectation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A wish to say that it is done.
 *
 * @param evidence what proves it; a file of evidence may stand for it
 */
public record DeliverExpectation(@Nullable BigDecimal level, @Nullable BigDecimal value, @Nullable String evidence) {

}
