package io.cesm.satisfaction.measure.index;

import org.jspecify.annotations.Nullable;
import java.util.HashMap;
import java.util.Map;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People note which indices are published about us, and what they say. */
@Service
@Transactional
public class KeepingIndices {

    private final JdbcClient jdbc;

    private final IndexBook book;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    KeepingIndices(JdbcClient jdbc, IndexBook book, RecordNumbers numbers, CurrentActor current, Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    public IndexId begin(IndexWish wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var id = IndexId.next();
        var number = numbers.next("X");
        jdbc.sql(
                """
                        insert into index_series (id, number, name, publisher, industry, our_name, worst, best, created_at, changed_at, version)
                        values (:id, :number, :name, :publisher, :industry, :ours, :worst, :best, :at, :at, 0)""")
            .params(fields(id, wish))
            .param("number", number)
            .update();
        timeline
            .record(Change.of(new Subject("INDEX", id.id(), number, null), "CREATED").with("name", null, wish.name()));
        return id;
    }

    public void revise(IndexId id, long seen, IndexWish wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = book.lock(id);
        StaleVersion.check(seen, it.version());
        jdbc.sql("""
                update index_series set name = :name, publisher = :publisher, industry = :industry, our_name = :ours,
                       worst = :worst, best = :best, changed_at = :at, version = version + 1 where id = :id""")
            .params(fields(id, wish))
            .update();
        var change = Change.of(subject(it), "REVISED")
            .with("name", it.about().name(), wish.name())
            .with("publisher", it.about().publisher(), wish.publisher())
            .with("ourName", it.about().ourName(), wish.ourName());
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    private Map<String, @Nullable Object> fields(IndexId id, IndexWish wish) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("id", id.id());
        fields.put("name", wish.name());
        fields.put("publisher", wish.publisher());
        fields.put("industry", wish.industry());
        fields.put("ours", wish.ourName());
        fields.put("worst", wish.worst());
        fields.put("best", wish.best());
        fields.put("at", clock.instant().atOffset(ZoneOffset.UTC));
        return fields;
    }

    /**
     * Notes a publication, or corrects the one of that label; what is not named is gone.
     */
    public void publish(IndexId id, WaveWish wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = book.lock(id);
        wish.scores().forEach((brand, score) -> {
            if (!it.about().contains(score)) {
                throw new FieldRefusal("scores", "index.off_scale", brand, score.toPlainString());
            }
        });
        if (!wish.scores().containsKey(it.about().ourName())) {
            throw new FieldRefusal("scores", "index.we_are_missing", it.about().ourName());
        }
        var wave = wave(it, wish.label(), wish.publishedOn());
        jdbc.sql("delete from index_score where wave_id = ? and brand <> all(?)")
            .params(wave, wish.scores().keySet().toArray(String[]::new))
            .update();
        wish.scores().forEach((brand, score) -> put(wave, brand, score));
        touch(id);
        timeline.record(Change.of(subject(it), "PUBLISHED")
            .with("wave", null, wish.label())
            .with("brands", null, wish.scores().size()));
    }

    UUID wave(IndexDetails it, String label, java.time.LocalDate day) {
        return requireNonNull(jdbc.sql("""
                insert into index_wave (id, series_id, label, published_on) values (?, ?, ?, ?)
                on conflict on constraint one_index_wave_of_a_label do update set published_on = excluded.published_on
                returning id""").params(Uuid7.next(), it.id().id(), label, day).query(UUID.class).single());
    }

    int put(UUID wave, String brand, java.math.BigDecimal score) {
        return jdbc.sql("""
                insert into index_score as s (wave_id, brand, score) values (?, ?, ?)
                on conflict (wave_id, brand) do update set score = excluded.score where s.score <> excluded.score""")
            .params(wave, brand, score)
            .update();
    }

    void touch(IndexId id) {
        jdbc.sql("update index_series set changed_at = ? where id = ?")
            .params(clock.instant().atOffset(ZoneOffset.UTC), id.id())
            .update();
    }

    /** Takes a publication away that was noted wrongly. */
    public void drop(IndexId id, UUID wave) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = book.lock(id);
        var gone = book.waves(id)
            .stream()
            .filter(each -> each.id().equals(wave))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        jdbc.sql("delete from index_wave where id = ?").param(wave).update();
        timeline.record(Change.of(subject(it), "DROPPED").with("wave", gone.label(), null));
    }

    private static Subject subject(IndexDetails it) {
        return new Subject("INDEX", it.id().id(), it.number(), null);
    }

}
