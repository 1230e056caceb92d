package io.cesm.domain.complaint;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills the places of a text that goes to many, in the language of each. */
@Component
class IncidentWords {

    private static final Set<String> NAMES = Set.of("contact", "customer", "number", "owner");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]{0,40})}}");

    private final JdbcClient jdbc;

    IncidentWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text in both languages; without English everybody gets the Chinese one. */
    record Text(String zh, @Nullable String en) {
    }

    /** The first place nobody can fill, null if all can. */
    static @Nullable String unknown(Text text) {
        return PLACE.matcher(text.zh() + " " + (text.en() == null ? "" : text.en()))
            .results()
            .map(it -> it.group(1).strip())
            .filter(it -> !NAMES.contains(it))
            .findFirst()
            .orElse(null);
    }

    String fill(ComplaintId complaint, Text text) {
        return jdbc.sql("""
                select c.number, k.name as contact, k.language, u.name as customer, o.name as owner from complaint c
                  join contact k on k.id = c.contact_id join customer u on u.id = c.customer_id
                  left join staff o on o.id = c.owner_id where c.id = :id""")
            .param("id", complaint.id())
            .query((rs, i) -> {
                var owner = rs.getString("owner");
                var known = Map.of("number", rs.getString("number"), "contact", rs.getString("contact"), "customer",
                        rs.getString("customer"), "owner", owner == null ? "" : owner);
                var words = "en".equals(rs.getString("language")) && text.en() != null ? text.en() : text.zh();
                return PLACE.matcher(words)
                    .replaceAll(it -> Matcher.quoteReplacement(known.getOrDefault(it.group(1).strip(), "")));
            })
            .optional()
            .orElseThrow(UnknownThing::new);
    }

}
