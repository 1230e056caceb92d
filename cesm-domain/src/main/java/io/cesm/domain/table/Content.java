package io.cesm.domain.table;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from their beginning as often as needed. */
@FunctionalInterface
public interface Content {

    InputStream open() throws IOException;

}
