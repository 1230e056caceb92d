package io.cesm.satisfaction.reading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows new answers to those who want to see them. Several nodes may do so at the same
 * time; each answer goes to one of them. An answer that cannot be read is tried again a
 * few times, and never stops the others.
 */
@Service
public class ReadingAnswers {

    private static final Logger log = LoggerFactory.getLogger(ReadingAnswers.class);

    private static final int TRIES = 5;

    private final TakenAnswers book;

    private final List<AnswerReader> readers;

    private final TransactionTemplate transaction;

    private final JdbcClient jdbc;

    ReadingAnswers(TakenAnswers book, List<AnswerReader> readers, PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.book = book;
        this.readers = readers;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /**
     * Reads some of what is unread, oldest first.
     * @return how many were read
     */
    public int read(int most) {
        try {
            return take(most);
        }
        catch (RuntimeException ex) {
            log.warn("Answers could not be read together and are read one by one", ex);
            return oneByOne(most);
        }
    }

    /** Reads one answer at once, whether it was read before or not. */
    public void read(LocalDate on, UUID response) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from answer_unread where response_id = ?").param(response).update();
            show(List.of(new Unread(response, on)));
        });
    }

    private int oneByOne(int most) {
        int read = 0;
        for (int i = 0; i < most; i++) {
            try {
                int taken = take(1);
                read += taken;
                if (taken == 0) {
                    break;
                }
            }
            catch (RuntimeException ex) {
                transaction.executeWithoutResult(status -> jdbc
                    .sql("""
                            update answer_unread set tries = tries + 1 where response_id = (
                                select response_id from answer_unread where tries < :tries order by tries, response_id limit 1
                                   for update skip locked)""")
                    .param("tries", TRIES)
                    .update());
            }
        }
        return read;
    }

    private int take(int most) {
        var taken = transaction.execute(status -> {
            var unread = jdbc.sql("""
                    delete from answer_unread where response_id in (
                        select response_id from answer_unread where tries < :tries order by tries, response_id
                         limit :most for update skip locked)
                    returning response_id, answered_on""")
                .param("tries", TRIES)
                .param("most", most)
                .query((rs, i) -> new Unread(rs.getObject(1, UUID.class), rs.getObject(2, LocalDate.class)))
                .list();
            if (!unread.isEmpty()) {
                show(unread);
            }
            return unread.size();
        });
        return taken == null ? 0 : taken;
    }

    private void show(List<Unread> unread) {
        var days = unread.stream().map(Unread::answeredOn).sorted(Comparator.naturalOrder()).toList();
        var answers = book.of(unread.stream().map(Unread::responseId).toList(), days.getFirst(), days.getLast());
        readers.forEach(it -> it.read(answers));
    }

    record Unread(UUID responseId, LocalDate answeredOn) {
    }

}
