package io.cesm.satisfaction.aftercare;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two marks a complainant gives by their own link, once. There is no other way in: no
 * one of us can give or record them.
 */
@Service
@Transactional
public class ScoringByLink {

    private static final Duration OPEN_FOR = Duration.ofDays(60);

    private final CaseByLink cases;

    private final LevelLedger ledger;

    private final Clock clock;

    private final JdbcClient jdbc;

    ScoringByLink(CaseByLink cases, LevelLedger ledger, Clock clock, JdbcClient jdbc) {
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private record Asked(UUID id, UUID complaint, String number, CustomerId customer, @Nullable String dimension) {
    }

    /** Whether the holder of a link is asked for their marks now. */
    @Transactional(readOnly = true)
    public boolean isAsked(String token) {
        return asked(token, false) != null;
    }

    /** Takes both marks of 0 to 10. */
    public void score(String token, @Nullable Integer handling, @Nullable Integer outcome, @Nullable String words) {
        var asked = asked(token, true);
        if (asked == null) {
            throw new Refusal("score.not_asked");
        }
        judge(handling, "handling");
        judge(outcome, "outcome");
        jdbc.sql("""
                update complaint_score set state = 'ANSWERED', handling = :handling, outcome = :outcome, words = :words,
                       answered_at = :now where id = :id""")
            .param("handling", requireNonNull(handling))
            .param("outcome", requireNonNull(outcome))
            .param("words", Texts.optional(words, 2000, "words"))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", asked.id())
            .update();
        if (asked.dimension() != null) {
            ledger.put(Reading.of(asked.customer(), asked.dimension(), Level.P,
                    BigDecimal.valueOf(5L * (handling + outcome)), CompanyTime.today(clock),
                    new ReadingSource(ReadingSource.COMPLAINT, asked.complaint(), asked.number())));
        }
    }

    private static void judge(@Nullable Integer mark, String field) {
        if (mark == null) {
            throw new FieldRefusal(field, "score.missing");
        }
        if (mark < 0 || mark > 10) {
            throw new FieldRefusal(field, "number.range", 0, 10);
        }
    }

    private @Nullable Asked asked(String token, boolean toAnswer) {
        var holder = cases.holder(token).orElse(null);
        if (holder == null) {
            return null;
        }
        return jdbc
            .sql("""
                    select s.id, c.id as complaint, c.number, c.customer_id, c.dimension_code from complaint_score s
                      join complaint c on c.id = s.complaint_id and c.reopened_count = s.round and c.state = 'CLOSED'
                     where s.complaint_id = :complaint and s.contact_id = :contact and s.state = 'ASKED' and s.at > :since"""
                    + (toAnswer ? " for update of s" : ""))
            .param("complaint", holder.complaint().id())
            .param("contact", holder.contact().id())
            .param("since", clock.instant().minus(OPEN_FOR).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new Asked(requireNonNull(rs.getObject("id", UUID.class)),
                    requireNonNull(rs.getObject("complaint", UUID.class)), rs.getString("number"),
                    new CustomerId(requireNonNull(rs.getObject("customer_id", UUID.class))),
                    rs.getString("dimension_code")))
            .optional()
            .orElse(null);
    }

}
