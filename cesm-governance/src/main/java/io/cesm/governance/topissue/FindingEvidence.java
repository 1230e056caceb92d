package io.cesm.governance.topissue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.topissue.Evidence;
import io.cesm.domain.topissue.EvidenceKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the records that show an issue, wherever they lie, within the scope of the one
 * who asks, with how grave each is: the grade of a complaint, the importance of an
 * expectation, the level of an answer.
 */
@Service
@Transactional(readOnly = true)
public class FindingEvidence {

    /**
     * All records that can show an issue, in one shape; confidential answers only for
     * whoever may read them.
     */
    static final String RECORDS = """
            select 'COMPLAINT' as kind, c.id, c.number, c.customer_id, c.subject as words, c.dimension_code,
                   c.cause_class as cause, c.grade as severity,
                   cast(c.received_at at time zone 'Asia/Shanghai' as date) as happened_on
              from complaint c where c.kind = 'COMPLAINT' and c.state not in ('WITHDRAWN', 'MERGED')
            union all
            select 'EXPECTATION', e.id, e.number, e.customer_id, e.verbatim, e.dimension_code, null,
                   case when e.importance >= 5 then 1 when e.importance = 4 then 2 when e.importance = 3 then 3 else 4 end,
                   coalesce(e.answered_on, e.said_on)
              from expectation e where e.state %s
            union all
            select 'FOLLOW_UP', f.id, f.number, f.customer_id, coalesce(f.customer_said, f.outcome), null, nullif(upper(f.cause), 'OUTSIDE'),
                   case when f.level <= 20 then 1 when f.level <= 40 then 2 when f.level <= 60 then 3 else 4 end, f.answered_on
              from follow_up f where (not f.confidential or :confidential)
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    FindingEvidence(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * Records by their ids.
     * @throws UnknownThing if one of them is not there or not within reach
     */
    public List<Evidence> of(Collection<UUID> ids) {
        var wanted = new LinkedHashSet<>(ids);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = rows("r.id = any(:wanted)", wanted.toArray(UUID[]::new));
        if (found.size() != wanted.size()) {
            throw new UnknownThing();
        }
        return found;
    }

    /**
     * Records by the numbers people quote, separated by anything but letters, digits and
     * dashes.
     */
    public List<Evidence> ofNumbers(String numbers) {
        var wanted = new LinkedHashSet<String>();
        Arrays.stream(numbers.toUpperCase(Locale.ROOT).split("[^A-Z0-9-]+"))
            .filter(it -> !it.isBlank())
            .forEach(wanted::add);
        if (wanted.isEmpty() || wanted.size() > 200) {
            throw new FieldRefusal("numbers", "topissue.evidence.numbers");
        }
        var found = rows("r.number = any(:wanted)", wanted.toArray(String[]::new));
        var missing = new ArrayList<>(wanted);
        found.forEach(it -> missing.remove(it.number()));
        if (!missing.isEmpty()) {
            throw new FieldRefusal("numbers", "topissue.evidence.unknown", String.join(", ", missing));
        }
        return found;
    }

    /**
     * Complaints by numbers or ids; those that are not there or not within reach are
     * missing.
     */
    public List<Evidence> complaints(Collection<String> numbers, Collection<UUID> ids) {
        return rows("r.kind = 'COMPLAINT' and (r.number = any(:wanted) or r.id = any(:ids))",
                numbers.toArray(String[]::new), ids.toArray(UUID[]::new));
    }

    private List<Evidence> rows(String condition, Object[] wanted) {
        return rows(condition, wanted, new UUID[0]);
    }

    private List<Evidence> rows(String condition, Object[] wanted, UUID[] ids) {
        var actor = current.actor();
        return jdbc
            .sql("select r.* from (" + RECORDS.formatted("not in ('WITHDRAWN', 'MERGED')") + ") r where " + condition
                    + " and " + actor.scope().sql("r.customer_id") + " order by r.happened_on, r.number")
            .param("wanted", wanted)
            .param("ids", ids)
            .param("confidential", actor.may(Right.CONFIDENTIAL_READ))
            .params(actor.scope().params())
            .query(FindingEvidence::evidence)
            .list();
    }

    static Evidence evidence(ResultSet rs, int i) throws SQLException {
        return new Evidence(EvidenceKind.valueOf(rs.getString("kind")), rs.getObject("id", UUID.class),
                rs.getString("number"), new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("words"),
                requireNonNull(rs.getObject("happened_on", LocalDate.class)), rs.getInt("severity"));
    }

}
