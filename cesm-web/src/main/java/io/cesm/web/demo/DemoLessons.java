package io.cesm.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Role;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.lesson.ActionKind;
import io.cesm.governance.lesson.LessonContent;
import io.cesm.governance.lesson.LessonId;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.governance.lesson.LessonLinkKind;
import io.cesm.governance.lesson.LessonStep;
import io.cesm.governance.lesson.LinkingLessons;
import io.cesm.governance.lesson.OfferingKnowledge;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.governance.lesson.UseKind;
import io.cesm.governance.lesson.WritingLessons;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what the demo company learnt from its complaints, and how often it was of use.
 */
@Component
class DemoLessons {

    private static final String OFFICE = "office";

    private final WritingLessons writing;

    private final LinkingLessons linking;

    private final TrackingLessonChanges changes;

    private final OfferingKnowledge knowledge;

    private final DimensionBook dimensions;

    private final Batch batch;

    private final Clock clock;

    private final JdbcClient jdbc;

    DemoLessons(WritingLessons writing, LinkingLessons linking, TrackingLessonChanges changes,
            OfferingKnowledge knowledge, DimensionBook dimensions, Batch batch, Clock clock, JdbcClient jdbc) {
        this.writing = writing;
        this.linking = linking;
        this.changes = changes;
        this.knowledge = knowledge;
        this.dimensions = dimensions;
        this.batch = batch;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void tell(Cast cast) {
        var today = CompanyTime.today(clock);
        for (var row : Words.of("lessons.yaml").items()) {
            batch.run(() -> tell(row, cast, today));
        }
    }

    private void tell(Words row, Cast cast, LocalDate today) {
        var ago = row.at("ago").number();
        var id = at(ago, 15, () -> as(cast, row.at("by").text(), () -> writing.write(content(row, today), null, true)));
        at(ago, 15, () -> as(cast, OFFICE, () -> link(row, id)));
        for (var each : row.at("do").items()) {
            at(ago, 15, () -> as(cast, row.at("by").text(), () -> ask(each, id, cast, today)));
        }
        if (!row.at("publish").isGiven()) {
            return;
        }
        at(ago, 16, () -> as(cast, row.at("review").text(), () -> step(id, LessonStep.REVIEW)));
        at(ago, 17, () -> as(cast, row.at("publish").text(), () -> step(id, LessonStep.PUBLISH)));
        for (var each : row.at("do").items()) {
            if (each.at(4).isGiven()) {
                at(-each.at(3).number(), 14, () -> as(cast, each.at(2).text(), () -> end(id, each)));
            }
        }
        use(row, id, cast);
    }

    private LessonContent content(Words row, LocalDate today) {
        var cause = row.at("cause").textOrNull();
        var flow = row.at("flow").textOrNull();
        var dimension = row.at("dimension").text();
        Set<Role> audience = row.at("audience").texts().stream().map(Role::valueOf).collect(Collectors.toSet());
        var review = row.at("due").isGiven() ? today.plusDays(row.at("due").number()) : null;
        return new LessonContent(LessonKind.valueOf(row.at("kind").text()), row.at("title").text(),
                row.at("titleEn").textOrNull(), row.at("happened").text(), row.at("happenedEn").textOrNull(),
                cause == null ? null : CauseClass.valueOf(cause), row.at("why").textOrNull(),
                row.at("whyEn").textOrNull(), row.at("differently").textOrNull(), row.at("differentlyEn").textOrNull(),
                dimensions.find(dimension).isPresent() ? dimension : null, flow == null ? null : Flow.valueOf(flow),
                row.at("product").textOrNull(), null, row.at("keywords").texts(), audience, null, review, null);
    }

    private LessonId link(Words row, LessonId id) {
        if (row.at("from").isGiven()) {
            jdbc.sql("select id, number from complaint where demo and starts_with(verbatim, ?)")
                .param(row.at("from").text())
                .query(rs -> {
                    linking.link(id, LessonLinkKind.COMPLAINT, rs.getObject(1, UUID.class), rs.getString(2));
                });
        }
        return id;
    }

    private LessonId ask(Words row, LessonId id, Cast cast, LocalDate today) {
        changes.ask(id, ActionKind.valueOf(row.at(0).text()), row.at(1).text(), cast.member(row.at(2).text()).id(),
                today.plusDays(row.at(3).number()));
        return id;
    }

    private LessonId end(LessonId id, Words row) {
        jdbc.sql("select id from lesson_action where lesson_id = ? and what = ?")
            .params(id.id(), row.at(1).text())
            .query(rs -> {
                changes.end(id, rs.getObject(1, UUID.class), true, row.at(4).text());
            });
        return id;
    }

    private LessonId step(LessonId id, LessonStep step) {
        writing.take(id, null, step, null);
        return id;
    }

    private void use(Words row, LessonId id, Cast cast) {
        var readers = new LinkedHashSet<>(List.of("csr", "ar", "sr", "fr", "manager"));
        var days = Math.max(1, row.at("ago").number() - 1);
        for (var kind : UseKind.values()) {
            var times = row.at(kind.name().toLowerCase(Locale.ROOT)).number();
            for (int i = 0; i < times; i++) {
                var reader = readers.stream().skip(i % readers.size()).findFirst().orElseThrow();
                at(1 + (i * 7) % days, 11, () -> as(cast, reader, () -> {
                    knowledge.count(id, kind, null);
                    return id;
                }));
            }
        }
    }

    private <T> T at(int daysAgo, int hour, Supplier<T> work) {
        var moment = moment(daysAgo, hour);
        return ScopedClock.at(moment, work);
    }

    private Instant moment(int daysAgo, int hour) {
        var wanted = CompanyTime.today(clock).minusDays(daysAgo).atTime(hour, 0).atZone(CompanyTime.ZONE).toInstant();
        var now = clock.instant();
        return wanted.isAfter(now) ? now : wanted;
    }

    private static <T extends @Nullable Object> T as(Cast cast, String login, Supplier<T> work) {
        return Acting.as(cast.member(login).actor(), work);
    }

}
