package io.cesm.domain.table;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes a table row by row and keeps none of them in memory.
 */
public interface TableWriter extends AutoCloseable {

    void row(List<? extends @Nullable Object> values) throws IOException;

    /** Adds a short table on a sheet of its own, where there are sheets. */
    default void append(Appendix appendix) throws IOException {
        // a text file has one table
    }

    @Override
    void close() throws IOException;

}
