package io.cesm.web.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.expectation.Channel;
import io.cesm.expectation.CustomerAnswer;
import io.cesm.expectation.ExpectationDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to record the customer's answer. */
record AnswerForm(@Nullable BigDecimal perceivedLevel, @NotNull @Nullable LocalDate answeredOn,
        @NotBlank @Nullable String contact, @NotNull @Nullable Channel channel,
        @Size(max = 2000) @Nullable String words, @Nullable Long version) {

    static AnswerForm of(ExpectationDetails it, LocalDate today) {
        return new AnswerForm(null, today, Ids.text(it.contact()), null, null, it.version());
    }

    CustomerAnswer said() {
        return new CustomerAnswer(perceivedLevel, answeredOn, Ids.contact(contact), channel, words);
    }

}
