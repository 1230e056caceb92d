package io.cesm.domain.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a person of a customer that is within reach by what a file says of them: any
 * phone in any writing, any mail address, WeCom id, key, name or former name.
 */
@Component
public class ContactByText {

    private final JdbcClient jdbc;

    ContactByText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The one person all these texts fit.
     * @throws Refusal if one of them fits nobody there, or all of them fit several people
     */
    public ContactId require(CustomerId customer, List<String> texts) {
        Set<ContactId> all = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            var some = find(customer, texts.get(i));
            if (some.isEmpty()) {
                throw new Refusal("import.contact_unknown", texts.get(i));
            }
            if (i == 0) {
                all.addAll(some);
            }
            else {
                all.retainAll(some);
            }
        }
        if (all.size() != 1) {
            throw new Refusal(all.isEmpty() ? "import.contact_unknown" : "import.contact_ambiguous",
                    String.join(", ", texts));
        }
        return all.iterator().next();
    }

    private List<ContactId> find(CustomerId customer, String text) {
        return jdbc.sql("""
                select k.id from contact k
                 where k.customer_id = :customer and k.merged_into is null
                   and (k.name_key = :name or k.external_key = :text
                        or exists (select 1 from contact_point p where p.contact_id = k.id
                                      and p.kind || ' ' || p.normal = any(:points)))
                 order by k.id limit 5""")
            .param("customer", customer.id())
            .param("name", NameKey.of(text))
            .param("text", text.strip())
            .param("points", points(text))
            .query((rs, i) -> new ContactId(rs.getObject(1, UUID.class)))
            .list();
    }

    private static String[] points(String text) {
        Set<String> points = new LinkedHashSet<>();
        for (var kind : PointKind.values()) {
            try {
                points.add(kind + " " + PointText.normal(kind, PointText.value(kind, text)));
            }
            catch (Refusal notOfThatKind) {
                // it may be of another kind
            }
        }
        return points.toArray(String[]::new);
    }

}
