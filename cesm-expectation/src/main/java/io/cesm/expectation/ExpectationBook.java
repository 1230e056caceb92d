package io.cesm.expectation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks an expectation up, whole, within the scope of the one who asks. Each question is
 * one statement and needs no transaction of its own.
 */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class ExpectationBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ExpectationBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The expectation of that id.
     * @throws UnknownThing if there is none within reach
     */
    public ExpectationDetails require(ExpectationId id) {
        return find(id, Tallies.NONE).ask(jdbc).orElseThrow(UnknownThing::new);
    }

    /**
     * Asks for the expectation of that id, if it is within reach.
     * @param others what other features want to have counted beside it
     */
    public Question<Optional<ExpectationDetails>> find(ExpectationId id, Tallies others) {
        return details(id, current.actor().scope(), others);
    }

    /** For a customer whose link led here; who may is decided before. */
    ExpectationDetails requireAnywhere(ExpectationId id) {
        return details(id, Scope.all(), Tallies.NONE).ask(jdbc).orElseThrow(UnknownThing::new);
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

    private static Question<Optional<ExpectationDetails>> details(ExpectationId id, Scope scope, Tallies others) {
        Map<String, @Nullable Object> params = new HashMap<>(others.params());
        params.putAll(scope.params());
        params.put("id", id.id());
        return new Question<>(WholeExpectation.select(others) + "e.id = :id and " + scope.sql("e.customer_id"), params,
                rs -> rs.next() ? Optional.of(WholeExpectation.row(rs, others)) : Optional.empty());
    }

}
