package io.cesm.web.complaint.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.ChangingManyComplaints;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what became of each complaint when many were changed at once. */
@Component
class BulkResults {

    private final MessageSource messages;

    BulkResults(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What became of one.
     *
     * @param code why it was left as it is, absent if it was done
     */
    record OneResult(UUID complaint, @Nullable String number, boolean done, @Nullable String code,
            @Nullable String detail) {
    }

    /** What became of all. */
    record AllResults(int done, int refused, List<OneResult> results) {
    }

    AllResults of(List<ChangingManyComplaints.Result> results, Locale locale) {
        var each = results.stream().map(it -> of(it, locale)).toList();
        int done = (int) each.stream().filter(OneResult::done).count();
        return new AllResults(done, each.size() - done, each);
    }

    private OneResult of(ChangingManyComplaints.Result it, Locale locale) {
        var refusal = it.refusal();
        return refusal == null ? new OneResult(it.id().id(), it.number(), true, null, null)
                : new OneResult(it.id().id(), it.number(), false, refusal.code(),
                        messages.getMessage(refusal.messageKey(), refusal.args().toArray(), refusal.code(), locale));
    }

}
