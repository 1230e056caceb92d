package io.cesm.satisfaction.answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door through which answers leave. The database refuses to change or delete an
 * answer unless the transaction says that it may; whoever deletes answers says so here,
 * for as long as it takes and no longer than the transaction.
 */
@Component
public class LettingAnswersGo {

    private final JdbcClient jdbc;

    LettingAnswersGo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void during(Runnable work) {
        say("yes");
        work.run();
        say("");
    }

    private void say(String word) {
        jdbc.sql("select set_config('cesm.answers_may_go', :word, true)")
            .param("word", word)
            .query(String.class)
            .single();
    }

}
