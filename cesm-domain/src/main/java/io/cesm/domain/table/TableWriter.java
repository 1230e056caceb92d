package io.cesm.domain.table;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes a table row by row and keeps none of them in memory.
 */
public interface TableWriter extends AutoCloseable {

    void row(List<? extends @Nullable Object> values) throws IOException;

    @Override
    void close() throws IOException;

}
