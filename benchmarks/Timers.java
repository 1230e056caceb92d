import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lets many clocks of complaints become due within one minute while two nodes of CESM on one PostgreSQL look after them
 * and are killed with SIGKILL, and says how many escalations are missing or there twice, and how late they came. Usage:
 *
 *   java -cp postgresql.jar benchmarks/Timers.java cesm.jar directory [timers] [kills] [port]
 *
 * A node is killed when both are ready, and started again at once; while kills are left, another minute of as many timers
 * follows. The directory is made with a demo company, or used again.
 */
public class Timers {

    static final String OF = " from escalation e join complaint c on c.id = e.complaint_id where c.subject = '%s'"
            + " and e.kind = 'CLOCK_PERCENT' and e.amount = 100";

    static int faults;

    public static void main(String[] args) throws Exception {
        int timers = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
        int kills = args.length > 3 ? Integer.parseInt(args[3]) : 10;
        int port = args.length > 4 ? Integer.parseInt(args[4]) : 18080;
        try (var nodes = new TwoNodes(Path.of(args[0]), Path.of(args[1]), port); var db = nodes.owner()) {
            int killed = 0;
            for (int minute = 1; minute == 1 || killed < kills; minute++) {
                killed += minute(nodes, db, "timer " + Instant.now(), timers, kills - killed);
            }
        }
        System.out.println(faults == 0 ? "nothing missed, nothing doubled" : faults + " faults");
        System.exit(faults == 0 ? 0 : 1);
    }

    static int minute(TwoNodes nodes, Connection db, String name, int timers, int kills) throws Exception {
        var begin = Instant.now().plusSeconds(45).truncatedTo(ChronoUnit.SECONDS);
        prepare(db, name, timers, begin);
        System.out.printf("%d clocks due from %s within one minute, load %s%n", timers, begin, TwoNodes.load());
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), begin).toMillis()));
        double before = nodes.processorSeconds();
        int killed = 0;
        long done = 0;
        var next = begin.plusMillis(60_000 / (kills + 1));
        while (done < timers && Instant.now().isBefore(begin.plusSeconds(900))) {
            Thread.sleep(500);
            done = count(db, "select count(distinct e.complaint_id)" + OF.formatted(name));
            if (killed < kills && done < timers && Instant.now().isAfter(next) && nodes.isReady(0) && nodes.isReady(1)) {
                int which = killed++ % 2;
                nodes.kill(which);
                nodes.start(which);
                next = Instant.now().plusMillis(60_000 / (kills + 1));
                System.out.printf("  %d s: %d done, node %d killed%n", Duration.between(begin, Instant.now()).toSeconds(),
                        done, which + 1);
            }
        }
        System.out.printf("all looked at after %d s, load %s%s%n", Duration.between(begin, Instant.now()).toSeconds(),
                TwoNodes.load(), kills > 0 ? "" : ", %.1f ms of processor each"
                    .formatted((nodes.processorSeconds() - before) * 1000 / timers));
        report(db, name, timers);
        for (int i = 0; i < 2; i++) {
            while (!nodes.isReady(i)) {
                Thread.sleep(200);
            }
        }
        return killed;
    }

    /** Complaints with an answer in time, whose solution becomes due second by second; a timer each. */
    static void prepare(Connection db, String name, int timers, Instant begin) throws Exception {
        db.setAutoCommit(false);
        try (var sql = db.createStatement()) {
            sql.execute("create temporary table made on commit drop as select gen_random_uuid() as id, n, timestamptz '"
                    + begin + "' + (n % 60) * interval '1 second' as due from generate_series(1, " + timers + ") n");
            sql.execute("""
                    insert into complaint (id, number, kind, customer_id, contact_id, subject, verbatim, channel, state, grade,
                           proposed_grade, grade_points, impact, urgency, publicity, recurrence, key_decider, owner_id,
                           owner_since, hand_offs, received_at, acknowledged_at, started_at, demo, updated_at, version, due_at,
                           warn_at, look_at)
                    select m.id, 'T-' || m.id, 'COMPLAINT', a.customer_id, a.contact_id, '%s', 'timer', 'PHONE',
                           'IN_PROGRESS', 3, 3, a.grade_points, 3, 3, false, 0, false, a.owner_id, now(), 0,
                           now() - interval '3 days', now() - interval '3 days', now() - interval '3 days', true, now(), 0,
                           m.due, m.due, m.due
                      from made m
                      join (select c.*, row_number() over (order by id) - 1 as place, count(*) over () as many from complaint c
                             where owner_id is not null and demo and subject not like 'timer %%') a on a.place = m.n %% a.many"""
                .formatted(name));
            sql.execute("""
                    insert into complaint_clock (complaint_id, kind, policy, calendar_id, calendar_version, target_minutes, state,
                           began_at, used, running_since, due_at, warn_at, paused_times)
                    select m.id, 'RESOLUTION', 'timers', k.id, k.version, 60, 'RUNNING', m.due - interval '1 hour', 0,
                           m.due - interval '1 hour', m.due, m.due, 0
                      from made m cross join (select id, version from business_calendar where code = 'always') k""");
            sql.execute("""
                    insert into escalation_binding (complaint_id, policy_id, version, grade, bound_at)
                    select m.id, p.policy_id, p.version, 3, now() from made m cross join (
                        select v.policy_id, v.version from escalation_policy_version v join escalation_policy p on p.id = v.policy_id
                           and p.version = v.version where p.active and v.rules @>
                               '{"levels": [{"trigger": {"kind": "CLOCK_PERCENT", "amount": 100}, "deeds": ["NOTIFY"]}]}'
                         order by p.rank limit 1) p""");
            // what was due before has happened
            sql.execute("""
                    insert into escalation (id, complaint_id, level, kind, amount, occasion, due_at, at)
                    select gen_random_uuid(), m.id, 2, 'CLOCK_PERCENT', 75,
                           'CLOCK_PERCENT/75/RESOLUTION@' || extract(epoch from m.due - interval '1 hour')::bigint || '/60', m.due,
                           now()
                      from made m""");
            sql.execute("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    select 'complaint-look', m.id || '@' || extract(epoch from m.due)::bigint, m.due, false, 1 from made m""");
        }
        db.commit();
        db.setAutoCommit(true);
    }

    static void report(Connection db, String name, int timers) throws Exception {
        var of = OF.formatted(name);
        long done = count(db, "select count(distinct e.complaint_id)" + of);
        long doubled = count(db, "select count(*)" + of) - done;
        long notices = count(db, "select count(*) - count(distinct (n.staff_id, n.subject_id)) from notice n join complaint c"
                + " on c.id = n.subject_id where c.subject = '" + name
                + "' and n.kind = 'COMPLAINT_ESCALATED_CLOCK_PERCENT' and n.details ->> 'b' = '100'");
        long lines = count(db, "select count(*) - count(distinct t.subject_id) from timeline_entry t join complaint c"
                + " on c.id = t.subject_id where c.subject = '" + name + "' and t.action = 'ESCALATED_3'");
        long silent = count(db, "select count(*) from complaint c where c.subject = '" + name + "' and not exists (select 1"
                + " from notice n where n.subject_id = c.id and n.kind = 'COMPLAINT_ESCALATED_CLOCK_PERCENT')");
        System.out.printf("%d of %d escalated: %d missed, %d doubled, %d notices and %d lines doubled, %d told nobody%n",
                done, timers, timers - done, doubled, notices, lines, silent);
        faults += (int) (timers - done + doubled + notices + lines + silent);
        try (var sql = db.createStatement();
                var rs = sql.executeQuery("select percentile_disc(0.5) within group (order by late),"
                        + " percentile_disc(0.99) within group (order by late), max(late) from"
                        + " (select extract(epoch from e.at - e.due_at) as late" + of + ") l")) {
            rs.next();
            System.out.printf("late: median %.1f s, p99 %.1f s, longest %.1f s%n", rs.getDouble(1), rs.getDouble(2),
                    rs.getDouble(3));
        }
    }

    static long count(Connection db, String query) throws Exception {
        try (var sql = db.createStatement(); var rs = sql.executeQuery(query)) {
            rs.next();
            return rs.getLong(1);
        }
    }

}
