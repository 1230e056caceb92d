package io.cesm.domain.complaint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CustomerCase.StoredPart;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The files that hang at messages, by message. */
final class FilesOfMessages {

    private FilesOfMessages() {
    }

    /**
     * Reads them in the order of the statement.
     * @param asked gives message, file, name and size of each
     */
    static Map<UUID, List<StoredPart>> of(StatementSpec asked) {
        Map<UUID, List<StoredPart>> files = new HashMap<>();
        asked.query(rs -> {
            files.computeIfAbsent(rs.getObject(1, UUID.class), it -> new ArrayList<>())
                .add(new StoredPart(rs.getObject(2, UUID.class), rs.getString(3), rs.getLong(4)));
        });
        return files;
    }

}
