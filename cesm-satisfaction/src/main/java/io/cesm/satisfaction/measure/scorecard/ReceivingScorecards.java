package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.figures.ScorecardScale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer gave us comes in, is disputed and settled. Marks of criteria that fit a
 * quality dimension become readings of the perceived level.
 */
@Service
@Transactional
public class ReceivingScorecards {

    private final JdbcClient jdbc;

    private final ScorecardBook book;

    private final LevelLedger ledger;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    ReceivingScorecards(JdbcClient jdbc, ScorecardBook book, LevelLedger ledger, CurrentActor current,
            Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.ledger = ledger;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Notes what came, or corrects what was typed wrongly. */
    public void receive(ScorecardId id, PeriodId period, long seen, ReceiveMarks wish) {
        var card = may(id);
        var it = open(card, period, seen);
        if (!it.state().takesMarks()) {
            throw new Refusal("scorecard.in_dispute", it.label());
        }
        if (wish.receivedOn().isAfter(CompanyTime.today(clock).plusDays(1))
                || wish.receivedOn().isBefore(it.startsOn())) {
            throw new FieldRefusal("receivedOn", "scorecard.received_day");
        }
        var before = told(card, it);
        write(card, it, wish, false);
        touch(card, period, "RECEIVED", Map.of("received_on", wish.receivedOn()), wish.note());
        publish(card, period);
        tell(card, "RECEIVED", it, before, told(card, book.period(card, period)), wish.note());
    }

    /** Notes that a scorecard did not come; it may still come later. */
    public void notReceived(ScorecardId id, PeriodId period, long seen, @Nullable String note) {
        var card = may(id);
        var it = open(card, period, seen);
        if (it.state() != PeriodState.DUE) {
            throw new Refusal("scorecard.not_due", it.label());
        }
        var words = Texts.optional(note, 1000, "note");
        touch(card, period, "NOT_RECEIVED", Map.of(), words);
        tell(card, "NOT_RECEIVED", it, null, null, words);
    }

    /**
     * Says that the customer's marks are wrong, and why. They hold until it is settled.
     */
    public void dispute(ScorecardId id, PeriodId period, long seen, @Nullable String reason) {
        var card = may(id);
        var it = open(card, period, seen);
        if (it.state() != PeriodState.RECEIVED) {
            throw new Refusal("scorecard.nothing_to_dispute", it.label());
        }
        var words = Texts.required(reason, 2000, "reason");
        touch(card, period, "DISPUTED", Map.of("dispute_reason", words, "disputed_on", CompanyTime.today(clock)),
                it.note());
        tell(card, "DISPUTED", it, null, null, words);
    }

    /** Settles a dispute; what the customer changed stands beside what it had given. */
    public void settle(ScorecardId id, PeriodId period, long seen, Outcome outcome, @Nullable String note,
            @Nullable ReceiveMarks changed) {
        var card = may(id);
        var it = open(card, period, seen);
        if (it.state() != PeriodState.DISPUTED) {
            throw new Refusal("scorecard.no_dispute", it.label());
        }
        var words = Texts.optional(note, 2000, "note");
        var before = told(card, it);
        if (outcome == Outcome.CHANGED) {
            if (changed == null || (changed.marks().isEmpty() && changed.total() == null)) {
                throw new FieldRefusal("outcome", "scorecard.say_what_changed");
            }
            write(card, it, changed, true);
        }
        Map<String, Object> fields = new HashMap<>(
                Map.of("outcome", outcome.name(), "settled_on", CompanyTime.today(clock)));
        if (words != null) {
            fields.put("outcome_note", words);
        }
        touch(card, period, "SETTLED", fields, it.note());
        publish(card, period);
        tell(card, "SETTLED", it, before, told(card, book.period(card, period)), words);
    }

    private ScorecardDetails may(ScorecardId id) {
        current.actor().requireMay(Right.CUSTOMER_EDIT);
        return book.lock(id);
    }

    private PeriodDetails open(ScorecardDetails card, PeriodId period, long seen) {
        var it = book.period(card, period);
        StaleVersion.check(seen, it.version());
        return it;
    }

    private void write(ScorecardDetails card, PeriodDetails it, ReceiveMarks wish, boolean beside) {
        var about = card.about();
        var total = wish.total();
        var marks = beside ? new HashMap<UUID, String>() : new HashMap<>(wish.marks());
        if (beside) {
            it.marks().forEach(each -> marks.put(each.criterion(), each.mark()));
            marks.putAll(wish.marks());
            total = total == null ? it.totalMark() : total;
        }
        if (marks.isEmpty() && total == null) {
            throw new FieldRefusal("total", "scorecard.no_marks");
        }
        List<ScorecardScale.Line> lines = new ArrayList<>();
        Map<UUID, BigDecimal> levels = new HashMap<>();
        for (var criterion : about.criteria()) {
            var mark = marks.remove(requireNonNull(criterion.id()));
            var level = mark == null ? null : about.marks().level(mark, "mark." + criterion.id());
            if (mark != null && level != null) {
                levels.put(criterion.id(), level);
                put(it.id(), criterion.id(), mark, level, beside);
            }
            lines.add(new ScorecardScale.Line(criterion.name(), criterion.weight().doubleValue(),
                    level == null ? null : level.doubleValue()));
        }
        if (!marks.isEmpty() && !beside) {
            throw new FieldRefusal("marks", "scorecard.criterion_unknown", marks.keySet().iterator().next());
        }
        if (!beside) {
            jdbc.sql("delete from scorecard_mark where period_id = ? and criterion_id <> all(?)")
                .params(it.id().id(), levels.keySet().toArray(UUID[]::new))
                .update();
        }
        var mean = ScorecardScale.total(lines);
        var level = total != null ? about.marks().level(total, "total")
                : mean == null ? null : BigDecimal.valueOf(mean).setScale(6, RoundingMode.HALF_UP);
        jdbc.sql("update scorecard_period set first_mark = case when :beside then coalesce(first_mark, total_mark) end,"
                + " first_level = case when :beside then coalesce(first_level, total_level) end,"
                + " total_mark = :mark, total_level = cast(:level as numeric) where id = :id")
            .param("beside", beside)
            .param("mark", total)
            .param("level", level)
            .param("id", it.id().id())
            .update();
    }

    private void put(PeriodId period, UUID criterion, String mark, BigDecimal level, boolean beside) {
        jdbc.sql(
                """
                        insert into scorecard_mark as m (id, period_id, criterion_id, mark, level) values (:id, :period, :criterion, :mark, :level)
                        on conflict on constraint one_mark_per_criterion do update
                           set first_mark = case when :beside and m.mark <> excluded.mark then coalesce(m.first_mark, m.mark) else m.first_mark end,
                               first_level = case when :beside and m.mark <> excluded.mark then coalesce(m.first_level, m.level) else m.first_level end,
                               mark = excluded.mark, level = excluded.level""")
            .param("id", Uuid7.next())
            .param("period", period.id())
            .param("criterion", criterion)
            .param("mark", mark)
            .param("level", level)
            .param("beside", beside)
            .update();
    }

    private void touch(ScorecardDetails card, PeriodId period, String state, Map<String, Object> fields,
            @Nullable String note) {
        var sets = new StringBuilder("state = :state, note = :note, version = version + 1");
        fields.keySet().forEach(field -> sets.append(", ").append(field).append(" = :").append(field));
        jdbc.sql("update scorecard_period set " + sets + " where id = :id")
            .params(fields)
            .param("state", state)
            .param("note", note)
            .param("id", period.id())
            .update();
        jdbc.sql("update scorecard set changed_at = ? where id = ?")
            .params(clock.instant().atOffset(ZoneOffset.UTC), card.id().id())
            .update();
    }

    /** Says in the ledger what the customer felt in this period. */
    private void publish(ScorecardDetails card, PeriodId period) {
        var it = book.period(card, period);
        var about = card.about();
        var criteria = about.criteria();
        var weights = criteria.stream().map(Criterion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var today = CompanyTime.today(clock);
        LocalDate day = it.endsOn().isAfter(today) ? today : it.endsOn();
        for (var mark : it.marks()) {
            var criterion = criteria.stream()
                .filter(each -> mark.criterion().equals(each.id()))
                .findFirst()
                .orElse(null);
            if (criterion == null || criterion.dimension() == null) {
                ledger.retract(mark.id());
                continue;
            }
            var source = new ReadingSource(ReadingSource.SCORECARD, mark.id(),
                    card.number() + " " + it.label() + " · " + criterion.name() + " = " + mark.mark());
            var weight = criterion.weight()
                .multiply(BigDecimal.valueOf(criteria.size()))
                .divide(weights, MathContext.DECIMAL32);
            ledger.restate(mark.id(),
                    List.of(Reading.of(about.customer(), criterion.dimension(), Level.P, mark.level(), day, source)
                        .weighing(weight)));
        }
    }

    private void tell(ScorecardDetails card, String action, PeriodDetails it, @Nullable String before,
            @Nullable String after, @Nullable String words) {
        timeline.record(Change.of(KeepingScorecards.subject(card), action)
            .with("period", null, it.label())
            .with("marks", before, after)
            .note(words));
    }

    private static @Nullable String told(ScorecardDetails card, PeriodDetails it) {
        if (it.marks().isEmpty() && it.totalLevel() == null) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (var criterion : card.about().criteria()) {
            it.mark(requireNonNull(criterion.id())).ifPresent(mark -> parts.add(criterion.name() + " " + mark.mark()));
        }
        if (it.totalMark() != null) {
            parts.add("= " + it.totalMark());
        }
        return String.join(", ", parts);
    }

}
