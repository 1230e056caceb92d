package io.cesm.domain.complaint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.files.FileAccess;
import io.cesm.domain.files.FileId;
import io.cesm.domain.files.FileStore;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping the documents of a complaint: photos, mails, reports. */
@Service
@Transactional
public class DocumentingComplaints implements FileAccess {

    private static final String TYPE = "COMPLAINT";

    private final FileStore files;

    private final ComplaintDesk desk;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    DocumentingComplaints(@Lazy FileStore files, ComplaintDesk desk, CurrentActor current, JdbcClient jdbc) {
        this.files = files;
        this.desk = desk;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** A file as the record shows it. */
    public record Document(FileId id, String name, String mediaType, long size, Instant addedAt) {
    }

    public void attach(ComplaintId id, List<Attachment> attachments) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        complaint.checkOpen();
        add(complaint, attachments);
    }

    void add(Complaint complaint, List<Attachment> attachments) {
        add(complaint, attachments, null);
    }

    /** Keeps files; the customer sees those that belong to a message. */
    void add(Complaint complaint, List<Attachment> attachments, @Nullable UUID message) {
        for (var each : attachments) {
            var kept = files.put(each.name(), each.content(), TYPE, complaint.id().id());
            jdbc.sql("insert into complaint_file (complaint_id, file_id, added_at, message_id) values (?, ?, ?, ?)")
                .params(Arrays.asList(complaint.id().id(), kept.id().id(), desk.now().at().atOffset(ZoneOffset.UTC),
                        message))
                .update();
            desk.note(complaint, "FILE_ADDED", kept.name());
        }
    }

    /** The files of a complaint that was found within reach. */
    @Transactional(readOnly = true)
    public List<Document> of(ComplaintId id) {
        return jdbc.sql("""
                select f.id, f.name, f.media_type, f.size, x.added_at
                  from complaint_file x join stored_file f on f.id = x.file_id
                 where x.complaint_id = ? order by x.added_at, f.id""")
            .param(id.id())
            .query((rs, i) -> new Document(new FileId(rs.getObject("id", UUID.class)), rs.getString("name"),
                    rs.getString("media_type"), rs.getLong("size"),
                    rs.getObject("added_at", OffsetDateTime.class).toInstant()))
            .list();
    }

    /** A file the customer may see: one that belongs to a message of this complaint. */
    @Transactional(readOnly = true)
    CaseByLink.FileOfCase ofCustomer(ComplaintId complaint, UUID file) {
        return jdbc.sql("""
                select f.name, f.media_type, f.content
                  from complaint_file x
                  join stored_file f on f.id = x.file_id
                  join complaint_message m on m.id = x.message_id and m.kind in ('TO_CUSTOMER', 'FROM_CUSTOMER')
                 where x.complaint_id = :complaint and f.id = :file""")
            .param("complaint", complaint.id())
            .param("file", file)
            .query((rs, i) -> new CaseByLink.FileOfCase(rs.getString(1), rs.getString(2), rs.getBytes(3)))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(UUID subject) {
        try {
            desk.require(new ComplaintId(subject));
            return true;
        }
        catch (UnknownThing unknown) {
            return false;
        }
    }

}
