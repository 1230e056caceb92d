package io.cesm.satisfaction.voice;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads comments again that were read with an older dictionary. */
@Service
@Transactional
public class RereadingComments {

    private final TendingVoices voices;

    private final JdbcClient jdbc;

    RereadingComments(TendingVoices voices, JdbcClient jdbc) {
        this.voices = voices;
        this.jdbc = jdbc;
    }

    /**
     * Reads some of them.
     * @return how many
     */
    public int read(int most) {
        var dictionary = voices.dictionary();
        var old = jdbc.sql("""
                select id, body from survey_comment where revision < :revision order by revision, id limit :most
                   for update skip locked""")
            .param("revision", dictionary.revision())
            .param("most", most)
            .query((rs, i) -> new Old(rs.getObject(1, UUID.class), rs.getString(2)))
            .list();
        for (var each : old) {
            var reading = dictionary.read(each.body());
            jdbc.sql("update survey_comment set themes = ?, sentiment = ?, revision = ? where id = ?")
                .params(reading.themes().toArray(String[]::new), reading.sentiment(), dictionary.revision(), each.id())
                .update();
        }
        return old.size();
    }

    record Old(UUID id, String body) {
    }

}
