package io.cesm.satisfaction.fielding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the invitations of anonymous surveys anew, all in one transaction and in a
 * random order, so that neither the place of a row nor the number of its transaction
 * tells when somebody answered.
 */
@Service
@Transactional
public class ScramblingMarks {

    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    private final Random random = new java.security.SecureRandom();

    ScramblingMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many were written. */
    public int scramble() {
        int written = 0;
        var surveys = jdbc.sql("select id from survey where anonymity = 'ANONYMOUS' and state = 'FIELDED'")
            .query(UUID.class)
            .list();
        for (var survey : surveys) {
            List<UUID> rows = new ArrayList<>(
                    jdbc.sql("select id from survey_invitation where survey_id = ? for update limit " + MOST)
                        .param(survey)
                        .query(UUID.class)
                        .list());
            Collections.shuffle(rows, random);
            for (var row : rows) {
                written += jdbc.sql("update survey_invitation set version = 0 where id = ?").param(row).update();
            }
        }
        return written;
    }

}
