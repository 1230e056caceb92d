package io.cesm.governance.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what may become a TOP issue: complaints, answers that called for a follow-up and
 * expectations not met, by customer, dimension and cause, the heaviest first. Records
 * that are part of an issue already do not count.
 */
@Service
@Transactional(readOnly = true)
public class MiningCandidates {

    private static final int MOST = 40;

    private static final int RECORDS = 40;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    MiningCandidates(CurrentActor current, JdbcClient jdbc, Clock clock) {
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A group of records that belong together.
     *
     * @param weight graver records weigh more: grade 1 four, grade 4 one
     * @param share part of the weight of all, in percent
     * @param together part of the weight up to and with this one, in percent
     */
    public record Candidate(CustomerId customer, String customerName, @Nullable String customerNameEn,
            @Nullable String dimension, @Nullable String dimensionName, @Nullable String dimensionNameEn,
            @Nullable String cause, int complaints, int expectations, int answers, int weight, LocalDate last,
            List<UUID> records, BigDecimal share, BigDecimal together) {

        public int count() {
            return complaints + expectations + answers;
        }

    }

    /** The candidates of the last so many days. */
    public List<Candidate> of(int days, @Nullable CustomerId customer) {
        var actor = current.actor();
        Map<String, @Nullable Object> params = new HashMap<>(actor.scope().params());
        params.put("since", CompanyTime.today(clock).minusDays(days));
        params.put("confidential", actor.may(Right.CONFIDENTIAL_READ));
        params.put("customer", customer == null ? null : customer.id());
        var rows = jdbc
            .sql("select g.*, u.name as customer_name, u.name_en as customer_name_en, d.name as dimension_name,"
                    + " d.name_en as dimension_name_en from (select r.customer_id, r.dimension_code, r.cause,"
                    + " count(*) filter (where r.kind = 'COMPLAINT') as complaints,"
                    + " count(*) filter (where r.kind = 'EXPECTATION') as expectations,"
                    + " count(*) filter (where r.kind = 'FOLLOW_UP') as answers, sum(5 - r.severity) as weight,"
                    + " max(r.happened_on) as last, array_agg(r.id order by r.severity, r.happened_on desc) as records"
                    + " from (" + FindingEvidence.RECORDS.formatted("= 'NOT_MET'") + ") r where r.happened_on > :since"
                    + " and (cast(:customer as uuid) is null or r.customer_id = :customer) and "
                    + actor.scope().sql("r.customer_id")
                    + " and not exists (select 1 from top_issue_evidence e where e.record_id = r.id)"
                    + " group by r.customer_id, r.dimension_code, r.cause) g join customer u on u.id = g.customer_id"
                    + " left join dimension d on d.code = g.dimension_code"
                    + " order by g.weight desc, g.last desc, g.customer_id limit 1000")
            .params(params)
            .query((rs, i) -> new Candidate(new CustomerId(rs.getObject("customer_id", UUID.class)),
                    rs.getString("customer_name"), rs.getString("customer_name_en"), rs.getString("dimension_code"),
                    rs.getString("dimension_name"), rs.getString("dimension_name_en"), rs.getString("cause"),
                    rs.getInt("complaints"), rs.getInt("expectations"), rs.getInt("answers"), rs.getInt("weight"),
                    requireNonNull(rs.getObject("last", LocalDate.class)),
                    Arrays.stream((UUID[]) rs.getArray("records").getArray()).limit(RECORDS).toList(), BigDecimal.ZERO,
                    BigDecimal.ZERO))
            .list();
        return shared(rows);
    }

    private static List<Candidate> shared(List<Candidate> rows) {
        int all = rows.stream().mapToInt(Candidate::weight).sum();
        var shared = new ArrayList<Candidate>();
        int sum = 0;
        for (var it : rows.subList(0, Math.min(MOST, rows.size()))) {
            sum += it.weight();
            shared.add(new Candidate(it.customer(), it.customerName(), it.customerNameEn(), it.dimension(),
                    it.dimensionName(), it.dimensionNameEn(), it.cause(), it.complaints(), it.expectations(),
                    it.answers(), it.weight(), it.last(), it.records(), percent(it.weight(), all), percent(sum, all)));
        }
        return shared;
    }

    private static BigDecimal percent(int part, int all) {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(Math.max(1, all)), 1, RoundingMode.HALF_EVEN);
    }

}
