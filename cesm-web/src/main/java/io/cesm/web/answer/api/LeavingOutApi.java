package io.cesm.web.answer.api;

import java.util.List;
import java.util.UUID;

import io.cesm.satisfaction.answer.AnswerRegister;
import io.cesm.satisfaction.answer.AnswerRow;
import io.cesm.satisfaction.answer.LeavingOut;
import io.cesm.satisfaction.answer.LeftOut;
import io.cesm.satisfaction.answer.LeftOutReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static java.util.Objects.requireNonNull;

/** Answers that stand but do not count. */
@RestController
@RequestMapping("/api/v1/surveys/{id}/answers")
class LeavingOutApi {

    private final LeavingOut leaving;

    private final AnswerRegister book;

    LeavingOutApi(LeavingOut leaving, AnswerRegister book) {
        this.leaving = leaving;
        this.book = book;
    }

    /** Why an answer shall not count. */
    record LeaveOut(@NotNull @Nullable LeftOutReason reason, @NotBlank @Size(max = 1000) @Nullable String words) {
    }

    /** Why it shall count again. */
    record TakeIn(@NotBlank @Size(max = 1000) @Nullable String words) {
    }

    /** What the figures leave out, without a word about who gave it. */
    @GetMapping("/left-out")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<LeftOut> list(@PathVariable UUID id) {
        return leaving.of(id);
    }

    @PostMapping("/{answer}/left-out")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public AnswerRow leaveOut(@PathVariable UUID id, @PathVariable UUID answer, @Valid @RequestBody LeaveOut body) {
        leaving.leaveOut(id, answer, requireNonNull(body.reason()), body.words());
        return book.require(id, answer);
    }

    @PostMapping("/{answer}/taken-in")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public AnswerRow takeIn(@PathVariable UUID id, @PathVariable UUID answer, @Valid @RequestBody TakeIn body) {
        leaving.takeIn(id, answer, body.words());
        return book.require(id, answer);
    }

}
