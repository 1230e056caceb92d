package io.cesm.governance.lesson;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import io.cesm.domain.topissue.TopIssueBook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties lessons to the records they go back to, and unties them. */
@Service
@Transactional
public class LinkingLessons {

    private final LessonDesk desk;

    private final ComplaintBook complaints;

    private final TopIssueBook topIssues;

    private final Timeline timeline;

    private final CurrentActor current;

    private final ApplicationEventPublisher facts;

    private final Clock clock;

    private final JdbcClient jdbc;

    LinkingLessons(LessonDesk desk, ComplaintBook complaints, TopIssueBook topIssues, Timeline timeline,
            CurrentActor current, ApplicationEventPublisher facts, Clock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.complaints = complaints;
        this.topIssues = topIssues;
        this.timeline = timeline;
        this.current = current;
        this.facts = facts;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Ties it to a record by the number people quote. */
    public void link(LessonId id, @Nullable String number) {
        var it = desk.change(id, null);
        var wanted = Texts.required(number, 40, "number").toUpperCase(Locale.ROOT);
        var record = find(wanted);
        link(it, record.kind(), record.record(), record.number());
    }

    /** Ties it to a record the caller has already found within reach. */
    public void link(LessonId id, LessonLinkKind kind, UUID record, String number) {
        link(desk.change(id, null), kind, record, number);
    }

    private void link(LessonDetails it, LessonLinkKind kind, UUID record, String number) {
        int added = jdbc.sql("""
                insert into lesson_link (lesson_id, kind, record_id, number, linked_at, linked_by)
                values (:id, :kind, :record, :number, :at, :by) on conflict do nothing""")
            .param("id", it.id().id())
            .param("kind", kind.name())
            .param("record", record)
            .param("number", number)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", desk.me(), Types.OTHER)
            .update();
        if (added > 0) {
            timeline.record(Change.of(LessonDesk.subject(it), "LINKED").note(number));
            if (it.state() == LessonState.PUBLISHED) {
                facts.publishEvent(new LessonPublished(it.id(), List.of(record), clock.instant()));
            }
        }
    }

    public void unlink(LessonId id, UUID record) {
        var it = desk.change(id, null);
        var link = it.links().stream().filter(each -> each.record().equals(record)).findFirst();
        if (link.isEmpty()) {
            throw new UnknownThing();
        }
        jdbc.sql("delete from lesson_link where lesson_id = :id and record_id = :record")
            .param("id", id.id())
            .param("record", record)
            .update();
        timeline.record(Change.of(LessonDesk.subject(it), "UNLINKED").note(link.get().number()));
    }

    private LessonDetails.Link find(String number) {
        if (number.startsWith("C-")) {
            return complaints.byNumber(number)
                .map(it -> new LessonDetails.Link(LessonLinkKind.COMPLAINT, it.id(), number))
                .orElseThrow(() -> new FieldRefusal("number", "lesson.link.unknown", number));
        }
        if (number.startsWith("T-")) {
            return topIssues.byNumber(number)
                .map(it -> new LessonDetails.Link(LessonLinkKind.TOP_ISSUE, it.id(), number))
                .orElseThrow(() -> new FieldRefusal("number", "lesson.link.unknown", number));
        }
        var scope = current.actor().scope();
        return jdbc.sql("select e.id from expectation e where e.number = :number and " + scope.sql("e.customer_id"))
            .param("number", number)
            .params(scope.params())
            .query(UUID.class)
            .optional()
            .map(it -> new LessonDetails.Link(LessonLinkKind.EXPECTATION, it, number))
            .orElseThrow(() -> new FieldRefusal("number", "lesson.link.unknown", number));
    }

}
