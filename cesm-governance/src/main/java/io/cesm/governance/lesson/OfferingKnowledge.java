package io.cesm.governance.lesson;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what others already know about the words somebody is typing: lessons, articles,
 * and similar complaints within reach. Words that few of them have weigh more; counts
 * what was offered, opened and said to have helped.
 */
@Service
@Transactional
public class OfferingKnowledge {

    /** Similar complaints are looked for among so many, the latest. */
    static final int LATEST = 2_000;

    private static final int MOST_WORDS = 160;

    private static final UUID NONE = new UUID(0, 0);

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    OfferingKnowledge(CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A lesson or article that fits. */
    public record Offer(LessonId id, String number, LessonKind kind, @Nullable String title, @Nullable String titleEn,
            @Nullable String differently, @Nullable String differentlyEn, long helped) {

        public String title(Locale locale) {
            var first = locale.getLanguage().equals("zh") ? title : titleEn;
            return first != null ? first : String.valueOf(title != null ? title : titleEn);
        }

        public @Nullable String gist(Locale locale) {
            var first = locale.getLanguage().equals("zh") ? differently : differentlyEn;
            return first != null ? first : differently != null ? differently : differentlyEn;
        }

    }

    /** A complaint that reads alike. */
    public record Alike(ComplaintId id, String number, String subject, String customerName,
            @Nullable String customerNameEn, ComplaintState state, @Nullable CauseClass cause,
            @Nullable String remedy) {
    }

    /** What is known. */
    public record Known(List<Offer> lessons, List<Alike> complaints) {

        public boolean isEmpty() {
            return lessons.isEmpty() && complaints.isEmpty();
        }

    }

    /**
     * What fits these words.
     * @param dimension lifts lessons of that dimension, if any
     * @param itself the record that is being looked at, left out and counted for; none
     * while it is being typed
     */
    public Known about(@Nullable String words, @Nullable String dimension, @Nullable UUID itself, int most) {
        var tokens = tokens(words);
        if (tokens.length < 2) {
            return new Known(List.of(), List.of());
        }
        var offers = lessons(tokens, dimension, most);
        offers.forEach(it -> count(it.id(), UseKind.OFFERED, itself));
        return new Known(offers, complaints(tokens, itself, most));
    }

    private static String[] tokens(@Nullable String words) {
        return words == null ? new String[0]
                : Arrays.stream(SearchText.tokens(words))
                    .filter(it -> it.codePointCount(0, it.length()) > 1)
                    .limit(MOST_WORDS)
                    .toArray(String[]::new);
    }

    private List<Offer> lessons(String[] tokens, @Nullable String dimension, int most) {
        var readable = ReadableLessons.to(current.actor());
        return jdbc
            .sql("""
                    with near as (select l.id, l.search from lesson l
                                   where l.state = 'PUBLISHED' and l.search @@ cast(:any as tsquery) and\s"""
                    + readable.sql()
                    + """
                                     ), hit as (select n.id, t.lexeme from near n cross join unnest(n.search) t
                                                 where t.lexeme = any(:tokens)),
                                 rare as (select lexeme, ln(1 + (select count(*) from near)::numeric / count(*)) as weight
                                            from hit group by lexeme),
                                 score as (select h.id, sum(r.weight) as points, count(*) as n
                                             from hit h join rare r on r.lexeme = h.lexeme group by h.id)
                            select l.id, l.number, l.kind, l.title, l.title_en, l.differently, l.differently_en,
                                   (select count(*) from lesson_use x where x.lesson_id = l.id and x.kind = 'HELPED') as helped
                              from score s join lesson l on l.id = s.id
                             where s.n >= 2
                             order by s.points * case when l.dimension_code = cast(:dimension as text) then 1.5 else 1 end desc,
                                      helped desc, l.number limit\s"""
                    + most)
            .param("any", any(tokens))
            .param("tokens", tokens)
            .param("dimension", dimension)
            .params(readable.params())
            .query((rs, i) -> new Offer(new LessonId(rs.getObject(1, UUID.class)), rs.getString(2),
                    LessonKind.valueOf(rs.getString(3)), rs.getString(4), rs.getString(5), rs.getString(6),
                    rs.getString(7), rs.getLong(8)))
            .list();
    }

    private List<Alike> complaints(String[] tokens, @Nullable UUID itself, int most) {
        var scope = current.actor().scope();
        return jdbc.sql("""
                with near as (select c.id, c.search from complaint c
                               where c.id is distinct from cast(:itself as uuid) and c.state <> 'MERGED' and\s"""
                + scope.sql("c.customer_id") + " order by c.received_at desc limit " + LATEST + """
                                 ), hit as (select n.id, t.lexeme from near n cross join unnest(n.search) t
                                             where t.lexeme = any(:tokens) and length(t.lexeme) > 1),
                             rare as (select lexeme, ln(1 + (select count(*) from near)::numeric / count(*)) as weight
                                        from hit group by lexeme),
                             score as (select h.id, sum(r.weight) as points, count(*) as n
                                         from hit h join rare r on r.lexeme = h.lexeme group by h.id)
                        select c.id, c.number, c.subject, k.name, k.name_en, c.state, c.cause_class, c.remedy
                          from score s join complaint c on c.id = s.id join customer k on k.id = c.customer_id
                         where s.n >= 3 order by s.points desc, c.received_at desc limit\s""" + most)
            .param("itself", itself, Types.OTHER)
            .param("tokens", tokens)
            .params(scope.params())
            .query((rs, i) -> new Alike(new ComplaintId(rs.getObject(1, UUID.class)), rs.getString(2), rs.getString(3),
                    rs.getString(4), rs.getString(5), ComplaintState.valueOf(rs.getString(6)),
                    rs.getString(7) == null ? null : CauseClass.valueOf(rs.getString(7)), rs.getString(8)))
            .list();
    }

    private static String any(String[] tokens) {
        return Arrays.stream(tokens).map(it -> "'" + it.replace("'", "") + "'").collect(Collectors.joining(" | "));
    }

    /**
     * Counts that somebody opened a lesson or was helped by it; readers who are nobody of
     * us are not counted.
     */
    public void count(LessonId id, UseKind kind, @Nullable UUID record) {
        var me = current.actor().staff();
        if (me == null) {
            return;
        }
        var now = clock.instant();
        jdbc.sql("""
                insert into lesson_use (lesson_id, kind, staff_id, record_id, used_on, used_at)
                values (:id, :kind, :me, :record, :on, :at) on conflict do nothing""")
            .param("id", id.id())
            .param("kind", kind.name())
            .param("me", me.id())
            .param("record", record == null ? NONE : record)
            .param("on", CompanyTime.dayOf(now))
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update();
    }

}
