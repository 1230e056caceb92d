package io.cesm.web.demo;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.answer.LettingAnswersGo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the demo company at one stroke: its customers with everything that hangs on
 * them, its people and its units. The timeline keeps its entries, as it keeps all.
 */
@Service
@Transactional
class RemovingTheDemoCompany {

    private static final UUID DEMO = new UUID(0L, 0L);

    private static final String DEMO_STAFF = "(select id from staff where demo)";

    private final DemoInventory inventory;

    private final Uprooting uprooting;

    private final LettingAnswersGo letting;

    private final JdbcClient jdbc;

    private final DemoProgress progress;

    private final Timeline timeline;

    private final CurrentActor current;

    RemovingTheDemoCompany(DemoInventory inventory, Uprooting uprooting, LettingAnswersGo letting, JdbcClient jdbc,
            DemoProgress progress, Timeline timeline, CurrentActor current) {
        this.inventory = inventory;
        this.uprooting = uprooting;
        this.letting = letting;
        this.jdbc = jdbc;
        this.progress = progress;
        this.timeline = timeline;
        this.current = current;
    }

    /**
     * Whether the one who acts is a real administrator, who stays when the demo company
     * goes.
     */
    @Transactional(readOnly = true)
    public boolean isOpenToMe() {
        var staff = current.actor().staff();
        return staff != null && !isDemo(staff);
    }

    public void remove() {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var me = current.actor().requireStaff();
        if (isDemo(me)) {
            throw new Refusal("demo.own_administrator_first");
        }
        if (progress.isTelling()) {
            throw new Refusal("demo.still_telling");
        }
        progress.forget();
        var before = inventory.count();
        letting.during(() -> {
            uprooting.uproot("survey", "demo");
            uprooting.uproot("top_issue", "demo or customer_id in (select id from customer where demo)");
            uprooting.uproot("customer", "demo or merged_into in (select id from customer where demo)");
        });
        uprooting.uproot("lesson", "demo");
        uprooting.uproot("playbook", "demo");
        letting.during(() -> uprooting.uproot("agency_series", "demo"));
        uprooting.uproot("index_series", "demo");
        jdbc.sql("delete from complaint_incident where demo").update();
        jdbc.sql("delete from report_pack where demo").update();
        jdbc.sql("delete from incoming_mail where mailbox = :box").param("box", DemoMails.BOX).update();
        passOnTo(me);
        jdbc.sql("delete from staff where demo").update();
        dissolveUnits();
        jdbc.sql("""
                delete from notice n
                 where (n.subject_type = 'EXPECTATION'
                        and not exists (select 1 from expectation e where e.id = n.subject_id))
                    or (n.subject_type = 'SCORECARD'
                        and not exists (select 1 from scorecard s where s.id = n.subject_id))
                    or (n.subject_type = 'COMPLAINT'
                        and not exists (select 1 from complaint c where c.id = n.subject_id))
                    or (n.subject_type = 'TOP_ISSUE'
                        and not exists (select 1 from top_issue t where t.id = n.subject_id))""").update();
        timeline.record(Change.of(new Subject("SETTING", DEMO, "demo", null), "DEMO_REMOVED")
            .with("customers", before.customers(), 0)
            .with("contacts", before.contacts(), 0)
            .with("expectations", before.expectations(), 0)
            .with("staff", before.staff(), 0));
    }

    /**
     * What is left and names demo people names the one who removed them; the timeline
     * knows better.
     */
    private void passOnTo(StaffId me) {
        for (var theirs : List.of("account_team", "lesson_use")) {
            jdbc.sql("delete from " + theirs + " where staff_id in " + DEMO_STAFF).update();
        }
        for (var link : uprooting.linksTo("staff")) {
            if (!link.needed() || !isCascading(link)) {
                jdbc.sql("update %s set %s = :me where %s in %s".formatted(link.table(), link.column(), link.column(),
                        DEMO_STAFF))
                    .param("me", me.id())
                    .update();
            }
        }
    }

    private boolean isCascading(Uprooting.Link link) {
        return jdbc.sql("""
                select exists (select 1 from pg_constraint f
                  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                 where f.contype = 'f' and f.confdeltype = 'c' and f.conrelid = cast(:table as regclass)
                   and f.confrelid = 'staff'::regclass and a.attname = :column)""")
            .param("table", link.table())
            .param("column", link.column())
            .query(Boolean.class)
            .single();
    }

    /**
     * Units the demo company founded go, from the leaves up, unless somebody uses them
     * now.
     */
    private void dissolveUnits() {
        int gone;
        do {
            gone = jdbc.sql("""
                    delete from org_unit u
                     where u.id in (select t.subject_id from timeline_entry t
                                     where t.subject_type = 'UNIT' and t.action = 'FOUNDED'
                                       and t.actor_kind = 'SYSTEM' and t.actor_name = :maker)
                       and not exists (select 1 from staff s where s.unit_id = u.id)
                       and not exists (select 1 from customer c where c.unit_id = u.id)
                       and not exists (select 1 from report_pack p where p.unit_id = u.id)
                       and not exists (select 1 from org_unit below where below.parent_id = u.id)""")
                .param("maker", DemoCompany.MAKER)
                .update();
        }
        while (gone > 0);
    }

    private boolean isDemo(StaffId staff) {
        return jdbc.sql("select demo from staff where id = :id").param("id", staff.id()).query(Boolean.class).single();
    }

}
