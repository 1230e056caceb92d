package io.cesm.web.start;

import java.util.List;

/**
 * A paragraph for the block that the console shows after the start: demo accounts, the
 * set-up code. Every bean of this type is asked once; an empty list says nothing.
 */
@FunctionalInterface
public interface StartNote {

    /** The lines of the paragraph. */
    List<String> lines();

}
