package io.cesm.domain.complaint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintDetails.Other;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking one matter out of a complaint that turned out to be two. */
@Service
@Transactional
public class SplittingComplaints {

    private final ComplaintDesk desk;

    private final FilingComplaints filing;

    private final JdbcClient jdbc;

    SplittingComplaints(ComplaintDesk desk, FilingComplaints filing, JdbcClient jdbc) {
        this.desk = desk;
        this.filing = filing;
        this.jdbc = jdbc;
    }

    /**
     * The second matter becomes a complaint of its own, with its own number and clocks.
     */
    public ComplaintId split(ComplaintId id, @Nullable ComplaintKind kind, @Nullable String subject,
            @Nullable String words, int impact, int urgency) {
        var whole = desk.require(id);
        whole.checkOpen();
        var wish = new FileComplaint(kind == null ? whole.kind() : kind, whole.customer(), whole.contact(), subject,
                Texts.required(words, 4000, "words"), whole.channel(), null, whole.number(), null, null, null, impact,
                urgency, false, whole.owner(), false);
        var part = filing.file(wish, List.of());
        jdbc.sql("update complaint set split_from = :from where id = :id")
            .param("from", id.id())
            .param("id", part.id())
            .update();
        var made = desk.anywhere(part);
        desk.note(made, "SPLIT_FROM", whole.number());
        desk.note(whole, "SPLIT", made.number());
        return part;
    }

    /** The complaint this one was taken out of; it was found within reach. */
    @Transactional(readOnly = true)
    public Optional<Other> origin(ComplaintId id) {
        return jdbc
            .sql("select f.id, f.number from complaint c join complaint f on f.id = c.split_from where c.id = :id")
            .param("id", id.id())
            .query((rs, i) -> new Other(new ComplaintId(rs.getObject(1, UUID.class)), rs.getString(2)))
            .optional();
    }

    /** What was taken out of this one. */
    @Transactional(readOnly = true)
    public List<Other> parts(ComplaintId id) {
        return jdbc.sql("select id, number from complaint where split_from = :id order by received_at limit 50")
            .param("id", id.id())
            .query((rs, i) -> new Other(new ComplaintId(rs.getObject(1, UUID.class)), rs.getString(2)))
            .list();
    }

}
