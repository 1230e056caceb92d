package io.cesm.governance.diagnosis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * All cases as one table {@code g}: what it is, where and when it showed, and its gap.
 * Complaints, follow-ups and TOP issues have the gap of their cause; an expectation has
 * the gap of the step at which most was lost. A judgement by hand goes before every rule.
 */
record GapSql(String with, Map<String, @Nullable Object> params) {

    /** So long an expectation may wait before it counts as not understood. */
    static final int DAYS_TO_UNDERSTAND = 30;

    private static final String CASES = """
            with g as (
            select 'COMPLAINT' as source, x.id, x.number, x.subject as words, x.customer_id, x.flow, x.dimension_code,
                   cast(x.received_at at time zone :zone as date) as day,
                   coalesce(j.gap, rf.gap, r.gap) as gap, j.because
              from complaint x
              left join gap_judgement j on j.source = 'COMPLAINT' and j.record_id = x.id
              left join gap_rule rf on rf.source = 'COMPLAINT' and rf.code = x.cause_class and rf.flow = x.flow
              left join gap_rule r on r.source = 'COMPLAINT' and r.code = x.cause_class and r.flow = 'ANY'
             where x.kind = 'COMPLAINT' and x.state not in ('WITHDRAWN', 'MERGED')
               and x.received_at >= :start and x.received_at < :end
            union all
            select 'FOLLOW_UP', f.id, f.number, coalesce(f.outcome, f.customer_said, f.number), f.customer_id, f.flow, null,
                   cast(f.closed_at at time zone :zone as date), coalesce(j.gap, rf.gap, r.gap), j.because
              from follow_up f
              left join gap_judgement j on j.source = 'FOLLOW_UP' and j.record_id = f.id
              left join gap_rule rf on rf.source = 'FOLLOW_UP' and rf.code = f.cause and rf.flow = f.flow
              left join gap_rule r on r.source = 'FOLLOW_UP' and r.code = f.cause and r.flow = 'ANY'
             where f.state = 'DONE' and f.closed_at >= :start and f.closed_at < :end and %1$s
               and not exists (select from follow_up_link l where l.follow_up_id = f.id and l.kind in ('COMPLAINT', 'EXPECTATION'))
            union all
            select 'EXPECTATION', e.id, e.number, coalesce(e.understood, e.verbatim), e.customer_id, e.flow, e.dimension_code,
                   e.day, coalesce(j.gap, e.gap), j.because
              from (select y.*, coalesce(y.answered_on, y.committed_on, cast(y.captured_at at time zone :zone as date) + :patience) as day,
                           case when y.state = 'CAPTURED' then 'KNOWLEDGE'
                                when y.state = 'COMMITTED' or least(y.ce, y.dc, y.pd) >= 0
                                    then case when y.flow = 'IPD' then 'PRODUCTION' else 'DELIVERY' end
                                when y.ce = least(y.ce, y.dc, y.pd) then 'SPECIFICATION'
                                when y.dc = least(y.ce, y.dc, y.pd)
                                    then case when y.flow = 'IPD' then 'PRODUCTION' else 'DELIVERY' end
                                else 'CUSTOMER' end as gap
                      from (select z.*, coalesce(z.committed_level - z.expected_level, 0) as ce,
                                   coalesce(z.delivered_level - z.committed_level, 0) as dc,
                                   coalesce(z.perceived_level - z.delivered_level, 0) as pd
                              from expectation z
                             where (z.state = 'NOT_MET')
                                or (z.state = 'CONFIRMED' and z.perceived_level < z.expected_level)
                                or (z.state = 'COMMITTED' and z.committed_on < :today)
                                or (z.state = 'CAPTURED' and z.captured_at < :heard)) y) e
              left join gap_judgement j on j.source = 'EXPECTATION' and j.record_id = e.id
             where e.day between :from and :to
            union all
            select 'TOP_ISSUE', t.id, t.number, t.title, t.customer_id, t.flow, t.dimension_code,
                   cast(t.nominated_at at time zone :zone as date), coalesce(j.gap, rf.gap, r.gap), j.because
              from top_issue t
              left join gap_judgement j on j.source = 'TOP_ISSUE' and j.record_id = t.id
              left join gap_rule rf on rf.source = 'COMPLAINT' and rf.code = t.cause_class and rf.flow = t.flow
              left join gap_rule r on r.source = 'COMPLAINT' and r.code = t.cause_class and r.flow = 'ANY'
             where t.cause_class is not null and t.state <> 'WITHDRAWN'
               and t.nominated_at >= :start and t.nominated_at < :end)
            """;

    static GapSql of(DiagnosisFilter filter, Actor actor, LocalDate today) {
        Map<String, @Nullable Object> params = new HashMap<>(actor.scope().params());
        params.put("zone", CompanyTime.ZONE.getId());
        params.put("start", CompanyTime.startOf(filter.from()).atOffset(java.time.ZoneOffset.UTC));
        params.put("end", CompanyTime.startOf(filter.to().plusDays(1)).atOffset(java.time.ZoneOffset.UTC));
        params.put("from", filter.from());
        params.put("to", filter.to());
        params.put("today", today);
        params.put("patience", DAYS_TO_UNDERSTAND);
        params.put("heard",
                CompanyTime.startOf(today.minusDays(DAYS_TO_UNDERSTAND)).atOffset(java.time.ZoneOffset.UTC));
        return new GapSql(CASES.formatted(actor.may(Right.CONFIDENTIAL_READ) ? "true" : "not f.confidential"), params);
    }

    /** Whose cases, with {@code cu} as the customer. */
    static String customers(DiagnosisFilter filter, Actor actor, Map<String, @Nullable Object> params) {
        var sql = new StringBuilder(actor.scope().sql("cu.id"));
        if (filter.tier() != null) {
            sql.append(" and cu.tier = :tier");
            params.put("tier", filter.tier());
        }
        var unit = filter.unit();
        if (unit != null) {
            sql.append(" and cu.unit_id in (select below.id from org_unit top join org_unit below"
                    + " on starts_with(below.path, top.path) where top.id = :unit)");
            params.put("unit", unit.id());
        }
        return sql.toString();
    }

}
