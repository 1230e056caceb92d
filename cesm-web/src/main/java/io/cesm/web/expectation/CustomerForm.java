package io.cesm.web.expectation;

import java.math.BigDecimal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What a customer sends: their decision, a mark of 0–10 and words. Which expectation it
 * is about follows from their cookie alone.
 *
 * @param decision met or not-met
 * @param key shows that the form was rendered for the holder of the cookie
 */
record CustomerForm(@Nullable String decision, @Min(0) @Max(10) @Nullable Integer mark,
        @Size(max = 2000) @Nullable String words, @Nullable String key) {

    void judge(BindingResult errors) {
        if (!"met".equals(decision) && !"not-met".equals(decision)) {
            errors.rejectValue("decision", "expectation.customer.decide");
        }
        else if (isMet() && mark == null && !errors.hasFieldErrors("mark")) {
            errors.rejectValue("mark", "expectation.customer.mark.missing");
        }
        else if (!isMet() && (words == null || words.isBlank())) {
            errors.rejectValue("words", "expectation.customer.words.missing");
        }
    }

    boolean isMet() {
        return "met".equals(decision);
    }

    @Nullable BigDecimal level() {
        return mark == null ? null : BigDecimal.valueOf(mark * 10L);
    }

}
