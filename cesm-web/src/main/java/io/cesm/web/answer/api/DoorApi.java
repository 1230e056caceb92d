package io.cesm.web.answer.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.expectation.LinkMisses;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.TakingAnswers;
import io.cesm.web.answer.Crowd;
import io.cesm.web.answer.IncomingAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes answers of whoever holds a link, without an account: the token is in the body, so
 * that it stands in no address. Sent again, an answer is the same answer.
 */
@RestController
class DoorApi extends IntakeEndpoint {

    private final AnswerLinks links;

    private final TakingAnswers taking;

    private final LinkMisses misses;

    private final Crowd crowd;

    DoorApi(AnswerLinks links, TakingAnswers taking, LinkMisses misses, Crowd crowd, MessageSource messages) {
        super(messages);
        this.links = links;
        this.taking = taking;
        this.misses = misses;
        this.crowd = crowd;
    }

    /**
     * An answer.
     *
     * @param link the token of the link
     * @param key at a link that many have: what makes this one answer, chosen by the
     * device
     * @param answeredAt when it was given, if the device had no network then
     * @param offline whether it waited on a device
     * @param answers by key of the item: a value, or a list of values
     */
    record AnswerJson(@NotNull @Nullable String link, @Size(max = 100) @Nullable String key,
            @Size(max = 10) @Nullable String language, @Nullable Instant answeredAt, @Nullable Boolean offline,
            @NotNull @Nullable Map<String, @Nullable Object> answers) {
    }

    @PostMapping("/a/answers")
    public ResponseEntity<?> take(@Valid @RequestBody AnswerJson body, HttpServletRequest request, Locale locale) {
        var network = Crowd.network(request);
        if (misses.tooManyOfThoseSeen(network)) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "answer.crowded", List.of(), Map.of(), locale);
        }
        var link = links.find(body.link(), body.key());
        if (link == null) {
            misses.count(network);
            return problem(HttpStatus.GONE, "answer.closed.EXPIRED", List.of(), Map.of(), locale);
        }
        if (link.open() && (body.key() == null || !crowd.mayAnswer(request))) {
            return body.key() == null
                    ? problem(HttpStatus.UNPROCESSABLE_CONTENT, "answer.key_missing", List.of(), Map.of(), locale)
                    : problem(HttpStatus.TOO_MANY_REQUESTS, "answer.crowded", List.of(), Map.of(), locale);
        }
        return answer(taking.take(way(link, body), new Given(IncomingAnswers.of(body.answers()), body.language(),
                isOffline(body) ? body.answeredAt() : null, null)));
    }

    private static AnswerLink way(AnswerLink link, AnswerJson body) {
        return isOffline(body) ? link.by("OFFLINE") : link;
    }

    private static boolean isOffline(AnswerJson body) {
        return Boolean.TRUE.equals(body.offline());
    }

}
