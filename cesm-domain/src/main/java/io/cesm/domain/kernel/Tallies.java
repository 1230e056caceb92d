package io.cesm.domain.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several questions how many, to be asked in one statement: a statement of their own, or
 * as further columns of another one.
 */
public record Tallies(List<Tally> questions) {

    public static final Tallies NONE = new Tallies(List.of());

    /** The questions as columns, a comma before each. */
    public String columns() {
        return IntStream.range(0, questions.size())
            .mapToObj(i -> ", " + questions.get(i).column(i))
            .collect(Collectors.joining());
    }

    /** The parameters of the columns. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            all.putAll(questions.get(i).params(i));
        }
        return all;
    }

    /** The answers in a row that has the columns, in the order of the questions. */
    public List<Integer> counts(ResultSet row) throws SQLException {
        var counts = new ArrayList<Integer>(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            counts.add(row.getInt("tally_" + i));
        }
        return counts;
    }

    /** Asks them by themselves. */
    public List<Integer> ask(JdbcClient jdbc) {
        return questions.isEmpty() ? List.of()
                : jdbc.sql("select " + columns().substring(2)).params(params()).query((rs, i) -> counts(rs)).single();
    }

}
