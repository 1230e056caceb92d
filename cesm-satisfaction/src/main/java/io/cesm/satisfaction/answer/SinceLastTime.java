package io.cesm.satisfaction.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a respondent who comes back what was done since they answered the last time. Who
 * answers anonymously is not greeted with what they once said.
 */
@Service
@Transactional(readOnly = true)
public class SinceLastTime {

    private static final int A_YEAR = 12;

    private final JdbcClient jdbc;

    private final List<WhatWasDone> knowing;

    private final Clock clock;

    SinceLastTime(JdbcClient jdbc, List<WhatWasDone> knowing, Clock clock) {
        this.jdbc = jdbc;
        this.knowing = List.copyOf(knowing);
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param last when they answered the time before, null if they never did
     */
    public record Done(@Nullable LocalDate last, List<WhatWasDone.Deed> deeds) {
    }

    public Done of(AnswerLink link) {
        var contact = link.who().contact();
        var customer = link.who().customer();
        if (contact == null || customer == null || link.survey().anonymous()) {
            return new Done(null, List.of());
        }
        // answered_on of this very answer is not the time before
        var last = jdbc.sql("""
                select max(answered_on) from survey_response
                 where customer_id = ? and contact_id = ? and survey_id <> ?""")
            .params(customer, contact, link.survey().id())
            .query((rs, i) -> java.util.Optional.ofNullable(rs.getObject(1, LocalDate.class)))
            .single()
            .orElse(null);
        var since = last != null ? last : CompanyTime.today(clock).minusMonths(A_YEAR);
        return new Done(last,
                knowing.stream()
                    .flatMap(it -> it.since(customer, contact, since).stream())
                    .sorted(Comparator.comparing(WhatWasDone.Deed::on).reversed())
                    .toList());
    }

}
