package io.cesm.satisfaction.voice;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.figures.Agreement;
import io.cesm.satisfaction.figures.Confidence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coding comments by hand: each coder says what a comment is mainly about and how it
 * feels, without seeing what others or the dictionary said; how far two agree beyond
 * chance says how much the codes are worth.
 */
@Service
@Transactional
public class CodingComments {

    private static final String NONE = "";

    private final VoiceGate gate;

    private final TendingVoices voices;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    CodingComments(VoiceGate gate, TendingVoices voices, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.gate = gate;
        this.voices = voices;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A comment to be coded, and nothing beside it. */
    public record Next(UUID id, String body) {
    }

    /**
     * How far two coders agree, or a coder and the dictionary.
     *
     * @param second null for the dictionary
     */
    public record Pair(String first, @Nullable String second, Agreement themes, Agreement sentiment) {
    }

    /**
     * The next comment of a survey the one who asks has not coded: those a colleague has
     * coded come first.
     */
    @Transactional(readOnly = true)
    public @Nullable Next next(UUID survey) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var open = gate.of(VoiceFilter.ALL.in(survey), current.actor());
        return jdbc.sql("select c.id, c.body from survey_comment c where " + open.sql() + """
                 and not exists (select from comment_code m where m.comment_id = c.id and m.coder_id = :me)
                order by (select count(*) from comment_code o where o.comment_id = c.id) desc, c.id limit 1""")
            .params(open.params())
            .param("me", current.actor().requireStaff().id())
            .query(Next.class)
            .optional()
            .orElse(null);
    }

    /** How many comments of a survey the one who asks has coded. */
    @Transactional(readOnly = true)
    public int coded(UUID survey) {
        return jdbc
            .sql("select count(*) from comment_code m join survey_comment c on c.id = m.comment_id"
                    + " where c.survey_id = ? and m.coder_id = ?")
            .params(survey, current.actor().requireStaff().id())
            .query(Integer.class)
            .single();
    }

    /**
     * Codes a comment; saying it again replaces what was said.
     * @param theme null if no theme fits
     */
    public void code(UUID survey, UUID comment, @Nullable String theme, @Nullable Integer sentiment) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (sentiment == null || sentiment < -1 || sentiment > 1) {
            throw new FieldRefusal("sentiment", "choice.required");
        }
        var code = theme == null || theme.isBlank() || theme.equals(VoiceFilter.NO_THEME) ? null : theme;
        if (code != null && voices.themes().stream().noneMatch(it -> it.code().equals(code))) {
            throw new FieldRefusal("theme", "choice.unknown");
        }
        var open = gate.of(VoiceFilter.ALL.in(survey), current.actor());
        jdbc.sql("select 1 from survey_comment c where c.id = :id and " + open.sql())
            .params(open.params())
            .param("id", comment)
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        jdbc.sql(
                """
                        insert into comment_code (comment_id, coder_id, theme, sentiment, coded_at) values (:comment, :me, :theme, :sentiment, :at)
                            on conflict (comment_id, coder_id)
                            do update set theme = excluded.theme, sentiment = excluded.sentiment, coded_at = excluded.coded_at""")
            .param("comment", comment)
            .param("me", current.actor().requireStaff().id())
            .param("theme", code)
            .param("sentiment", sentiment)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Every two coders of a survey, and each of them beside the dictionary. */
    @Transactional(readOnly = true)
    public List<Pair> agreement(UUID survey) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        Map<List<@Nullable String>, List<Both>> pairs = new HashMap<>();
        jdbc.sql("""
                select a.name as first, b.name as second, coalesce(m.theme, '') as t1, coalesce(o.theme, '') as t2,
                       m.sentiment as s1, o.sentiment as s2
                  from comment_code m
                  join survey_comment c on c.id = m.comment_id
                  join comment_code o on o.comment_id = m.comment_id and o.coder_id > m.coder_id
                  join staff a on a.id = m.coder_id
                  join staff b on b.id = o.coder_id
                 where c.survey_id = :survey
                union all
                select a.name, null, coalesce(m.theme, ''), case when m.theme = any(c.themes) then m.theme
                       when m.theme is null and c.themes = '{}' then '' else coalesce(c.themes[1], '') end, m.sentiment,
                       c.sentiment
                  from comment_code m
                  join survey_comment c on c.id = m.comment_id
                  join staff a on a.id = m.coder_id
                 where c.survey_id = :survey""").param("survey", survey).query(rs -> {
            var key = new ArrayList<@Nullable String>();
            key.add(rs.getString(1));
            key.add(rs.getString(2));
            pairs.computeIfAbsent(key, it -> new ArrayList<>())
                .add(new Both(rs.getString(3), rs.getString(4), rs.getInt(5), rs.getInt(6)));
        });
        var codes = new ArrayList<String>(voices.themes().stream().map(Theme::code).toList());
        codes.add(NONE);
        var found = new ArrayList<Pair>();
        pairs.forEach((names, both) -> found
            .add(new Pair(String.valueOf(names.getFirst()), names.getLast(), themes(both, codes), sentiments(both))));
        found.sort(java.util.Comparator.comparing((Pair it) -> it.second() == null).thenComparing(Pair::first));
        return found;
    }

    private record Both(String first, String second, int firstFeels, int secondFeels) {
    }

    private static Agreement themes(List<Both> both, List<String> codes) {
        var table = new long[codes.size()][codes.size()];
        both.forEach(it -> table[Math.max(0, codes.indexOf(it.first))][Math.max(0, codes.indexOf(it.second))]++);
        return Agreement.of(table, Confidence.NINETY_FIVE);
    }

    private static Agreement sentiments(List<Both> both) {
        var table = new long[3][3];
        both.forEach(it -> table[it.firstFeels + 1][it.secondFeels + 1]++);
        return Agreement.of(table, Confidence.NINETY_FIVE);
    }

}
