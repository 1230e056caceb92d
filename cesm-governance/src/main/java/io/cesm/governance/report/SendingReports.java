package io.cesm.governance.report;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets a report by mail, and that everybody gets each one once: managers and the
 * office by month, those who look after customers by week.
 */
@Service
@Transactional
public class SendingReports {

    private static final Duration LEASE = Duration.ofMinutes(30);

    private static final int TRIES = 5;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    SendingReports(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /** How often a report comes. */
    public enum Rhythm {

        WEEK, MONTH

    }

    /** Somebody who is to get a report. */
    public record Reader(StaffId staff, String name, String address, String language) {
    }

    /**
     * Takes the next reader of a report, so that no one else does; a reader that was
     * taken and never marked comes up again after half an hour.
     */
    public @Nullable Reader take(Rhythm rhythm, LocalDate starts) {
        var now = clock.instant();
        return jdbc
            .sql("""
                    with next as (
                        select s.id from staff s
                          left join report_mail m on m.staff_id = s.id and m.rhythm = :rhythm and m.starts_on = :starts
                         where s.status = 'ACTIVE' and s.email is not null
                           and exists (select from staff_role r where r.staff_id = s.id and r.role = any(:roles))
                           and (:month or not exists (select from staff_role r where r.staff_id = s.id and r.role in ('MANAGER', 'OFFICE')))
                           and not exists (select from report_refusal f where f.staff_id = s.id)
                           and (m.staff_id is null or (m.state in ('TAKEN', 'FAILED') and m.tries < :tries and m.taken_at < :stale))
                         order by s.id limit 1 for update of s skip locked),
                    taken as (
                        insert into report_mail (staff_id, rhythm, starts_on, state, taken_at)
                        select id, :rhythm, :starts, 'TAKEN', :now from next
                            on conflict (staff_id, rhythm, starts_on) do update
                               set state = 'TAKEN', taken_at = :now, tries = report_mail.tries + 1
                             where report_mail.state in ('TAKEN', 'FAILED') and report_mail.taken_at < :stale
                        returning staff_id)
                    select s.id, s.name, s.email, coalesce(s.language, 'zh') as language from taken t join staff s on s.id = t.staff_id""")
            .param("rhythm", rhythm.name())
            .param("starts", starts)
            .param("month", rhythm == Rhythm.MONTH)
            .param("roles",
                    (rhythm == Rhythm.MONTH) ? new String[] { "MANAGER", "OFFICE" }
                            : new String[] { "CSR", "AR", "SR", "FR" })
            .param("tries", TRIES)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("stale", now.minus(LEASE).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new Reader(new StaffId(rs.getObject("id", UUID.class)), rs.getString("name"),
                    rs.getString("email"), rs.getString("language")))
            .optional()
            .orElse(null);
    }

    /**
     * What became of a mail, with what stood in it.
     * @param state {@code SENT}, {@code SHOWN} where there is no mail server, or
     * {@code FAILED}
     */
    public void mark(StaffId staff, Rhythm rhythm, LocalDate starts, String state, String subject, String body) {
        jdbc.sql(
                "update report_mail set state = ?, subject = ?, body = ? where staff_id = ? and rhythm = ? and starts_on = ?")
            .params(state, subject, body, staff.id(), rhythm.name(), starts)
            .update();
    }

    /** A report that was sent to oneself. */
    public record Sent(Rhythm rhythm, LocalDate startsOn, String state, @Nullable String subject,
            @Nullable String body) {
    }

    /** The last reports one got. */
    @Transactional(readOnly = true)
    public List<Sent> mine() {
        return jdbc.sql("""
                select * from report_mail where staff_id = ? and state in ('SENT', 'SHOWN')
                 order by starts_on desc, rhythm limit 12""")
            .param(current.actor().requireStaff().id())
            .query((rs, i) -> new Sent(Rhythm.valueOf(rs.getString("rhythm")),
                    rs.getObject("starts_on", LocalDate.class), rs.getString("state"), rs.getString("subject"),
                    rs.getString("body")))
            .list();
    }

    @Transactional(readOnly = true)
    public boolean wanted() {
        return jdbc.sql("select count(*) from report_refusal where staff_id = ?")
            .param(current.actor().requireStaff().id())
            .query(Long.class)
            .single() == 0;
    }

    /** Wants reports by mail, or no longer. */
    public void want(boolean wanted) {
        var me = current.actor().requireStaff().id();
        if (wanted) {
            jdbc.sql("delete from report_refusal where staff_id = ?").param(me).update();
        }
        else {
            jdbc.sql("insert into report_refusal (staff_id, refused_at) values (?, ?) on conflict do nothing")
                .params(me, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        }
    }

}
