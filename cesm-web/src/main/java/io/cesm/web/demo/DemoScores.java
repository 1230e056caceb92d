package io.cesm.web.demo;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.aftercare.AskingAfterwards;
import io.cesm.satisfaction.aftercare.ScoringByLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the complainants of the demo company day by day, and lets most of them answer. */
@Component
class DemoScores {

    private static final int DAYS = 60;

    private static final String[] WORDS = { "处理得快，讲得清楚。", "结果可以，就是前两天没人联系。", "希望下次不要再催。", "" };

    private final AskingAfterwards asking;

    private final ScoringByLink scoring;

    private final OfferingCaseLinks offering;

    private final Batch batch;

    private final Clock clock;

    private final JdbcClient jdbc;

    DemoScores(AskingAfterwards asking, ScoringByLink scoring, OfferingCaseLinks offering, Batch batch, Clock clock,
            JdbcClient jdbc) {
        this.asking = asking;
        this.scoring = scoring;
        this.offering = offering;
        this.batch = batch;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private record Asked(UUID complaint, UUID contact, Instant at) {
    }

    void give() {
        Acting.as(Actor.system(DemoCompany.MAKER), () -> {
            for (int ago = DAYS; ago > 0; ago--) {
                var morning = CompanyTime.today(clock)
                    .minusDays(ago)
                    .atTime(10, 0)
                    .atZone(CompanyTime.ZONE)
                    .toInstant();
                ScopedClock.at(morning, () -> {
                    batch.run(asking::ask);
                    return true;
                });
            }
            answer();
        });
    }

    private void answer() {
        var asked = jdbc
            .sql("select complaint_id, contact_id, at from complaint_score where state = 'ASKED'"
                    + " and at < :until order by at, complaint_id")
            .param("until", clock.instant().minusSeconds(90_000).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new Asked(requireNonNull(rs.getObject(1, UUID.class)),
                    requireNonNull(rs.getObject(2, UUID.class)),
                    requireNonNull(rs.getObject(3, OffsetDateTime.class)).toInstant()))
            .list();
        int n = 0;
        for (var it : asked) {
            int mark = 10 - (n * 7) % 6;
            var words = WORDS[n % WORDS.length];
            if (n++ % 5 != 4) {
                ScopedClock.at(it.at().plusSeconds(80_000), () -> {
                    batch.run(() -> score(it, mark, words));
                    return true;
                });
            }
        }
    }

    private void score(Asked it, int mark, String words) {
        var complaint = new ComplaintId(it.complaint());
        var token = offering.token(complaint, offering.offer(complaint, new ContactId(it.contact())));
        scoring.score(token, mark, Math.max(3, mark - 2), words.isEmpty() ? null : words);
    }

}
