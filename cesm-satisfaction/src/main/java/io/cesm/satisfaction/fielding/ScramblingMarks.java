package io.cesm.satisfaction.fielding;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
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

    private final JdbcTemplate jdbc;

    private final Random random = new SecureRandom();

    ScramblingMarks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many were written; where nothing was marked since, nothing is. */
    public int scramble() {
        int written = 0;
        var surveys = jdbc.queryForList("""
                select s.id from survey s
                 where s.anonymity = 'ANONYMOUS' and s.state in ('FIELDED', 'CLOSED')
                   and (select count(distinct i.xmin::text) from survey_invitation i where i.survey_id = s.id) > 1""",
                UUID.class);
        for (var survey : surveys) {
            List<UUID> rows = new ArrayList<>(jdbc.queryForList(
                    "select id from survey_invitation where survey_id = ? limit " + MOST + " for update", UUID.class,
                    survey));
            Collections.shuffle(rows, random);
            jdbc.batchUpdate("update survey_invitation set version = 0 where id = ?",
                    rows.stream().map(it -> new Object[] { it }).toList());
            written += rows.size();
        }
        return written;
    }

}
