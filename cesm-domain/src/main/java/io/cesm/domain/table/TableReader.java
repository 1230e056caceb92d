package io.cesm.domain.table;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** Gives a table row by row and keeps none of them in memory; blank rows are left out. */
public interface TableReader extends AutoCloseable {

    /**
     * The next row, or null at the end.
     * @throws io.cesm.domain.kernel.Refusal if the file is not what it seemed to be
     */
    @Nullable Line next() throws IOException;

    @Override
    void close() throws IOException;

}
