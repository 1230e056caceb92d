package io.cesm.web.topissue;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.IssueTask;
import io.cesm.domain.topissue.ProgressReport;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.governance.topissue.MeasuringTopIssues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Drafts what the customers hear from what changed since they heard last: state, value,
 * what was done, what comes next. A person reads and sends it.
 */
@Component
class ReportDraft {

    private final TopIssueBook book;

    private final MeasuringTopIssues measuring;

    private final MessageSource messages;

    private final Clock clock;

    ReportDraft(TopIssueBook book, MeasuringTopIssues measuring, MessageSource messages, Clock clock) {
        this.book = book;
        this.measuring = measuring;
        this.messages = messages;
        this.clock = clock;
    }

    String subject(TopIssueDetails it, Locale locale) {
        return say("topissue.draft.subject", locale, it.number(), it.title());
    }

    String words(TopIssueDetails it, @Nullable ProgressReport last, Locale locale) {
        var today = CompanyTime.today(clock);
        var since = last == null ? CompanyTime.dayOf(it.times().nominatedAt()) : CompanyTime.dayOf(last.toldAt());
        var tasks = book.tasks(it.id());
        var done = tasks.stream().filter(t -> t.doneOn() != null && !t.doneOn().isBefore(since)).toList();
        var next = tasks.stream().filter(t -> !t.isDone()).toList();
        var text = new StringBuilder();
        line(text, say("topissue.draft.state", locale, say("TopIssueState." + it.state(), locale)));
        BigDecimal value = measuring.latest(it);
        if (value != null && it.plan().measure() != null) {
            line(text,
                    say("topissue.draft.value", locale, it.plan().measure(), plain(value),
                            it.plan().unit() == null ? "" : it.plan().unit(), plain(it.plan().baseline()),
                            plain(it.plan().target()), String.valueOf(it.plan().targetOn())));
        }
        list(text, say("topissue.draft.done", locale), done, t -> t.title() + result(t));
        list(text, say("topissue.draft.next", locale), next,
                t -> t.title() + " · " + t.dueOn() + (t.isLate(today) ? " " + say("topissue.draft.late", locale) : ""));
        if (it.rootCause() != null) {
            line(text, say("topissue.draft.cause", locale, it.rootCause()));
        }
        return text.toString().strip();
    }

    private static String result(IssueTask task) {
        return task.result() == null ? "" : "：" + task.result();
    }

    private static void list(StringBuilder text, String head, List<IssueTask> tasks,
            java.util.function.Function<IssueTask, String> how) {
        if (!tasks.isEmpty()) {
            line(text, head);
            tasks.stream().limit(8).forEach(it -> line(text, "· " + how.apply(it)));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "–" : value.stripTrailingZeros().toPlainString();
    }

    private String say(String key, Locale locale, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, key, locale));
    }

}
