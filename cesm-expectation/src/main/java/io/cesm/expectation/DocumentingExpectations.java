package io.cesm.expectation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.files.FileAccess;
import io.cesm.domain.files.FileId;
import io.cesm.domain.files.FileStore;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeping the documents of an expectation: where the words come from, and what proves the
 * delivery.
 */
@Service
@Transactional
public class DocumentingExpectations implements FileAccess {

    private static final String TYPE = "EXPECTATION";

    private final FileStore files;

    private final ExpectationDesk desk;

    private final ExpectationBook book;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    DocumentingExpectations(@Lazy FileStore files, ExpectationDesk desk, ExpectationBook book, CurrentActor current,
            JdbcClient jdbc) {
        this.files = files;
        this.desk = desk;
        this.book = book;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** A file as the record shows it. */
    public record Document(FileId id, String name, String mediaType, long size, FilePurpose purpose, Instant addedAt) {
    }

    public void attach(ExpectationId id, FilePurpose purpose, List<Attachment> attachments) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        add(desk.require(id), purpose, attachments);
    }

    void add(Expectation expectation, FilePurpose purpose, List<Attachment> attachments) {
        for (var each : attachments) {
            var kept = files.put(each.name(), each.content(), TYPE, expectation.id().id());
            jdbc.sql("insert into expectation_file (expectation_id, file_id, purpose, added_at) values (?, ?, ?, ?)")
                .params(expectation.id().id(), kept.id().id(), purpose.name(), desk.now().at().atOffset(ZoneOffset.UTC))
                .update();
            desk.comment(expectation, "FILE_ADDED", kept.name());
        }
    }

    /** Takes a file away again, as long as the expectation is open. */
    public void detach(ExpectationId id, FileId file) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var expectation = desk.require(id);
        if (!expectation.state().isOpen()) {
            throw new Refusal("expectation.closed", expectation.state());
        }
        var document = of(id).stream().filter(it -> it.id().equals(file)).findFirst().orElseThrow(UnknownThing::new);
        jdbc.sql("delete from expectation_file where expectation_id = ? and file_id = ?")
            .params(id.id(), file.id())
            .update();
        files.remove(file);
        desk.comment(expectation, "FILE_REMOVED", document.name());
    }

    /** The files of an expectation that was found within reach. */
    @Transactional(readOnly = true)
    public List<Document> of(ExpectationId id) {
        return jdbc.sql("""
                select f.id, f.name, f.media_type, f.size, x.purpose, x.added_at
                  from expectation_file x join stored_file f on f.id = x.file_id
                 where x.expectation_id = ? order by x.added_at, f.id""")
            .param(id.id())
            .query((rs, i) -> new Document(new FileId(rs.getObject("id", UUID.class)), rs.getString("name"),
                    rs.getString("media_type"), rs.getLong("size"), FilePurpose.valueOf(rs.getString("purpose")),
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
        return book.mayRead(new ExpectationId(subject));
    }

}
