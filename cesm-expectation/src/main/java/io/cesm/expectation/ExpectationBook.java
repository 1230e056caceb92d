package io.cesm.expectation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks an expectation up, whole, within the scope of the one who asks. */
@Component
@Transactional(readOnly = true)
public class ExpectationBook {

    private final Expectations expectations;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ExpectationBook(Expectations expectations, JdbcClient jdbc, CurrentActor current) {
        this.expectations = expectations;
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The expectation of that id.
     * @throws UnknownThing if there is none within reach
     */
    public ExpectationDetails require(ExpectationId id) {
        return details(id, current.actor().scope());
    }

    /** For a customer whose link led here; who may is decided before. */
    ExpectationDetails requireAnywhere(ExpectationId id) {
        return details(id, Scope.all());
    }

    /** Whether the one who asks may read it. */
    public boolean mayRead(ExpectationId id) {
        var scope = current.actor().scope();
        return jdbc.sql("select 1 from expectation e where e.id = :id and " + scope.sql("e.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(Integer.class)
            .optional()
            .isPresent();
    }

    /** The expectation with a number people quote, if it is within reach. */
    public Optional<ExpectationId> byNumber(String number) {
        var scope = current.actor().scope();
        return jdbc.sql("select e.id from expectation e where e.number = :number and " + scope.sql("e.customer_id"))
            .param("number", number.strip().toUpperCase(Locale.ROOT))
            .params(scope.params())
            .query(UUID.class)
            .optional()
            .map(ExpectationId::new);
    }

    private ExpectationDetails details(ExpectationId id, Scope scope) {
        var heading = jdbc
            .sql("""
                    select e.number, c.name as customer_name, c.name_en as customer_name_en, c.tier,
                           k.name as contact_name, k.title as contact_title, k.language as contact_language,
                           (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL' and not p.former
                             order by p.preferred desc, p.created_at desc limit 1) as contact_email,
                           d.name as dimension_name, d.name_en as dimension_name_en
                      from expectation e
                      join customer c on c.id = e.customer_id
                      join contact k on k.id = e.contact_id
                      left join dimension d on d.code = e.dimension_code
                     where e.id = :id and """
                    + scope.sql("e.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(ExpectationDetails.Heading.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        var expectation = expectations.findById(id).orElseThrow(UnknownThing::new);
        return ExpectationDetails.of(expectation, heading, names(expectation));
    }

    private Map<UUID, String> names(Expectation it) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                select k.id, k.name from expectation e
                  join contact k on k.id in (e.contact_id, e.clarified_with, e.told_contact, e.answered_contact)
                 where e.id = :id
                union all
                select s.id, s.name from expectation e
                  join staff s on s.id in (e.owner_id, e.captured_by, e.committed_by, e.told_by, e.delivered_by,
                                           e.answer_proxy)
                 where e.id = :id
                union all
                select m.id, m.number from expectation e join expectation m on m.id = e.merged_into
                 where e.id = :id""").param("id", it.id().id()).query(rs -> {
            names.put(rs.getObject(1, UUID.class), rs.getString(2));
        });
        return Map.copyOf(names);
    }

}
