package io.cesm.domain.topissue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.Attachment;
import io.cesm.domain.files.FileAccess;
import io.cesm.domain.files.FileId;
import io.cesm.domain.files.FileStore;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping the documents of a TOP issue: minutes, photos, reports. */
@Service
@Transactional
public class DocumentingTopIssues implements FileAccess {

    private static final String TYPE = "TOP_ISSUE";

    private final FileStore files;

    private final TopIssueDesk desk;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    DocumentingTopIssues(@Lazy FileStore files, TopIssueDesk desk, CurrentActor current, JdbcClient jdbc) {
        this.files = files;
        this.desk = desk;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** A file as the record shows it. */
    public record Document(FileId id, String name, String mediaType, long size, Instant addedAt) {
    }

    public void attach(TopIssueId id, List<Attachment> attachments) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var issue = desk.require(id);
        issue.checkOpen();
        add(issue, attachments);
    }

    void add(TopIssue issue, List<Attachment> attachments) {
        for (var each : attachments) {
            var kept = files.put(each.name(), each.content(), TYPE, issue.id().id());
            jdbc.sql("insert into top_issue_file (issue_id, file_id, added_at) values (?, ?, ?)")
                .params(issue.id().id(), kept.id().id(), desk.now().at().atOffset(ZoneOffset.UTC))
                .update();
            desk.note(issue, "FILE_ADDED", kept.name());
        }
    }

    /** The files of an issue that was found within reach. */
    @Transactional(readOnly = true)
    public List<Document> of(TopIssueId id) {
        return jdbc.sql("""
                select f.id, f.name, f.media_type, f.size, x.added_at
                  from top_issue_file x join stored_file f on f.id = x.file_id
                 where x.issue_id = ? order by x.added_at, f.id""")
            .param(id.id())
            .query((rs, i) -> new Document(new FileId(rs.getObject("id", UUID.class)), rs.getString("name"),
                    rs.getString("media_type"), rs.getLong("size"),
                    rs.getObject("added_at", OffsetDateTime.class).toInstant()))
            .list();
    }

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(UUID subject) {
        try {
            desk.require(new TopIssueId(subject));
            return true;
        }
        catch (UnknownThing unknown) {
            return false;
        }
    }

}
