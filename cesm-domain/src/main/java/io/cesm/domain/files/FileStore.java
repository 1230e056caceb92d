package io.cesm.domain.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the files of records. What comes in is judged by its content and size before it
 * is kept; what goes out goes to those who may see the record.
 */
@Service
@Transactional
public class FileStore {

    private static final String FACTS = "id, name, media_type, size, subject_type, subject_id, stored_by, stored_at";

    private final JdbcClient jdbc;

    private final FileSettings settings;

    private final CurrentActor current;

    private final Clock clock;

    private final DiskRoom disk;

    private final Map<String, FileAccess> owners;

    FileStore(JdbcClient jdbc, FileSettings settings, CurrentActor current, Clock clock, DiskRoom disk,
            ObjectProvider<FileAccess> owners) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.current = current;
        this.clock = clock;
        this.disk = disk;
        this.owners = owners.stream()
            .collect(Collectors.toUnmodifiableMap(FileAccess::subjectType, Function.identity()));
    }

    /** Keeps a file of a record; reads no more of the stream than a file may have. */
    public StoredFile put(@Nullable String name, InputStream content, String subjectType, UUID subjectId)
            throws IOException {
        return put(name, content.readNBytes((int) settings.largest().toBytes() + 1), subjectType, subjectId);
    }

    /** Keeps a file of a record, if it is one that is taken. */
    public StoredFile put(@Nullable String name, byte[] content, @Nullable String subjectType,
            @Nullable UUID subjectId) {
        var judged = judge(name, content);
        var label = judged.label();
        var type = judged.type();
        var clean = judged.content();
        var staff = current.actor().staff();
        var by = staff == null ? null : staff.id();
        var file = new StoredFile(FileId.next(), label, type, clean.length, subjectType, subjectId, by,
                clock.instant());
        jdbc.sql("insert into stored_file (" + FACTS + ", sha256, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(Arrays.asList(file.id().id(), label, type, file.size(), subjectType, subjectId, by,
                    file.storedAt().atOffset(ZoneOffset.UTC), sha256(clean), clean))
            .update();
        return file;
    }

    /**
     * Why a file would not be taken, null if it would: for those who bring many at once.
     */
    @Transactional(readOnly = true)
    public @Nullable Refusal objection(@Nullable String name, byte[] content) {
        try {
            judge(name, content);
            return null;
        }
        catch (Refusal refusal) {
            return refusal;
        }
    }

    /** What a file was found to be, without what does not belong into it. */
    private record Judged(String label, String type, byte[] content) {
    }

    private Judged judge(@Nullable String name, byte[] content) {
        if (content.length > settings.largest().toBytes()) {
            throw new Refusal("file.too_large", settings.largest().toMegabytes());
        }
        if (content.length == 0) {
            throw new Refusal("file.empty");
        }
        var label = FileLabel.of(name);
        var type = MediaTypes.of(content, label);
        if (type == null) {
            throw new Refusal("file.type_not_taken", label);
        }
        var clean = Pictures.cleaned(content, type);
        var staff = current.actor().staff();
        requireRoom(staff == null ? null : staff.id(), clean.length);
        disk.require(clean.length);
        return new Judged(label, type, clean);
    }

    /**
     * A file that the one who acts now may read.
     * @throws UnknownThing if there is none, or it is not theirs to see
     */
    @Transactional(readOnly = true)
    public StoredFile require(FileId id) {
        var file = jdbc.sql("select " + FACTS + " from stored_file where id = ?")
            .param(id.id())
            .query(FileStore::file)
            .optional()
            .orElseThrow(UnknownThing::new);
        if (!mayRead(file)) {
            throw new UnknownThing();
        }
        return file;
    }

    /** The content of a file that the one who acts now may read. */
    @Transactional(readOnly = true)
    public byte[] content(FileId id) {
        require(id);
        return jdbc.sql("select content from stored_file where id = ?").param(id.id()).query(byte[].class).single();
    }

    /** The files of records, oldest first; for whoever has already shown the records. */
    @Transactional(readOnly = true)
    public Map<UUID, List<StoredFile>> of(String subjectType, Collection<UUID> subjects) {
        return jdbc
            .sql("select " + FACTS
                    + " from stored_file where subject_id = any(?) and subject_type = ? order by stored_at, id")
            .params(subjects.toArray(UUID[]::new), subjectType)
            .query(FileStore::file)
            .list()
            .stream()
            .collect(Collectors.groupingBy(file -> java.util.Objects.requireNonNull(file.subjectId())));
    }

    /** Takes a file away; its record's owner has asked whether that is right. */
    public void remove(FileId id) {
        require(id);
        jdbc.sql("delete from stored_file where id = ?").param(id.id()).update();
    }

    private boolean mayRead(StoredFile file) {
        var owner = file.subjectType() == null ? null : owners.get(file.subjectType());
        if (owner != null && file.subjectId() != null) {
            return owner.mayRead(file.subjectId());
        }
        var staff = current.actor().staff();
        return staff != null && staff.id().equals(file.storedBy());
    }

    private void requireRoom(@Nullable UUID by, long more) {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        var used = jdbc.sql("""
                select coalesce(sum(size), 0) as bytes, count(*) as files,
                       pg_total_relation_size('stored_file') as everything
                  from stored_file where stored_by is not distinct from ? and stored_at > ?""")
            .params(Arrays.asList(by, since.atOffset(ZoneOffset.UTC)))
            .query((rs, i) -> new long[] { rs.getLong(1), rs.getLong(2), rs.getLong(3) })
            .single();
        if (used[0] + more > settings.perDay().toBytes() || used[1] >= settings.filesPerDay()) {
            throw new Refusal("file.quota", settings.perDay().toMegabytes(), settings.filesPerDay());
        }
        if (used[2] + more > settings.inAll().toBytes()) {
            throw new Refusal("file.store_full");
        }
    }

    private static StoredFile file(ResultSet row, int index) throws SQLException {
        return new StoredFile(new FileId(row.getObject("id", UUID.class)), row.getString("name"),
                row.getString("media_type"), row.getLong("size"), row.getString("subject_type"),
                row.getObject("subject_id", UUID.class), row.getObject("stored_by", UUID.class),
                row.getTimestamp("stored_at").toInstant());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        }
        catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

}
