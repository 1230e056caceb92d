package io.cesm.satisfaction.measure.scorecard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;

import org.springframework.stereotype.Component;

/** Files of scorecards: a row is one mark of one period. */
@Component
class ScorecardImport implements ImportKind {

    private final ScorecardBook book;

    private final ReceivingScorecards receiving;

    private final CurrentActor current;

    private final Clock clock;

    ScorecardImport(ScorecardBook book, ReceivingScorecards receiving, CurrentActor current, Clock clock) {
        this.book = book;
        this.receiving = receiving;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "scorecards";
    }

    @Override
    public Label label() {
        return new Label("客户评分卡结果", "Results of customers' scorecards");
    }

    @Override
    public Label about() {
        return new Label("每行一个分数：评分卡编号、期间、评分项和客户给的分数；评分项不填表示总分。",
                "One mark per row: number of the scorecard, period, criterion and the mark as the customer gave it; without a criterion it is the total.");
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.of("scorecard", "评分卡编号", "Scorecard", "number", "评分卡").needed(),
                Target.of("period", "期间（如 2026Q3）", "Period (such as 2026Q3)", "期间").needed(),
                Target.of("criterion", "评分项", "Criterion", "指标"),
                Target.of("mark", "分数", "Mark", "score", "得分", "评分").needed(),
                Target.of("receivedOn", "收到日期", "Received on", "收到日期"));
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.CUSTOMER_EDIT);
    }

    @Override
    public Taking open(ImportPlan plan) {
        return (rows, dry) -> rows.stream().map(this::take).toList();
    }

    private RowAnswer take(ImportRow row) {
        var number = String.valueOf(row.first("scorecard"));
        var name = number + " " + row.first("period");
        try {
            var card = book.find(number.strip())
                .orElseThrow(() -> new FieldRefusal("scorecard", "scorecard.unknown", number));
            var start = card.about()
                .cadence()
                .read(String.valueOf(row.first("period")))
                .orElseThrow(() -> new FieldRefusal("period", "scorecard.period_unknown",
                        String.valueOf(row.first("period"))));
            var it = book.periods(card)
                .stream()
                .filter(each -> each.startsOn().equals(start))
                .findFirst()
                .orElseThrow(() -> new FieldRefusal("period", "scorecard.period_unknown",
                        String.valueOf(row.first("period"))));
            return RowAnswer.of(row, take(card, it, row), number, name);
        }
        catch (Refusal refusal) {
            return RowAnswer.refused(row, number, name, RowProblem.of(refusal));
        }
    }

    private Outcome take(ScorecardDetails card, PeriodDetails it, ImportRow row) {
        var mark = row.first("mark");
        if (mark == null) {
            throw new FieldRefusal("mark", "text.required");
        }
        Map<UUID, String> marks = new LinkedHashMap<>();
        it.marks().forEach(each -> marks.put(each.criterion(), each.mark()));
        var total = it.totalMark();
        var word = row.first("criterion");
        if (word == null) {
            if (mark.equals(total)) {
                return Outcome.UNCHANGED;
            }
            total = mark;
        }
        else if (mark.equals(marks.put(criterion(card, word), mark))) {
            return Outcome.UNCHANGED;
        }
        var day = row.first("receivedOn");
        var received = day == null ? it.receivedOn() == null ? CompanyTime.today(clock) : it.receivedOn() : day(day);
        receiving.receive(card.id(), it.id(), it.version(), new ReceiveMarks(received, total, marks, it.note()));
        return it.state().isKnown() ? Outcome.CHANGED : Outcome.CREATED;
    }

    private static UUID criterion(ScorecardDetails card, String word) {
        return card.about()
            .criteria()
            .stream()
            .filter(it -> NameKey.of(it.name()).equals(NameKey.of(word)))
            .findFirst()
            .map(it -> requireNonNull(it.id()))
            .orElseThrow(() -> new FieldRefusal("criterion", "scorecard.criterion_unknown", word));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip().replace('/', '-'));
        }
        catch (java.time.DateTimeException ex) {
            throw new FieldRefusal("receivedOn", "answers.no_day", text);
        }
    }

}
