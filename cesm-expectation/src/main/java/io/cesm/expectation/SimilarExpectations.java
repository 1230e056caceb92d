package io.cesm.expectation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds expectations of the same customer that say nearly the same. Compared are
 * overlapping pairs of Chinese characters and whole Latin words, so that already a word
 * of two characters finds its like.
 */
@Component
@Transactional(readOnly = true)
public class SimilarExpectations {

    private static final int LOOKED_AT = 500;

    private static final double ENOUGH = 0.4;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    SimilarExpectations(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * An expectation that says nearly the same.
     *
     * @param likeness share of the shorter one's pairs and words that the other one has,
     * 0 to 1
     */
    public record Similar(ExpectationId id, String number, String verbatim, ExpectationState state, String contactName,
            double likeness) {
    }

    /**
     * The most similar ones, the most similar first.
     * @param except leaves this one out
     */
    public List<Similar> of(CustomerId customer, @Nullable String words, @Nullable ExpectationId except, int limit) {
        var mine = meaningful(SearchText.tokens(words));
        if (mine.isEmpty()) {
            return List.of();
        }
        var scope = current.actor().scope();
        var any = String.join(" | ", mine.stream().map(token -> "'" + token + "'").toList());
        return jdbc.sql("""
                select e.id, e.number, e.verbatim, e.state, k.name as contact_name
                  from expectation e join contact k on k.id = e.contact_id
                 where e.customer_id = :customer and e.state <> 'MERGED' and e.search @@ cast(:any as tsquery)
                   and """ + scope.sql("e.customer_id") + " order by e.captured_at desc, e.id desc limit " + LOOKED_AT)
            .param("customer", customer.id())
            .param("any", any)
            .params(scope.params())
            .query((rs, i) -> new Similar(new ExpectationId(rs.getObject("id", UUID.class)), rs.getString("number"),
                    rs.getString("verbatim"), ExpectationState.valueOf(rs.getString("state")),
                    rs.getString("contact_name"),
                    likeness(mine, meaningful(SearchText.tokens(rs.getString("verbatim"))))))
            .list()
            .stream()
            .filter(it -> it.likeness() >= ENOUGH && !it.id().equals(except))
            .sorted(Comparator.comparingDouble(Similar::likeness).reversed())
            .limit(limit)
            .toList();
    }

    static double likeness(Set<String> one, Set<String> other) {
        var shorter = Math.min(one.size(), other.size());
        if (shorter == 0) {
            return 0;
        }
        var shared = one.stream().filter(other::contains).count();
        return (double) shared / shorter;
    }

    /** Single characters say too little; numbers alone say nothing of the matter. */
    static Set<String> meaningful(String[] tokens) {
        return Arrays.stream(tokens)
            .filter(token -> token.codePointCount(0, token.length()) > 1)
            .filter(token -> !token.chars().allMatch(Character::isDigit))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

}
