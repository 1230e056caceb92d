package io.cesm.governance.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases of another system: a row for each change of state, or one for each case with the
 * days it was opened and closed. A row that was taken in before changes nothing.
 */
@Component
class PastCasesKind implements ImportKind {

    private static final int LONGEST = 120;

    private static final List<DateTimeFormatter> MOMENTS = List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]"), DateTimeFormatter.ofPattern("yyyy/M/d H:mm[:ss]"));

    private final JdbcClient jdbc;

    PastCasesKind(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "past-cases";
    }

    @Override
    public Label label() {
        return new Label("历史投诉与处理经过", "Past cases with their history");
    }

    @Override
    public Label about() {
        return new Label("每行是一次状态变化，或一件带受理和关闭时间的投诉。只用于统计分析，不会产生待办、时限或邮件。",
                "One change of state per row, or one case per row with when it was opened and closed. For measuring only: no work, clocks or mails come of it.");
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.of("key", "案件编号", "Case key", "编号", "投诉编号", "sr number", "unique key", "case", "ticket", "id")
                    .needed(),
                Target
                    .of("at", "发生时间", "When", "时间", "受理时间", "change date+time", "opendate", "opened", "date",
                            "timestamp")
                    .needed(),
                Target.of("closed", "关闭时间", "Closed", "closedate", "closed at", "完成时间"),
                Target.of("state", "状态", "State", "status", "sub status", "子状态").repeated(),
                Target.of("holder", "处理人或组", "Holder", "处理人", "处理组", "负责人", "involved st", "owner", "team", "account"),
                Target.of("impact", "影响或等级", "Impact or grade", "等级", "影响", "sr latest impact", "impact", "severity",
                        "priority"),
                Target.of("product", "产品", "Product"),
                Target.of("topic", "主题", "Topic", "complaint type", "descriptor", "category", "类别"));
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of("source", Setting.Type.TEXT, "来源系统", "Source", null).needed());
    }

    @Override
    public Taking open(ImportPlan plan) {
        return new Walk(String.valueOf(plan.setting("source")).strip());
    }

    /** One walk through a file; it remembers the cases it has seen. */
    private final class Walk implements Taking {

        private final String source;

        private final Map<String, UUID> seen = new HashMap<>();

        private Walk(String source) {
            this.source = source.length() <= 60 ? source : source.substring(0, 60);
        }

        @Override
        public List<RowAnswer> take(List<ImportRow> rows, boolean dry) {
            if (dry) {
                seen.clear(); // what an earlier batch wrote is not there
            }
            List<RowAnswer> answers = new ArrayList<>();
            rows.forEach(row -> answers.add(take(row)));
            return answers;
        }

        private RowAnswer take(ImportRow row) {
            var key = row.first("key");
            if (key == null || key.length() > LONGEST) {
                return RowAnswer.refused(row, key, null, RowProblem.of("key", "text.required"));
            }
            var at = moment(row.first("at"), false);
            if (at == null) {
                return RowAnswer.refused(row, key, key, RowProblem.of("at", "past_case.at"));
            }
            var closedText = row.first("closed");
            var closed = moment(closedText, true);
            if (closedText != null && closed == null) {
                return RowAnswer.refused(row, key, key, RowProblem.of("closed", "past_case.at"));
            }
            if (closed != null && closed.isBefore(at)) {
                return RowAnswer.refused(row, key, key, RowProblem.of("closed", "past_case.closed"));
            }
            var id = seen.computeIfAbsent(key, it -> find(it, row));
            var said = row.all("state");
            var words = said.isEmpty() ? "open" : String.join(" / ", said);
            var fresh = put(id, at, words, PastState.of(words), row);
            if (closed != null) {
                fresh += put(id, closed, "closed", PastState.DONE, row);
            }
            return RowAnswer.of(row, fresh > 0 ? Outcome.CREATED : Outcome.UNCHANGED, key, key + " " + words);
        }

        private UUID find(String key, ImportRow row) {
            return jdbc.sql("""
                    insert into past_case (id, source, case_key, topic, product, grade)
                    values (:id, :source, :key, :topic, :product, :grade)
                        on conflict (source, case_key) do update set replayed_at = null returning id""")
                .param("id", Uuid7.next())
                .param("source", source)
                .param("key", key)
                .param("topic", cut(row.first("topic"), 200))
                .param("product", cut(row.first("product"), LONGEST))
                .param("grade", grade(row.first("impact")))
                .query(UUID.class)
                .single();
        }

        private int put(UUID id, Instant at, String said, PastState state, ImportRow row) {
            return jdbc.sql("""
                    insert into past_event (case_id, at, said, state, holder, line)
                    values (:id, :at, :said, :state, :holder, :line) on conflict do nothing""")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("said", said.length() <= LONGEST ? said : said.substring(0, LONGEST))
                .param("state", state.name())
                .param("holder", java.util.Objects.requireNonNullElse(cut(row.first("holder"), LONGEST), ""))
                .param("line", row.number())
                .update();
        }

    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** A grade as a number, or the words other systems have for one. */
    static int grade(@Nullable String impact) {
        var word = impact == null ? "" : impact.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "1", "major", "critical", "urgent", "一级", "特别重大", "紧急" -> 1;
            case "2", "high", "二级", "重大", "高" -> 2;
            case "4", "low", "minor", "四级", "轻微", "低" -> 4;
            default -> 3;
        };
    }

    /**
     * A moment in one of the usual writings; without a zone it is one where the company
     * has its seat. A mere day is its morning, or its evening if it ends something.
     */
    static @Nullable Instant moment(@Nullable String text, boolean end) {
        if (text == null) {
            return null;
        }
        var word = text.strip();
        try {
            return OffsetDateTime.parse(word).toInstant();
        }
        catch (DateTimeException notThat) {
            // another writing
        }
        for (var each : MOMENTS) {
            try {
                return LocalDateTime.parse(word, each).atZone(CompanyTime.ZONE).toInstant();
            }
            catch (DateTimeException notThat) {
                // another writing
            }
        }
        try {
            return LocalDate.parse(word.replace('/', '-')).atTime(end ? 18 : 9, 0).atZone(CompanyTime.ZONE).toInstant();
        }
        catch (DateTimeException notThat) {
            return null;
        }
    }

}
