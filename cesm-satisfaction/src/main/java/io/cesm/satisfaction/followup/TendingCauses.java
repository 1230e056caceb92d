package io.cesm.satisfaction.followup;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of causes: read by all, kept by those who write surveys. */
@Service
@Transactional
public class TendingCauses {

    private static final String CODE = "[a-z][a-z0-9_]{1,39}";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    TendingCauses(JdbcClient jdbc, CurrentActor current, Timeline timeline) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public List<CauseClass> all() {
        return jdbc.sql("select * from cause_class order by sort, code")
            .query((rs, i) -> new CauseClass(rs.getString("code"), rs.getString("name"), rs.getString("name_en"),
                    rs.getString("hint"), rs.getString("hint_en"), rs.getBoolean("back_office"),
                    rs.getBoolean("active"), rs.getInt("sort")))
            .list();
    }

    /** Those that may be chosen. */
    @Transactional(readOnly = true)
    public List<CauseClass> active() {
        return all().stream().filter(CauseClass::active).toList();
    }

    public void add(CauseClass wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = judged(wish);
        int added = jdbc.sql("""
                insert into cause_class (code, name, name_en, hint, hint_en, back_office, active, sort)
                values (?, ?, ?, ?, ?, ?, true, ?) on conflict (code) do nothing""")
            .params(it.code(), it.name(), it.nameEn(), it.hint(), it.hintEn(), it.backOffice(), it.sort())
            .update();
        if (added == 0) {
            throw new FieldRefusal("code", "followup.cause.taken");
        }
        timeline.record(said(it, "CAUSE_ADDED", null));
    }

    /** One that is in use is never deleted: it can be taken out of the choice. */
    public void revise(CauseClass wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var before = all().stream()
            .filter(it -> it.code().equals(wish.code()))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        var it = judged(wish);
        jdbc.sql(
                """
                        update cause_class set name = ?, name_en = ?, hint = ?, hint_en = ?, back_office = ?, active = ?, sort = ?
                         where code = ?""")
            .params(it.name(), it.nameEn(), it.hint(), it.hintEn(), it.backOffice(), it.active(), it.sort(), it.code())
            .update();
        var change = said(it, "CAUSE_REVISED", before);
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    private static CauseClass judged(CauseClass it) {
        if (it.code() == null || !it.code().matches(CODE)) {
            throw new FieldRefusal("code", "followup.cause.code");
        }
        if (it.sort() < 0 || it.sort() > 9999) {
            throw new FieldRefusal("sort", "number.range", 0, 9999);
        }
        return new CauseClass(it.code(), Texts.required(it.name(), 60, "name"),
                Texts.required(it.nameEn(), 60, "nameEn"), orEmpty(Texts.optional(it.hint(), 200, "hint")),
                orEmpty(Texts.optional(it.hintEn(), 200, "hintEn")), it.backOffice(), it.active(), it.sort());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Change said(CauseClass it, String action, @Nullable CauseClass before) {
        return Change.of(new Subject("CAUSE", UUID.nameUUIDFromBytes(it.code().getBytes()), it.name(), null), action)
            .with("name", before == null ? null : before.name(), it.name())
            .with("nameEn", before == null ? null : before.nameEn(), it.nameEn())
            .with("hint", before == null ? null : before.hint(), it.hint())
            .with("backOffice", before == null ? null : before.backOffice(), it.backOffice())
            .with("active", before == null ? null : before.active(), it.active())
            .with("sort", before == null ? null : before.sort(), it.sort());
    }

}
