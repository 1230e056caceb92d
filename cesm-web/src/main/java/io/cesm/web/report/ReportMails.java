package io.cesm.web.report;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.report.CountingReports;
import io.cesm.governance.report.SendingReports.Reader;
import io.cesm.governance.report.SendingReports.Rhythm;
import io.cesm.governance.report.SendingReports;
import io.cesm.web.mail.Letter;
import io.cesm.web.mail.MailPost;
import io.cesm.web.panel.Say;
import io.cesm.web.security.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Reports by mail, in the same sentences as on the pages, each with what its reader may
 * see: of the month for managers and the office, of the week for those who look after
 * customers. Sent on the first days of a time only, and once each.
 */
@Component
class ReportMails {

    private static final int DAYS_OF_MONTH = 5;

    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final SendingReports sending;

    private final CountingReports counting;

    private final PackWriter writer;

    private final AccessBook access;

    private final MailPost post;

    private final PublicAddress address;

    private final MessageSource messages;

    private final Clock clock;

    ReportMails(SendingReports sending, CountingReports counting, PackWriter writer, AccessBook access, MailPost post,
            PublicAddress address, MessageSource messages, Clock clock) {
        this.sending = sending;
        this.counting = counting;
        this.writer = writer;
        this.access = access;
        this.post = post;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends what is due today; returns how many. */
    int deliver() {
        var today = CompanyTime.today(clock);
        int sent = 0;
        if (today.getDayOfMonth() <= DAYS_OF_MONTH) {
            var month = YearMonth.from(today).minusMonths(1);
            sent += deliver(Rhythm.MONTH, month.atDay(1), month.atEndOfMonth());
        }
        if (today.getDayOfWeek() == DayOfWeek.MONDAY || today.getDayOfWeek() == DayOfWeek.TUESDAY) {
            var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
            sent += deliver(Rhythm.WEEK, monday, monday.plusDays(6));
        }
        return sent;
    }

    int deliver(Rhythm rhythm, LocalDate from, LocalDate to) {
        int sent = 0;
        for (var reader = sending.take(rhythm, from); reader != null; reader = sending.take(rhythm, from)) {
            deliver(reader, rhythm, from, to);
            sent++;
        }
        return sent;
    }

    private void deliver(Reader reader, Rhythm rhythm, LocalDate from, LocalDate to) {
        var who = access.of(reader.staff()).orElseThrow();
        var locale = reader.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        var say = new Say(messages, locale);
        var content = Acting.as(who.actor("job", null), () -> writer.write(counting.of(null, from, to)));
        var subject = say.say("report.mail.subject." + rhythm, from, to);
        var body = body(reader, content, rhythm, from, to, say);
        var outcome = post.send(new Letter("report-%s-%s-%s@cesm".formatted(rhythm, from, reader.staff()),
                reader.address(), reader.name(), locale.getLanguage(), subject, body, Map.of("Auto-Submitted",
                        "auto-generated", "List-Unsubscribe", "<" + address.link("/me/reports") + ">")));
        var state = switch (outcome.fate()) {
            case SENT -> "SENT";
            case SHOWN -> "SHOWN";
            case REFUSED, FAILED -> "FAILED";
        };
        sending.mark(reader.staff(), rhythm, from, state, subject, body);
    }

    private String body(Reader reader, PackContent content, Rhythm rhythm, LocalDate from, LocalDate to, Say say) {
        var body = new StringBuilder(say.say("report.mail.greeting", reader.name())).append("\n\n")
            .append(say.say("report.mail.intro." + rhythm, from, to))
            .append("\n");
        for (var section : content.sections()) {
            var text = section.in(say.locale().getLanguage());
            body.append("\n").append(text.title()).append("\n");
            text.lines().forEach(line -> body.append("- ").append(line).append("\n"));
        }
        return body.append("\n")
            .append(say.say("report.mail.open", address.link((rhythm == Rhythm.MONTH) ? "/reports" : "/work")))
            .append("\n")
            .append(say.say("report.mail.unsubscribe", address.link("/me/reports")))
            .append("\n")
            .toString();
    }

    /** Every morning, in the company's time. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> sendReports(ReportMails mails) {
            return Tasks.recurring("report-mails", Schedules.daily(CompanyTime.ZONE, MORNING))
                .execute((instance, context) -> mails.deliver());
        }

    }

}
