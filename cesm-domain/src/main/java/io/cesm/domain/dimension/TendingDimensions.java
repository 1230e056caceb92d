package io.cesm.domain.dimension;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code list of quality dimensions is kept; a dimension that was used is retired,
 * never removed.
 */
@Service
@Transactional
public class TendingDimensions {

    private final JdbcClient jdbc;

    private final DimensionBook book;

    private final CurrentActor current;

    private final Timeline timeline;

    private final ApplicationEventPublisher facts;

    TendingDimensions(JdbcClient jdbc, DimensionBook book, CurrentActor current, Timeline timeline,
            ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.book = book;
        this.current = current;
        this.timeline = timeline;
        this.facts = facts;
    }

    public void add(String code, String name, String nameEn, int sort) {
        current.actor().requireMay(Right.SETTINGS);
        var key = Texts.required(code, 40, "code");
        if (!key.matches("[a-z][a-z0-9_]{1,39}")) {
            throw new FieldRefusal("code", "dimension.code");
        }
        if (book.find(key).isPresent()) {
            throw new FieldRefusal("code", "dimension.taken");
        }
        var chinese = Texts.required(name, 60, "name");
        var english = Texts.required(nameEn, 60, "nameEn");
        jdbc.sql("insert into dimension (code, name, name_en, sort) values (?, ?, ?, ?)")
            .params(key, chinese, english, place(sort))
            .update();
        timeline.record(change(key, "DIMENSION_ADDED").with("name", null, chinese).with("nameEn", null, english));
        facts.publishEvent(new DimensionsChanged(key));
    }

    public void revise(String code, String name, String nameEn, int sort, boolean active) {
        current.actor().requireMay(Right.SETTINGS);
        var before = book.find(code).orElseThrow(io.cesm.domain.kernel.UnknownThing::new);
        var chinese = Texts.required(name, 60, "name");
        var english = Texts.required(nameEn, 60, "nameEn");
        jdbc.sql("update dimension set name = ?, name_en = ?, sort = ?, active = ? where code = ?")
            .params(chinese, english, place(sort), active, code)
            .update();
        var change = change(code, "DIMENSION_REVISED").with("name", before.name(), chinese)
            .with("nameEn", before.nameEn(), english)
            .with("sort", before.sort(), sort)
            .with("active", before.active(), active);
        if (!change.isEmpty()) {
            timeline.record(change);
            facts.publishEvent(new DimensionsChanged(code));
        }
    }

    private static int place(int sort) {
        if (sort < 0 || sort > 9999) {
            throw new FieldRefusal("sort", "number.range", 0, 9999);
        }
        return sort;
    }

    private static Change change(String code, String action) {
        var id = UUID.nameUUIDFromBytes(("dimension:" + code).getBytes(StandardCharsets.UTF_8));
        return Change.of(new Subject("SETTING", id, code, null), action);
    }

}
