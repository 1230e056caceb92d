package io.cesm.web.expectation.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.expectation.BulkResult;
import io.cesm.expectation.ChangingMany;
import io.cesm.expectation.ExpectationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing owner or due date of many expectations, with what became of each. */
@RestController
@RequestMapping("/api/v1/expectations/bulk")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class BulkApi {

    private final ChangingMany changing;

    private final MessageSource messages;

    BulkApi(ChangingMany changing, MessageSource messages) {
        this.changing = changing;
        this.messages = messages;
    }

    /** Which ones, at most 200, and what becomes of them; what is absent stays. */
    record BulkBody(@NotNull @Size(max = ChangingMany.MOST) List<@NotNull UUID> expectations, @Nullable UUID owner,
            @Nullable LocalDate dueOn, @Nullable @Size(max = 1000) String because) {
    }

    /**
     * What became of one.
     *
     * @param code why it was left as it is, absent if it was changed
     */
    record Became(UUID expectation, @Nullable String number, boolean changed, @Nullable String code,
            @Nullable String detail) {
    }

    /** What became of all. */
    record Outcome(int changed, int refused, List<Became> results) {
    }

    /** Each on its own: what is refused for one does not stop the others. */
    @PostMapping
    public Outcome change(@Valid @RequestBody BulkBody body, Locale locale) {
        if (body.expectations().isEmpty()) {
            throw new FieldRefusal("expectations", "text.required");
        }
        var results = changing
            .change(body.expectations().stream().map(ExpectationId::new).toList(), Ask.staff(body.owner()),
                    body.dueOn(), body.because())
            .stream()
            .map(it -> became(it, locale))
            .toList();
        int changed = (int) results.stream().filter(Became::changed).count();
        return new Outcome(changed, results.size() - changed, results);
    }

    private Became became(BulkResult it, Locale locale) {
        var refusal = it.refusal();
        if (refusal == null) {
            return new Became(it.id().id(), it.number(), true, null, null);
        }
        return new Became(it.id().id(), it.number(), false, refusal.code(),
                messages.getMessage(refusal.messageKey(), refusal.args().toArray(), refusal.code(), locale));
    }

}
