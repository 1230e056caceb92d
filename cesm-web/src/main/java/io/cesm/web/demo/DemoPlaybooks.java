package io.cesm.web.demo;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.people.Acting;
import io.cesm.governance.playbook.FollowingPlaybooks;
import io.cesm.governance.playbook.Playbook;
import io.cesm.governance.playbook.WritingPlaybooks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the checklists of the demo company and gives them to what is still open. */
@Component
class DemoPlaybooks {

    private static final List<String> TICKED = List.of("客户确认现场无人员风险，设备已挂牌停用。", "已电话告知并发短信。", "备用件已调拨到现场，今晨投运。");

    private final WritingPlaybooks writing;

    private final FollowingPlaybooks following;

    private final Batch batch;

    private final JdbcClient jdbc;

    DemoPlaybooks(WritingPlaybooks writing, FollowingPlaybooks following, Batch batch, JdbcClient jdbc) {
        this.writing = writing;
        this.following = following;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    void tell(Cast cast) {
        Acting.as(cast.member("office").actor(), () -> batch.run(() -> {
            Words.of("playbooks.yaml").items().forEach(this::write);
            open().forEach(following::giveWhatFits);
        }));
        Acting.as(cast.member("office").actor(), () -> batch.run(() -> open().forEach(this::tick)));
    }

    private void write(Words row) {
        var cause = row.at("cause").textOrNull();
        writing.add(new Playbook(new UUID(0, 0), "", row.at("name").text(), row.at("nameEn").textOrNull(),
                ComplaintKind.valueOf(row.at("kind").text()), number(row.at("gradeTo")),
                cause == null ? null : CauseClass.valueOf(cause), null, true, 0,
                row.at("items").items().stream().map(DemoPlaybooks::item).toList(), 0), true);
    }

    private static Playbook.Item item(Words it) {
        var step = it.at(4).textOrNull();
        return new Playbook.Item(it.at(0).text(), it.at(1).textOrNull(), number(it.at(2)),
                it.at(3).text().equals("true"), step == null ? null : Step.valueOf(step), number(it.at(5)));
    }

    private static @Nullable Integer number(Words it) {
        return it.isGiven() ? it.number() : null;
    }

    private List<ComplaintId> open() {
        return jdbc.sql("select id from complaint where demo and closed_at is null order by received_at")
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .list();
    }

    /** The first items of those that are being worked on are done. */
    private void tick(ComplaintId id) {
        var working = jdbc.sql("select started_at is not null from complaint where id = :id")
            .param("id", id.id())
            .query(Boolean.class)
            .single();
        if (!working) {
            return;
        }
        for (var run : following.of(id)) {
            for (int i = 0; i < TICKED.size() && i < run.checks().size() - 1; i++) {
                following.done(id, run.checks().get(i).id(), run.checks().get(i).version(), TICKED.get(i));
            }
        }
    }

}
