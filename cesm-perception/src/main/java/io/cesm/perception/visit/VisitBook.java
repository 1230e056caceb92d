package io.cesm.perception.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.VisitsDue;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads visits, and which customers are due for one. */
@Component
@Transactional(readOnly = true)
public class VisitBook implements VisitsDue {

    /** So many visits or customers a list shows. */
    public static final int SHOWN = 200;

    private static final String LAST = "(select max(v.visited_on) from customer_visit v where v.customer_id = c.id)";

    /** A customer never visited is counted from the day they were entered. */
    private static final String DUE_ON = "coalesce(" + LAST
            + ", cast(c.created_at at time zone 'Asia/Shanghai' as date)) + s.visit_every_days";

    /** Groups are visited in companies. */
    private static final String VISITED = "c.status = 'CUSTOMER' and c.kind <> 'GROUP'";

    /** The one who is responsible: the AR, else the first of the team on that day. */
    private static final String FIRST = """
            (select t.staff_id from account_team t where t.customer_id = c.id and t.valid_from <= :day
                and (t.valid_to is null or t.valid_to >= :day)
              order by case t.role when 'AR' then 1 when 'SR' then 2 when 'FR' then 3 else 4 end, t.backup,
                    t.valid_from desc, t.id limit 1)""";

    /** Customers with a rhythm, and when each is due. */
    private static final String RHYTHM = """
            select c.id, c.number, c.name, c.name_en, s.visit_every_days, %1$s as last_on, %2$s as responsible,
                   %3$s as due_on
              from customer c join service_standard s on s.tier = c.tier
             where %4$s and""".formatted(LAST, FIRST, DUE_ON, VISITED);

    private static final String DUE = """
            select r.*, p.name as person from (%s %%s) r left join staff p on p.id = r.responsible
             where r.due_on <= :day %%s order by r.due_on, r.id limit :most""".formatted(RHYTHM);

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    VisitBook(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /** The latest visits to a customer within reach. */
    public List<Visit> of(CustomerId customer, int most) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select v.id, v.visited_on, s.name as staff, v.contact_id, k.name as contact, v.words
                      from customer_visit v join staff s on s.id = v.staff_id left join contact k on k.id = v.contact_id
                     where v.customer_id = :customer and\s""" + scope.sql("v.customer_id")
                    + " order by v.visited_on desc, v.id desc limit :most")
            .param("customer", customer.id())
            .param("most", most)
            .params(scope.params())
            .query(VisitBook::visit)
            .list();
    }

    /** Where a customer within reach stands in its rhythm. */
    public VisitRhythm rhythm(CustomerId customer) {
        var scope = current.actor().scope();
        return jdbc
            .sql("select " + LAST + " as last_on, case when c.status = 'CUSTOMER' and c.kind <> 'GROUP'"
                    + " then s.visit_every_days end as every_days,"
                    + " cast(c.created_at at time zone 'Asia/Shanghai' as date) as entered_on"
                    + " from customer c left join service_standard s on s.tier = c.tier where c.id = :customer and "
                    + scope.sql("c.id"))
            .param("customer", customer.id())
            .params(scope.params())
            .query(VisitBook::rhythm)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Whether a customer is due for a visit, as a question. */
    public Tally tally(CustomerId customer) {
        return new Tally("(" + RHYTHM + " c.id = :customer) r where r.due_on <= :day",
                Map.of("customer", customer.id(), "day", CompanyTime.today(clock)), 1);
    }

    /** Customers that are due for a visit by somebody: those they are responsible for. */
    public Question<List<DueVisit>> asking(StaffId me, int most) {
        Map<String, Object> params = new HashMap<>();
        params.put("me", me.id());
        params.put("day", CompanyTime.today(clock));
        params.put("most", most);
        return new Question<>(DUE.formatted("c.id in (select m.customer_id from account_team m where m.staff_id = :me)",
                "and r.responsible = :me"), params, new RowMapperResultSetExtractor<>(VisitBook::due));
    }

    /** Customers within reach that are due for a visit, the longest overdue first. */
    public List<DueVisit> due(int most) {
        var scope = current.actor().scope();
        return jdbc.sql(DUE.formatted(scope.sql("c.id"), ""))
            .param("day", CompanyTime.today(clock))
            .param("most", most)
            .params(scope.params())
            .query(VisitBook::due)
            .list();
    }

    @Override
    public String sql(Map<String, Object> params) {
        params.put("visitDay", CompanyTime.today(clock));
        return VISITED + " and exists (select from service_standard s where s.tier = c.tier and " + DUE_ON
                + " <= :visitDay)";
    }

    private static Visit visit(ResultSet rs, int i) throws SQLException {
        return new Visit(rs.getObject("id", UUID.class), rs.getObject("visited_on", LocalDate.class),
                rs.getString("staff"), rs.getObject("contact_id", UUID.class), rs.getString("contact"),
                rs.getString("words"));
    }

    private static VisitRhythm rhythm(ResultSet rs, int i) throws SQLException {
        var last = rs.getObject("last_on", LocalDate.class);
        var every = rs.getObject("every_days", Integer.class);
        var from = last == null ? rs.getObject("entered_on", LocalDate.class) : last;
        return new VisitRhythm(every, last, next(from, every));
    }

    private static @Nullable LocalDate next(LocalDate from, @Nullable Integer every) {
        return every == null ? null : from.plusDays(every);
    }

    private static DueVisit due(ResultSet rs, int i) throws SQLException {
        return new DueVisit(new CustomerId(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("name"), rs.getString("name_en"), rs.getObject("last_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class), rs.getInt("visit_every_days"), rs.getString("person"));
    }

}
