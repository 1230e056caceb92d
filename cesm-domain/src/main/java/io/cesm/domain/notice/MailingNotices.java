package io.cesm.domain.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings notices out by mail as each person wants: at once, gathered once a day, not in
 * quiet hours and on days off. A row for each notice and way makes that none goes out
 * twice; what was read meanwhile stays in.
 */
@Service
@Transactional
public class MailingNotices {

    private static final int AT_ONCE = 300;

    private static final int MOST_IN_A_MAIL = 100;

    private final JdbcClient jdbc;

    private final NoticeBook book;

    private final CalendarBook calendars;

    private final CurrentActor current;

    private final Clock clock;

    MailingNotices(JdbcClient jdbc, NoticeBook book, CalendarBook calendars, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.calendars = calendars;
        this.current = current;
        this.clock = clock;
    }

    /** A mail to one of us. */
    public record NoticeMail(UUID id, StaffId staff, String name, String address, String language, String subject,
            String body, String state, int tries, @Nullable String problem, Instant madeAt, @Nullable Instant sentAt) {
    }

    /** What is due to somebody and not written yet. */
    public record Due(StaffId staff, String name, String address, String language, List<NoticeRow> notices) {
    }

    /** What the one who acts wants. */
    @Transactional(readOnly = true)
    public NoticePreferences mine() {
        return jdbc.sql("select * from notice_preference where staff_id = :me")
            .param("me", current.actor().requireStaff().id())
            .query((rs, i) -> preferences(rs))
            .optional()
            .orElse(NoticePreferences.USUAL);
    }

    /** Keeps what the one who acts wants; what waits already keeps its time. */
    public void prefer(NoticePreferences wish) {
        jdbc.sql(
                """
                        insert into notice_preference (staff_id, escalation, handover, other, digest_hour, quiet_from, quiet_to, disturb)
                        values (:me, :escalation, :handover, :other, :digest, :from, :to, :disturb)
                        on conflict (staff_id) do update set escalation = excluded.escalation, handover = excluded.handover,
                               other = excluded.other, digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from,
                               quiet_to = excluded.quiet_to, disturb = excluded.disturb""")
            .param("me", current.actor().requireStaff().id())
            .param("escalation", wish.escalation().name())
            .param("handover", wish.handOver().name())
            .param("other", wish.other().name())
            .param("digest", wish.digestHour())
            .param("from", wish.quietFrom())
            .param("to", wish.quietTo())
            .param("disturb", wish.disturb())
            .update();
    }

    /** The latest mails to the one who acts. */
    @Transactional(readOnly = true)
    public List<NoticeMail> sentToMe() {
        return jdbc
            .sql("select m.*, s.name from notice_mail m join staff s on s.id = m.staff_id where m.staff_id = :me"
                    + " order by m.made_at desc, m.id desc limit 20")
            .param("me", current.actor().requireStaff().id())
            .query(MailingNotices::mail)
            .list();
    }

    /** When a notice goes out, if it does. */
    private record Decided(UUID notice, @Nullable Instant due) {
    }

    /** Says of new notices whether and when they go out; returns how many there were. */
    public int decide() {
        List<Decided> decided = new ArrayList<>();
        jdbc.sql(
                """
                        select d.notice_id, n.kind, s.email, s.status, s.time_zone, p.*
                          from notice_delivery d
                          join notice n on n.id = d.notice_id
                          join staff s on s.id = n.staff_id
                          left join notice_preference p on p.staff_id = n.staff_id
                         where d.state = 'NEW' and d.due_at <= :now order by d.due_at limit :most for update of d skip locked""")
            .param("now", now())
            .param("most", AT_ONCE)
            .query(rs -> {
                decided.add(new Decided(rs.getObject("notice_id", UUID.class), due(rs)));
            });
        if (!decided.isEmpty()) {
            keep(decided);
        }
        return decided.size();
    }

    private void keep(List<Decided> decided) {
        jdbc.sql("""
                update notice_delivery d set state = case when t.due is null then 'NONE' else 'WAITING' end,
                       due_at = coalesce(t.due, :now)
                  from unnest(cast(:ids as uuid[]), cast(:dues as timestamptz[])) t(id, due)
                 where d.notice_id = t.id and d.channel = 'MAIL'""")
            .param("now", now())
            .param("ids", decided.stream().map(Decided::notice).toArray(UUID[]::new))
            .param("dues",
                    decided.stream()
                        .map(it -> it.due() == null ? null : it.due().toString())
                        .toArray(@Nullable String[]::new))
            .update();
    }

    private @Nullable Instant due(ResultSet rs) throws SQLException {
        var wish = rs.getObject("staff_id") == null ? NoticePreferences.USUAL : preferences(rs);
        var group = NoticeGroup.of(rs.getString("kind"));
        var address = rs.getString("email");
        if (address == null || address.isBlank() || !"ACTIVE".equals(rs.getString("status"))
                || wish.way(group) == NoticePreferences.Way.NONE) {
            return null;
        }
        return wish.due(group, clock.instant(), zone(rs.getString("time_zone")), this::isWorkingDay);
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? CompanyTime.ZONE : ZoneId.of(name);
        }
        catch (DateTimeException ex) {
            return CompanyTime.ZONE;
        }
    }

    private boolean isWorkingDay(ZonedDateTime at) {
        var begin = CompanyTime.startOf(at.toLocalDate());
        return calendars.time(calendars.require("cn")).between(begin, begin.plus(Duration.ofDays(1))).isPositive();
    }

    /** Somebody to whom something is due, if there is anybody. */
    public @Nullable Due next() {
        Map<UUID, NoticeRow> notices = new LinkedHashMap<>();
        var staff = jdbc
            .sql("""
                    select n.staff_id from notice_delivery d join notice n on n.id = d.notice_id
                     where d.state = 'WAITING' and d.due_at <= :now order by d.due_at limit 1 for update of d skip locked""")
            .param("now", now())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .optional()
            .orElse(null);
        if (staff == null) {
            return null;
        }
        jdbc.sql("select 1 from staff where id = :staff for no key update").param("staff", staff).query(rs -> {
        });
        jdbc.sql("""
                update notice_delivery d set state = 'NONE' from notice n
                 where n.id = d.notice_id and n.staff_id = :staff and d.state = 'WAITING' and n.read_at is not null""")
            .param("staff", staff)
            .update();
        jdbc.sql(
                """
                        select n.* from notice_delivery d join notice n on n.id = d.notice_id
                         where n.staff_id = :staff and d.state = 'WAITING' and d.due_at <= :now order by n.at, n.id limit :most""")
            .param("staff", staff)
            .param("now", now())
            .param("most", MOST_IN_A_MAIL)
            .query((rs, i) -> book.row(rs, i))
            .list()
            .forEach(it -> notices.put(it.id(), it));
        return jdbc.sql("select name, email, coalesce(language, 'zh') as language from staff where id = :staff")
            .param("staff", staff)
            .query((rs, i) -> new Due(new StaffId(staff), rs.getString("name"),
                    Objects.requireNonNullElse(rs.getString("email"), ""), rs.getString("language"),
                    List.copyOf(notices.values())))
            .single();
    }

    /** Writes the mail for what is due; only together with {@link #next}. */
    public void write(Due due, String subject, String body) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into notice_mail (id, staff_id, address, language, subject, body, state, not_before, made_at)
                values (:id, :staff, :address, :language, :subject, :body, 'WAITING', :now, :now)""")
            .param("id", id)
            .param("staff", due.staff().id())
            .param("address", due.address())
            .param("language", due.language())
            .param("subject", subject.length() > 300 ? subject.substring(0, 300) : subject)
            .param("body", body)
            .param("now", now())
            .update();
        jdbc.sql("update notice_delivery set state = 'MAILED', mail_id = :mail where notice_id = any(:ids)"
                + " and channel = 'MAIL' and state = 'WAITING'")
            .param("mail", id)
            .param("ids", due.notices().stream().map(NoticeRow::id).toArray(UUID[]::new))
            .update();
    }

    private static NoticePreferences preferences(ResultSet rs) throws SQLException {
        return new NoticePreferences(NoticePreferences.Way.valueOf(rs.getString("escalation")),
                NoticePreferences.Way.valueOf(rs.getString("handover")),
                NoticePreferences.Way.valueOf(rs.getString("other")), rs.getInt("digest_hour"), rs.getInt("quiet_from"),
                rs.getInt("quiet_to"), rs.getBoolean("disturb"));
    }

    static NoticeMail mail(ResultSet rs, int i) throws SQLException {
        var sent = rs.getObject("sent_at", OffsetDateTime.class);
        return new NoticeMail(rs.getObject("id", UUID.class), new StaffId(rs.getObject("staff_id", UUID.class)),
                rs.getString("name"), rs.getString("address"), rs.getString("language"), rs.getString("subject"),
                rs.getString("body"), rs.getString("state"), rs.getInt("tries"), rs.getString("problem"),
                rs.getObject("made_at", OffsetDateTime.class).toInstant(), sent == null ? null : sent.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
