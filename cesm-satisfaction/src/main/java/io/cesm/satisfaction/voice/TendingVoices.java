package io.cesm.satisfaction.voice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dictionary of themes and the words of feeling: read by all, written by those who
 * write surveys. With each change all comments are read again.
 */
@Service
@Transactional
public class TendingVoices {

    private static final int MOST_THEMES = 60;

    private static final int MOST_WORDS = 2_000;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    TendingVoices(JdbcClient jdbc, CurrentActor current, Timeline timeline) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public List<Theme> themes() {
        return jdbc.sql("select * from voice_theme order by sort, code")
            .query((rs, i) -> new Theme(rs.getString("code"), rs.getString("name"), rs.getString("name_en"),
                    Arrays.asList((String[]) rs.getArray("words").getArray()), rs.getBoolean("active"),
                    rs.getInt("sort"), rs.getLong("version")))
            .list();
    }

    @Transactional(readOnly = true)
    public Theme require(String code) {
        return themes().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(UnknownThing::new);
    }

    /** Words of feeling beside the shipped ones. */
    @Transactional(readOnly = true)
    public Map<String, Double> words() {
        Map<String, Double> words = new LinkedHashMap<>();
        jdbc.sql("select word, weight from voice_word order by word").query(rs -> {
            words.put(rs.getString(1), rs.getDouble(2));
        });
        return words;
    }

    @Transactional(readOnly = true)
    Dictionary dictionary() {
        return new Dictionary(themes(), Lexicon.shipped().with(words()),
                jdbc.sql("select revision from voice_revision").query(Integer.class).single());
    }

    public void add(Theme theme) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (themes().size() >= MOST_THEMES) {
            throw new Refusal("voice.theme.many", MOST_THEMES);
        }
        int added = jdbc.sql("""
                insert into voice_theme (code, name, name_en, words, active, sort, version) values (?, ?, ?, ?, ?, ?, 0)
                    on conflict (code) do nothing""")
            .params(theme.code(), theme.name(), theme.nameEn(), theme.words().toArray(String[]::new), theme.active(),
                    theme.sort())
            .update();
        if (added == 0) {
            throw new FieldRefusal("code", "voice.theme.taken");
        }
        changed(said(theme, "THEME_ADDED", null));
    }

    /** Changes a theme, if nobody else has done so since. */
    public void revise(Theme theme) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var before = require(theme.code());
        StaleVersion.check(theme.version(), before.version());
        jdbc.sql("""
                update voice_theme set name = ?, name_en = ?, words = ?, active = ?, sort = ?, version = version + 1
                 where code = ?""")
            .params(theme.name(), theme.nameEn(), theme.words().toArray(String[]::new), theme.active(), theme.sort(),
                    theme.code())
            .update();
        changed(said(theme, "THEME_REVISED", before));
    }

    /** Adds a word to a theme, as suggested. */
    public void learn(String code, String word) {
        var theme = require(code);
        var words = new java.util.ArrayList<>(theme.words());
        words.add(Texts.required(word, 40, "word"));
        revise(new Theme(code, theme.name(), theme.nameEn(), words, theme.active(), theme.sort(), theme.version()));
    }

    /** Replaces the own words of feeling. */
    public void revise(Map<String, Double> words) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (words.size() > MOST_WORDS) {
            throw new FieldRefusal("words", "voice.theme.many_words", MOST_WORDS);
        }
        words.forEach((word, weight) -> {
            Texts.required(word, 40, "words");
            if (weight < -3 || weight > 3) {
                throw new FieldRefusal("words", "voice.word.weight", word);
            }
        });
        var before = words();
        jdbc.sql("delete from voice_word").update();
        words.forEach((word, weight) -> jdbc
            .sql("insert into voice_word (word, weight) values (?, ?) on conflict (word) do nothing")
            .params(word.toLowerCase(Locale.ROOT), weight)
            .update());
        changed(Change.of(new Subject("VOICE", new UUID(0, 1), "lexicon", null), "WORDS_REVISED")
            .with("words", before.size(), words.size()));
    }

    private void changed(Change change) {
        jdbc.sql("update voice_revision set revision = revision + 1").update();
        timeline.record(change);
    }

    private static Change said(Theme it, String action, @Nullable Theme before) {
        return Change.of(new Subject("VOICE", UUID.nameUUIDFromBytes(it.code().getBytes()), it.name(), null), action)
            .with("name", before == null ? null : before.name(), it.name())
            .with("nameEn", before == null ? null : before.nameEn(), it.nameEn())
            .with("words", before == null ? null : String.join(", ", before.words()), String.join(", ", it.words()))
            .with("active", before == null ? null : before.active(), it.active())
            .with("sort", before == null ? null : before.sort(), it.sort());
    }

}
