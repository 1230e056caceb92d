package io.cesm.domain.intake;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the customer that somebody names for a whole file. */
@Component
public class CustomerByText {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    CustomerByText(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The customer with that number, external key or name.
     * @throws Refusal if there is none within reach, or several of that name
     */
    public CustomerId require(String text) {
        var scope = current.actor().scope();
        var found = jdbc
            .sql("select c.id from customer c where c.status <> 'MERGED'"
                    + " and (c.number = :text or c.external_key = :text or c.name_key = :name) and " + scope.sql("c.id")
                    + " order by (c.name_key = :name and c.number <> :text) limit 2")
            .param("text", text.strip())
            .param("name", NameKey.of(text))
            .params(scope.params())
            .query(java.util.UUID.class)
            .list();
        if (found.size() != 1) {
            throw new Refusal(found.isEmpty() ? "import.customer_unknown" : "import.customer_ambiguous", text.strip());
        }
        return new CustomerId(found.getFirst());
    }

}
