package io.cesm.governance.lesson;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writing lessons and articles: a note first, read by somebody else, then published by
 * those who lead. Each wording is kept.
 */
@Service
@Transactional
public class WritingLessons {

    /** When somebody looks again, unless another day is named. */
    private static final int MONTHS_TO_REVIEW = 12;

    private static final String COLUMNS = """
            kind = :kind, title = :title, title_en = :titleEn, happened = :happened, happened_en = :happenedEn,
            cause_class = :cause, root_cause = :rootCause, root_cause_en = :rootCauseEn, differently = :differently,
            differently_en = :differentlyEn, dimension_code = :dimension, flow = :flow, product = :product,
            touch_point = :touchPoint, keywords = cast(:keywords as text[]), audience = cast(:audience as text[]),
            owner_id = :owner, review_on = :reviewOn, unchanged_because = :unchanged,
            search = array_to_tsvector(:tokens), changed_by = :by, updated_at = :at""";

    private final LessonDesk desk;

    private final LinkingLessons linking;

    private final RecordNumbers numbers;

    private final Timeline timeline;

    private final CurrentActor current;

    private final ApplicationEventPublisher facts;

    private final JsonMapper json;

    private final Clock clock;

    private final JdbcClient jdbc;

    WritingLessons(LessonDesk desk, LinkingLessons linking, RecordNumbers numbers, Timeline timeline,
            CurrentActor current, ApplicationEventPublisher facts, JsonMapper json, Clock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.linking = linking;
        this.numbers = numbers;
        this.timeline = timeline;
        this.current = current;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * Notes a lesson; it is a draft until somebody else has read it.
     * @param from number of the record it goes back to, if any
     */
    public LessonId write(LessonContent wish, @Nullable String from, boolean demo) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        wish.check();
        var now = clock.instant();
        var id = LessonId.at(now);
        var number = numbers.next("L");
        var whole = completed(wish);
        jdbc.sql("""
                insert into lesson (id, number, kind, state, title, title_en, happened, happened_en, cause_class,
                       root_cause, root_cause_en, differently, differently_en, dimension_code, flow, product,
                       touch_point, keywords, audience, owner_id, review_on, unchanged_because, search, written_at,
                       written_by, changed_by, updated_at, demo)
                values (:id, :number, :kind, 'DRAFT', :title, :titleEn, :happened, :happenedEn, :cause, :rootCause,
                       :rootCauseEn, :differently, :differentlyEn, :dimension, :flow, :product, :touchPoint,
                       cast(:keywords as text[]), cast(:audience as text[]), :owner, :reviewOn, :unchanged,
                       array_to_tsvector(:tokens), :at, :by, :by, :at, :demo)""")
            .params(params(whole, number, now))
            .param("id", id.id())
            .param("number", number)
            .param("demo", demo)
            .update();
        keep(id, 1, whole, null, now);
        timeline.record(changed(Change.of(LessonDesk.subject(id, number), "WRITTEN"), Map.of(), whole.values()));
        if (from != null && !from.isBlank()) {
            linking.link(id, from);
        }
        return id;
    }

    /**
     * Rewords it. What is published is reworded by those who lead, and stays published.
     * @param note why, for the history
     */
    public void revise(LessonId id, @Nullable Long version, LessonContent wish, @Nullable String note) {
        var it = desk.change(id, version);
        wish.check();
        if (it.state() == LessonState.PUBLISHED) {
            requireLeading();
        }
        if (it.state() == LessonState.RETIRED) {
            throw new Refusal("lesson.wrong_state", it.state());
        }
        var whole = completed(wish);
        if (it.state() == LessonState.PUBLISHED) {
            checkNames(it.links(), whole);
        }
        if (whole.values().equals(it.content().values()) && whole.kind() == it.content().kind()
                && Objects.equals(whole.owner(), it.content().owner())) {
            return;
        }
        var now = clock.instant();
        var reason = Texts.optional(note, 1000, "note");
        update(it,
                COLUMNS + ", content_version = content_version + 1"
                        + (it.state() == LessonState.REVIEWED
                                ? ", state = 'DRAFT', reviewed_at = null, reviewed_by = null" : ""),
                params(whole, it.number(), now));
        keep(id, it.contentVersion() + 1, whole, reason, now);
        timeline.record(changed(Change.of(LessonDesk.subject(it), "REVISED").note(reason), it.content().values(),
                whole.values()));
    }

    /** Takes one step of its life. */
    public void take(LessonId id, @Nullable Long version, LessonStep step, @Nullable String words) {
        var it = desk.change(id, version);
        step.check(it.state());
        var now = clock.instant();
        var note = step == LessonStep.RETIRE || step == LessonStep.RETURN ? Texts.required(words, 1000, "words")
                : Texts.optional(words, 1000, "words");
        switch (step) {
            case REVIEW -> review(it, now);
            case RETURN -> set(it, "state = 'DRAFT', reviewed_at = null, reviewed_by = null", now);
            case PUBLISH -> publish(it, now);
            case CONFIRM -> confirm(it, now);
            case RETIRE -> retire(it, note, now);
            case REVIVE -> {
                requireLeading();
                set(it, "state = 'DRAFT', retired_at = null, retired_because = null, reviewed_at = null,"
                        + " reviewed_by = null", now);
            }
        }
        timeline.record(Change.of(LessonDesk.subject(it), step.name()).note(note));
    }

    private void review(LessonDetails it, Instant now) {
        var me = current.actor().staff();
        if (me != null && (me.equals(it.changedBy()) || me.equals(it.writtenBy()))) {
            throw new Refusal("lesson.four_eyes");
        }
        set(it, "state = 'REVIEWED', reviewed_at = :at, reviewed_by = :by", now);
    }

    private void publish(LessonDetails it, Instant now) {
        requireLeading();
        checkNames(it.links(), it.content());
        if (it.content().kind() == LessonKind.LESSON && it.actions().isEmpty()
                && it.content().unchangedBecause() == null) {
            throw new Refusal("lesson.changes_nothing");
        }
        set(it, "state = 'PUBLISHED', published_at = :at, published_by = :by", now);
        facts.publishEvent(new LessonPublished(it.id(), records(it.id()), now));
    }

    private void confirm(LessonDetails it, Instant now) {
        jdbc.sql("update lesson set review_on = :day where id = :id")
            .param("day", CompanyTime.dayOf(now).plusMonths(MONTHS_TO_REVIEW))
            .param("id", it.id().id())
            .update();
        set(it, "reviewed_at = :at, reviewed_by = :by", now);
    }

    private void retire(LessonDetails it, @Nullable String because, Instant now) {
        if (it.state() == LessonState.PUBLISHED) {
            requireLeading();
        }
        jdbc.sql("update lesson set state = 'RETIRED', retired_because = :because where id = :id")
            .param("because", because)
            .param("id", it.id().id())
            .update();
        set(it, "retired_at = :at", now);
    }

    /** Everybody reads what is published: a customer's name has no place in it. */
    private void checkNames(List<LessonDetails.Link> links, LessonContent content) {
        if (links.isEmpty()) {
            return;
        }
        var text = content.everything();
        jdbc.sql(
                """
                        select distinct c.name, c.name_en from customer c
                         where c.id in (select x.customer_id from complaint x where x.id = any(:records)
                                        union select e.customer_id from expectation e where e.id = any(:records)
                                        union select t.customer_id from top_issue_customer t where t.issue_id = any(:records))""")
            .param("records", links.stream().map(LessonDetails.Link::record).toArray(UUID[]::new))
            .query(rs -> {
                for (int i = 1; i <= 2; i++) {
                    var name = rs.getString(i);
                    if (name != null && name.length() > 1 && text.contains(name)) {
                        throw new Refusal("lesson.names_customer", name);
                    }
                }
            });
    }

    private LessonContent completed(LessonContent it) {
        var owner = it.owner() == null ? current.actor().staff() : it.owner();
        if (owner == null) {
            throw new FieldRefusal("owner", "lesson.owner");
        }
        ActiveStaff.require(jdbc, owner, "owner");
        var today = CompanyTime.today(clock);
        var review = it.reviewOn() == null ? today.plusMonths(MONTHS_TO_REVIEW) : it.reviewOn();
        if (it.dimension() != null) {
            jdbc.sql("select 1 from dimension where code = :code")
                .param("code", it.dimension())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new FieldRefusal("dimension", "choice.unknown"));
        }
        return new LessonContent(it.kind(), it.title(), it.titleEn(), it.happened(), it.happenedEn(), it.cause(),
                it.rootCause(), it.rootCauseEn(), it.differently(), it.differentlyEn(), it.dimension(), it.flow(),
                it.product(), it.touchPoint(), it.keywords(), it.audience(), owner, review, it.unchangedBecause());
    }

    private List<UUID> records(LessonId id) {
        return jdbc.sql("select record_id from lesson_link where lesson_id = :id")
            .param("id", id.id())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
    }

    private void requireLeading() {
        if (!ReadableLessons.leads(current.actor())) {
            throw new Refusal("lesson.leading");
        }
    }

    private void set(LessonDetails it, String what, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("at", now.atOffset(ZoneOffset.UTC));
        params.put("by", desk.me());
        update(it, what + ", updated_at = :at", params);
    }

    private void update(LessonDetails it, String what, Map<String, @Nullable Object> params) {
        int hit = jdbc.sql("update lesson set " + what + ", version = version + 1 where id = :id and version = :seen")
            .params(params)
            .param("id", it.id().id())
            .param("seen", it.version())
            .update();
        if (hit == 0) {
            throw new StaleVersion(it.version(), it.version() + 1);
        }
    }

    private void keep(LessonId id, int no, LessonContent content, @Nullable String note, Instant now) {
        jdbc.sql("""
                insert into lesson_version (lesson_id, no, content, note, at, staff_id)
                values (:id, :no, cast(:content as jsonb), :note, :at, :by)""")
            .param("id", id.id())
            .param("no", no)
            .param("content", json.writeValueAsString(content.values()))
            .param("note", note)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("by", desk.me(), Types.OTHER)
            .update();
    }

    private Map<String, @Nullable Object> params(LessonContent it, String number, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("kind", it.kind().name());
        params.put("title", it.title());
        params.put("titleEn", it.titleEn());
        params.put("happened", it.happened());
        params.put("happenedEn", it.happenedEn());
        params.put("cause", it.cause() == null ? null : it.cause().name());
        params.put("rootCause", it.rootCause());
        params.put("rootCauseEn", it.rootCauseEn());
        params.put("differently", it.differently());
        params.put("differentlyEn", it.differentlyEn());
        params.put("dimension", it.dimension());
        params.put("flow", it.flow() == null ? null : it.flow().name());
        params.put("product", it.product());
        params.put("touchPoint", it.touchPoint());
        params.put("keywords", it.keywords().toArray(String[]::new));
        params.put("audience", it.audience().stream().map(Role::name).sorted().toArray(String[]::new));
        params.put("owner", it.owner() == null ? null : it.owner().id());
        params.put("reviewOn", it.reviewOn());
        params.put("unchanged", it.unchangedBecause());
        params.put("tokens", it.tokens(number));
        params.put("by", desk.me());
        params.put("at", now.atOffset(ZoneOffset.UTC));
        return params;
    }

    private static Change changed(Change change, Map<String, @Nullable String> before,
            Map<String, @Nullable String> after) {
        for (var each : after.entrySet()) {
            change = change.with(each.getKey(), shortened(before.get(each.getKey())), shortened(each.getValue()));
        }
        return change;
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 300 ? text : text.substring(0, 299) + "…";
    }

}
