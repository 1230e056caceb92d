package io.cesm.web.fielding.api;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.fielding.DeliveringMails;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveyMail;
import io.cesm.satisfaction.fielding.SurveyMail.MailState;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails of surveys; the links in them are not shown here. */
@RestController
@RequestMapping("/api/v1/survey-mails")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class SurveyMailsApi {

    private static final int LARGEST = 200;

    private final DeliveringMails mails;

    SurveyMailsApi(DeliveringMails mails) {
        this.mails = mails;
    }

    /** One mail. */
    record MailJson(UUID id, UUID survey, String kind, String address, String language, String subject, MailState state,
            int tries, @Nullable String problem, Instant createdAt, @Nullable Instant sentAt) {

        static MailJson of(SurveyMail it) {
            return new MailJson(it.id(), it.survey().id(), it.kind(), it.address(), it.language(), it.subject(),
                    it.state(), it.tries(), it.problem(), it.createdAt(), it.sentAt());
        }

    }

    /** Why a mail came back. */
    record Bounce(@Nullable String problem) {
    }

    @GetMapping
    public Slice<MailJson> list(@RequestParam @Nullable UUID survey, @RequestParam @Nullable MailState state,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return mails.slice(survey == null ? null : new SurveyId(survey), state, Math.clamp(size, 1, LARGEST), cursor)
            .map(MailJson::of);
    }

    @GetMapping("/{mail}")
    public MailJson read(@PathVariable UUID mail) {
        return MailJson.of(mails.require(mail));
    }

    /** Notes that a mail came back. */
    @PostMapping("/{mail}/bounce")
    public ResponseEntity<MailJson> bounce(@PathVariable UUID mail, @Valid @RequestBody Bounce body) {
        mails.noteBounce(mail, body.problem());
        return ResponseEntity.ok(read(mail));
    }

}
