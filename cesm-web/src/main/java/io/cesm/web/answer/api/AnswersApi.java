package io.cesm.web.answer.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.answer.AnswerRegister;
import io.cesm.satisfaction.answer.AnswerRow;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.TakingAnswers;
import io.cesm.web.answer.IncomingAnswers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The answers to a survey: read as far as one may, and sent in by other systems. */
@RestController
@RequestMapping("/api/v1/surveys/{id}/answers")
class AnswersApi extends IntakeEndpoint {

    private static final int LARGEST = 200;

    private final AnswerRegister book;

    private final TakingAnswers taking;

    AnswersApi(AnswerRegister book, TakingAnswers taking, MessageSource messages) {
        super(messages);
        this.book = book;
        this.taking = taking;
    }

    /**
     * An answer of another system.
     *
     * @param key what makes it one answer there; an Idempotency-Key says the same
     * @param contact who answered, if that is known
     * @param about what it was about: product, case, touch_point, flow
     */
    record NewAnswer(@Size(max = 100) @Nullable String key, @Nullable UUID contact, @Nullable UUID customer,
            @Size(max = 10) @Nullable String language, @Nullable Instant answeredAt,
            @Size(max = 10) @Nullable Map<String, String> about,
            @NotNull @Nullable Map<String, @Nullable Object> answers) {
    }

    /** The answers, newest first. */
    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<AnswerRow> list(@PathVariable UUID id, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return book.slice(id, cursor, Math.clamp(size, 1, LARGEST));
    }

    @GetMapping("/{answer}")
    @PreAuthorize("hasAuthority('VIEW')")
    public AnswerRow one(@PathVariable UUID id, @PathVariable UUID answer) {
        return book.require(id, answer);
    }

    /** Takes an answer in; the same key again with the same answer changes nothing. */
    @PostMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ReceiptJson> send(@PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header,
            @Valid @RequestBody NewAnswer body) {
        var key = body.key() != null ? body.key() : header != null ? header : "";
        return answer(
                taking.send(id, key, body.contact(), body.customer(), body.about() == null ? Map.of() : body.about(),
                        new Given(IncomingAnswers.of(body.answers()), body.language(), body.answeredAt(), null)));
    }

}
