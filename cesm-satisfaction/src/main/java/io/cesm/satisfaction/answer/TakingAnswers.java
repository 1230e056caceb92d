package io.cesm.satisfaction.answer;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.AnswerFault;
import io.cesm.satisfaction.questionnaire.Asking;
import io.cesm.satisfaction.questionnaire.AskedPage;
import io.cesm.satisfaction.questionnaire.Extraction;
import io.cesm.satisfaction.questionnaire.Judging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes complete answers, each once: judged, stored and acknowledged with a receipt. What
 * follows from an answer is told afterwards by a job.
 */
@Service
public class TakingAnswers {

    /** How long after the end a device may still send what was answered before it. */
    private static final Duration LATE = Duration.ofDays(14);

    private static final int MOST_VALUES = 2_000;

    private final AnswerLinks links;

    private final AnswerWriter writer;

    private final AnswerUploads uploads;

    private final AnswerSeal seal;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    TakingAnswers(AnswerLinks links, AnswerWriter writer, AnswerUploads uploads, AnswerSeal seal, CurrentActor current,
            JdbcClient jdbc, Clock clock) {
        this.links = links;
        this.writer = writer;
        this.uploads = uploads;
        this.seal = seal;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the answer of whoever holds a link.
     * @throws LinkClosed if the link cannot be answered now
     * @throws FaultyAnswers if something is missing or wrong
     * @throws Refusal if the same key brought another answer before
     */
    public Receipt take(AnswerLink link, Given given) {
        var now = clock.instant();
        var at = moment(given.at(), now);
        if (link.state() == LinkState.ANSWERED) {
            return before(link, digest(link, given));
        }
        if (link.state() != LinkState.OPEN && !late(link, at, now)) {
            throw new LinkClosed(link.state());
        }
        if (given.answers().values().size() > MOST_VALUES) {
            throw new Refusal("answer.too_many");
        }
        var pages = new Asking(link.definition(), link.circumstances()).pages(given.answers());
        judge(pages, given);
        var answer = StoredAnswer.of(Extraction.of(pages, given.answers()));
        var language = language(link, given);
        var digest = digest(link, given);
        var written = link.survey().anonymous() ? writer.hold(link, language, answer, digest)
                : write(link, given, language, answer, digest, at);
        return written ? new Receipt(seal.receipt(link.survey().id().toString(), link.key()), false)
                : before(link, digest);
    }

    private boolean write(AnswerLink link, Given given, String language, StoredAnswer answer, byte @Nullable [] digest,
            Instant at) {
        var id = Uuid7.at(at.toEpochMilli());
        boolean written = writer.write(link, id, given, language, answer, digest, at);
        if (written) {
            uploads.belongTo(link, id, given.answers());
        }
        return written;
    }

    /**
     * Takes an answer that another system, or somebody of the staff, sends.
     * @param key what makes it one answer in that system
     * @param contact who answered, null if nobody is known
     */
    public Receipt send(UUID survey, String key, @Nullable UUID contact, @Nullable UUID customer,
            Map<String, String> about, Given given) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        if (key.isBlank() || key.length() > 100) {
            throw new FieldRefusal("key", "answer.key_missing");
        }
        var link = links.ofSystem(survey, contact, customer, about, "api:" + key);
        if (link.survey().anonymous() && (contact != null || customer != null)) {
            throw new FieldRefusal("contact", "answer.anonymous_names_nobody");
        }
        requireScope(link);
        return take(link, given);
    }

    /** Whoever sends answers of a customer has to see the customer. */
    private void requireScope(AnswerLink link) {
        var scope = current.actor().scope();
        var customer = link.who().customer();
        if (customer == null && !scope.everything()) {
            current.actor().requireMay(Right.SURVEY_EDIT);
        }
        if (customer != null && jdbc.sql("select count(*) from customer c where c.id = :id and " + scope.sql("c.id"))
            .param("id", customer)
            .params(scope.params())
            .query(Integer.class)
            .single() == 0) {
            throw new UnknownThing();
        }
    }

    private static void judge(List<AskedPage> pages, Given given) {
        List<AnswerFault> faults = new ArrayList<>();
        pages.forEach(page -> faults.addAll(Judging.page(page, given.answers())));
        if (!faults.isEmpty()) {
            throw new FaultyAnswers(faults);
        }
        if (pages.stream().noneMatch(it -> it.fields().stream().anyMatch(given.answers()::has))) {
            throw new Refusal("answer.empty");
        }
    }

    private Receipt before(AnswerLink link, byte @Nullable [] digest) {
        var kept = jdbc.sql("select digest from survey_response_key where survey_id = ? and key = ?")
            .params(link.survey().id(), link.key())
            .query((rs, i) -> java.util.Optional.ofNullable(rs.getBytes(1)))
            .optional();
        if (kept.isEmpty()) {
            throw new LinkClosed(LinkState.ANSWERED);
        }
        if (digest != null && kept.get().isPresent() && !MessageDigest.isEqual(kept.get().get(), digest)) {
            throw new Refusal("answer.key_reused");
        }
        return new Receipt(seal.receipt(link.survey().id().toString(), link.key()), true);
    }

    /**
     * Tells whether a repetition says the same. For anonymous invitations there is none:
     * whoever holds the key could try answers until one fits.
     */
    private byte @Nullable [] digest(AnswerLink link, Given given) {
        if (link.survey().anonymous() && link.invitation() != null) {
            return null;
        }
        return seal.digest("answer\n" + link.key() + "\n" + new TreeMap<>(given.answers().values()));
    }

    private static String language(AnswerLink link, Given given) {
        var wanted = given.language() != null ? given.language() : link.who().language();
        return link.definition().language(wanted == null ? link.definition().base() : wanted);
    }

    private static Instant moment(@Nullable Instant given, Instant now) {
        return given == null || given.isAfter(now) || given.isBefore(now.minus(LATE)) ? now : given;
    }

    /** Answered on a device in time, and sent when there was a network again. */
    private static boolean late(AnswerLink link, Instant at, Instant now) {
        var closes = link.survey().closesOn();
        return link.state() == LinkState.CLOSED && at.isBefore(now) && link.channel().equals("OFFLINE")
                && closes != null && !CompanyTime.dayOf(at).isAfter(closes)
                && !CompanyTime.dayOf(now).isAfter(closes.plusDays(LATE.toDays()));
    }

}
