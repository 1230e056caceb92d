package io.cesm.governance.workorder;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.Attachment;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.files.FileAccess;
import io.cesm.domain.files.FileStore;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sending somebody to the customer's site, and noting from there how it went. Only who
 * was sent, or those who lead, note the way, the arrival and the end.
 */
@Service
@Transactional
public class DispatchingWork implements FileAccess {

    private static final String TYPE = "WORK_ORDER";

    private static final int LARGEST_SIGNATURE = 400_000;

    private static final int MOST_PHOTOS = 10;

    private static final Duration LONGEST = Duration.ofDays(30);

    private final WorkOrderBook book;

    private final ComplaintBook complaints;

    private final FileStore files;

    private final RecordNumbers numbers;

    private final Timeline timeline;

    private final Notices notices;

    private final CurrentActor current;

    private final ApplicationEventPublisher facts;

    private final Clock clock;

    private final JdbcClient jdbc;

    DispatchingWork(WorkOrderBook book, ComplaintBook complaints, @Lazy FileStore files, RecordNumbers numbers,
            Timeline timeline, Notices notices, CurrentActor current, ApplicationEventPublisher facts, Clock clock,
            JdbcClient jdbc) {
        this.book = book;
        this.complaints = complaints;
        this.files = files;
        this.numbers = numbers;
        this.timeline = timeline;
        this.notices = notices;
        this.current = current;
        this.facts = facts;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Sends somebody out about a complaint that is being worked on. */
    public WorkOrderId dispatch(ComplaintId complaint, DispatchWork wish, boolean demo) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = complaints.require(complaint);
        if (!it.isOpen()) {
            throw new Refusal("complaint.ended", it.state());
        }
        var owner = checked(wish);
        var now = clock.instant();
        var id = new WorkOrderId(Uuid7.at(now.toEpochMilli()));
        var number = numbers.next("W");
        jdbc.sql("""
                insert into work_order (id, number, complaint_id, customer_id, assignee_id, task, site, product,
                       planned_from, planned_to, state, dispatched_at, dispatched_by, demo, version)
                values (:id, :number, :complaint, :customer, :assignee, :task, :site, :product, :from, :to, 'PLANNED',
                       :at, :by, :demo, 0)""")
            .params(params(wish, owner))
            .param("id", id.id())
            .param("number", number)
            .param("complaint", complaint.id())
            .param("customer", it.heading().customer().id())
            .param("product", it.product())
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("by", me(), Types.OTHER)
            .param("demo", demo)
            .update();
        timeline.record(Change
            .of(new Subject("COMPLAINT", complaint.id(), it.number(), it.heading().customer().id()), "WORK_DISPATCHED")
            .note(number + "：" + wish.task()));
        tell(owner, id, number, it.heading().customer().id());
        return id;
    }

    /** Gives it to somebody else, or another time, before anybody has left. */
    public void replan(WorkOrderId id, long seen, DispatchWork wish) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = seen(id, seen);
        require(it, WorkOrderState.PLANNED);
        var owner = checked(wish);
        jdbc.sql("""
                update work_order set assignee_id = :assignee, task = :task, site = :site, planned_from = :from,
                       planned_to = :to, version = version + 1 where id = :id""")
            .params(params(wish, owner))
            .param("id", id.id())
            .update();
        note(it, "WORK_REPLANNED", wish.task());
        if (!owner.equals(it.assignee())) {
            tell(owner, id, it.number(), it.customer().id());
        }
    }

    public void leave(WorkOrderId id, long seen) {
        var it = mine(id, seen);
        require(it, WorkOrderState.PLANNED);
        set(it, "state = 'ON_THE_WAY', way_at = :at", Map.of());
        note(it, "WORK_ON_THE_WAY", null);
    }

    public void arrive(WorkOrderId id, long seen) {
        var it = mine(id, seen);
        if (it.state() != WorkOrderState.PLANNED && it.state() != WorkOrderState.ON_THE_WAY) {
            throw new Refusal("workorder.wrong_state", it.state());
        }
        set(it, "state = 'ON_SITE', arrived_at = :at, way_at = coalesce(way_at, :at)", Map.of());
        note(it, "WORK_ON_SITE", null);
    }

    /** It was done: what, with which parts, and who at the customer signed. */
    public void finish(WorkOrderId id, long seen, FinishWork wish) {
        var it = mine(id, seen);
        require(it, WorkOrderState.ON_SITE);
        if (wish.solved() == null) {
            throw new FieldRefusal("solved", "workorder.solved");
        }
        var outcome = Texts.required(wish.outcome(), 2000, "outcome");
        var name = Texts.optional(wish.signedName(), 80, "signedName");
        if (name == null) {
            throw new FieldRefusal("signedName", "workorder.signed");
        }
        if (wish.photos().size() > MOST_PHOTOS) {
            throw new FieldRefusal("photos", "complaint.files.too_many", MOST_PHOTOS);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("solved", wish.solved());
        values.put("outcome", outcome);
        values.put("name", name);
        values.put("signature", signature(it, wish.signature()));
        set(it, "state = 'DONE', ended_at = :at, solved = :solved, outcome = :outcome, signed_name = :name,"
                + " signature_id = cast(:signature as uuid)", values);
        parts(id, wish.parts());
        wish.photos().forEach(photo -> photo(id, photo));
        note(it, wish.solved() ? "WORK_DONE" : "WORK_DONE_UNSOLVED", outcome);
        facts.publishEvent(new VisitDone(id, it.complaint(), it.customer(), wish.solved(), clock.instant()));
    }

    private @Nullable UUID signature(WorkOrder it, byte @Nullable [] drawn) {
        if (drawn == null || drawn.length == 0) {
            return null;
        }
        if (drawn.length > LARGEST_SIGNATURE || drawn.length < 8 || drawn[0] != (byte) 0x89 || drawn[1] != 'P') {
            throw new FieldRefusal("signature", "workorder.signature");
        }
        return files.put(it.number() + "-signature.png", drawn, TYPE, it.id().id()).id().id();
    }

    private void photo(WorkOrderId id, Attachment photo) {
        var kept = files.put(photo.name(), photo.content(), TYPE, id.id());
        jdbc.sql("insert into work_order_file (work_order_id, file_id, added_at) values (:id, :file, :at)")
            .param("id", id.id())
            .param("file", kept.id().id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private void parts(WorkOrderId id, List<WorkOrder.Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            var it = parts.get(i);
            if (it.quantity().signum() <= 0 || it.quantity().precision() - it.quantity().scale() > 8) {
                throw new FieldRefusal("parts", "workorder.quantity");
            }
            jdbc.sql("insert into work_order_part (work_order_id, pos, name, quantity, serial)"
                    + " values (:id, :pos, :name, :quantity, :serial)")
                .param("id", id.id())
                .param("pos", i + 1)
                .param("name", Texts.required(it.name(), 120, "parts"))
                .param("quantity", it.quantity())
                .param("serial", Texts.optional(it.serial(), 80, "parts"))
                .update();
        }
    }

    /** It came to nothing, and why. */
    public void fail(WorkOrderId id, long seen, @Nullable NotDone reason, @Nullable String words) {
        var it = mine(id, seen);
        if (!it.state().isOpen()) {
            throw new Refusal("workorder.wrong_state", it.state());
        }
        if (reason == null) {
            throw new FieldRefusal("reason", "choice.required");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("reason", reason.name());
        values.put("outcome", Texts.required(words, 2000, "words"));
        set(it, "state = 'NOT_DONE', ended_at = :at, not_done_reason = :reason, outcome = :outcome", values);
        note(it, "WORK_NOT_DONE", words);
    }

    /** Nobody has to go any more. */
    public void cancel(WorkOrderId id, long seen, @Nullable String because) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = seen(id, seen);
        require(it, WorkOrderState.PLANNED);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("outcome", Texts.required(because, 1000, "words"));
        set(it, "state = 'CANCELLED', ended_at = :at, outcome = :outcome", values);
        note(it, "WORK_CANCELLED", because);
    }

    private StaffId checked(DispatchWork wish) {
        if (wish.assignee() == null) {
            throw new FieldRefusal("assignee", "workorder.assignee");
        }
        if (wish.from() == null) {
            throw new FieldRefusal("from", "workorder.from");
        }
        if (wish.to() == null || !wish.to().isAfter(wish.from())
                || Duration.between(wish.from(), wish.to()).compareTo(LONGEST) > 0) {
            throw new FieldRefusal("to", "workorder.to");
        }
        ActiveStaff.require(jdbc, wish.assignee(), "assignee");
        return wish.assignee();
    }

    private static Map<String, @Nullable Object> params(DispatchWork wish, StaffId assignee) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("assignee", assignee.id());
        params.put("task", Texts.required(wish.task(), 1000, "task"));
        params.put("site", Texts.optional(wish.site(), 400, "site"));
        params.put("from", wish.from() == null ? null : wish.from().atOffset(ZoneOffset.UTC));
        params.put("to", wish.to() == null ? null : wish.to().atOffset(ZoneOffset.UTC));
        return params;
    }

    private void tell(StaffId who, WorkOrderId id, String number, UUID customer) {
        if (!who.equals(current.actor().staff())) {
            notices.tell(who, "WORK_ORDER", new Subject(TYPE, id.id(), number, customer), Map.of(),
                    id + "/" + clock.instant());
        }
    }

    private WorkOrder mine(WorkOrderId id, long seen) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = seen(id, seen);
        var actor = current.actor();
        var leads = actor.roles().contains(Role.MANAGER) || actor.roles().contains(Role.OFFICE);
        if (!it.assignee().equals(actor.staff()) && !leads) {
            throw new Refusal("workorder.not_yours");
        }
        return it;
    }

    private WorkOrder seen(WorkOrderId id, long seen) {
        var it = book.require(id);
        StaleVersion.check(seen, it.version());
        return it;
    }

    private static void require(WorkOrder it, WorkOrderState state) {
        if (it.state() != state) {
            throw new Refusal("workorder.wrong_state", it.state());
        }
    }

    private void set(WorkOrder it, String what, Map<String, ? extends @Nullable Object> values) {
        int hit = jdbc
            .sql("update work_order set " + what + ", version = version + 1 where id = :id and version = :seen")
            .params(values)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", it.id().id())
            .param("seen", it.version())
            .update();
        if (hit == 0) {
            throw new StaleVersion(it.version(), it.version() + 1);
        }
    }

    private void note(WorkOrder it, String action, @Nullable String words) {
        timeline.record(Change
            .of(new Subject("COMPLAINT", it.complaint().id(), it.complaintNumber(), it.customer().id()), action)
            .note(words == null ? it.number() : it.number() + "：" + words));
    }

    private @Nullable UUID me() {
        var me = current.actor().staff();
        return me == null ? null : me.id();
    }

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(UUID subject) {
        try {
            book.require(new WorkOrderId(subject));
            return true;
        }
        catch (UnknownThing unknown) {
            return false;
        }
    }

}
