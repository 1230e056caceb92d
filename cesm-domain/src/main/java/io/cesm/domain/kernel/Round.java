package io.cesm.domain.kernel;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Several questions that travel to the database and back together. A page that shows five
 * things waits once instead of five times, and nobody is woken in between.
 */
public final class Round {

    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final StringBuilder sql = new StringBuilder();

    private final Map<String, @Nullable Object> params = new HashMap<>();

    private final List<Answer<?>> answers = new ArrayList<>();

    /** Takes a question along; its answer is there after {@link #go}. */
    public <T> Answer<T> ask(Question<T> question) {
        int place = answers.size();
        sql.append(place == 0 ? "" : ";\n").append(NAMED.matcher(question.sql()).replaceAll(":$1_q" + place));
        question.params().forEach((name, value) -> params.put(name + "_q" + place, value));
        var answer = new Answer<>(question);
        answers.add(answer);
        return answer;
    }

    /** Asks them all; if there are none, nobody is asked. */
    public void go(NamedParameterJdbcOperations jdbc) {
        if (answers.isEmpty()) {
            return;
        }
        jdbc.execute(sql.toString(), params, this::read);
    }

    private int read(PreparedStatement statement) throws SQLException {
        statement.execute();
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                statement.getMoreResults();
            }
            try (var rows = requireNonNull(statement.getResultSet())) {
                answers.get(i).read(rows);
            }
        }
        return answers.size();
    }

    /** What a question will be answered. */
    public static final class Answer<T> {

        private final Question<T> question;

        private @Nullable T given;

        private Answer(Question<T> question) {
            this.question = question;
        }

        private void read(java.sql.ResultSet rows) throws SQLException {
            given = question.answer().extractData(rows);
        }

        /** The answer. */
        public T get() {
            return requireNonNull(given);
        }

    }

}
