package io.cesm.domain.complaint;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.files.FileAccess;
import io.cesm.domain.files.FileStore;
import io.cesm.domain.files.StoredFile;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files of mails: judged like all files, kept with the mail until it is known what it
 * belongs to, and then with that.
 */
@Component
class IncomingFiles implements FileAccess {

    private static final String TYPE = "MAIL";

    private static final int MOST = 20;

    private final FileStore store;

    private final ComplaintDesk desk;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    IncomingFiles(@Lazy FileStore store, ComplaintDesk desk, CurrentActor current, JdbcClient jdbc) {
        this.store = store;
        this.desk = desk;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Keeps what is taken; returns the names of what is not. */
    List<String> keep(UUID mail, List<Attachment> files) {
        List<String> refused = new ArrayList<>();
        int kept = 0;
        for (var file : files) {
            if (kept < MOST && store.objection(file.name(), file.content()) == null) {
                store.put(file.name(), file.content(), TYPE, mail);
                kept++;
            }
            else {
                refused.add(file.name() == null ? "?" : CaseMailTexts.line(file.name()));
            }
        }
        return refused;
    }

    List<StoredFile> of(UUID mail) {
        return store.of(TYPE, List.of(mail)).getOrDefault(mail, List.of());
    }

    /** Gives the files of a mail to the complaint it belongs to. */
    void move(UUID mail, Complaint complaint, @Nullable UUID message) {
        for (var file : of(mail)) {
            jdbc.sql("update stored_file set subject_type = 'COMPLAINT', subject_id = :complaint where id = :file")
                .param("complaint", complaint.id().id())
                .param("file", file.id().id())
                .update();
            jdbc.sql("insert into complaint_file (complaint_id, file_id, added_at, message_id)"
                    + " values (:complaint, :file, :at, :message)")
                .param("complaint", complaint.id().id())
                .param("file", file.id().id())
                .param("at", desk.instant().atOffset(ZoneOffset.UTC))
                .param("message", message)
                .update();
            desk.note(complaint, "FILE_ADDED", file.name());
        }
    }

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    public boolean mayRead(UUID subject) {
        return current.actor().may(Right.COMPLAINT_EDIT);
    }

}
