package io.cesm.domain.kernel;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A question to the database that is not asked yet: by itself, or together with others in
 * one {@link Round}.
 *
 * @param <T> the answer
 * @param answer makes the answer of the rows
 */
public record Question<T>(String sql, Map<String, ? extends @Nullable Object> params, ResultSetExtractor<T> answer) {

    /** Asks it by itself. */
    @SuppressWarnings("NullAway") // an answer is never null: the extractors here make
                                  // lists and optionals
    public T ask(JdbcClient jdbc) {
        return jdbc.sql(sql).params(params).query(answer);
    }

}
