package io.cesm.domain.files;

import java.util.UUID;

/**
 * Answered by whoever owns a kind of record: may the one who acts now see it? Files of a
 * record are read by those who may read the record, and by nobody else.
 */
public interface FileAccess {

    /** The kind of record, such as EXPECTATION. */
    String subjectType();

    boolean mayRead(UUID subjectId);

}
