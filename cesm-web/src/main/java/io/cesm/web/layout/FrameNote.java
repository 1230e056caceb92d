package io.cesm.web.layout;

import java.util.Optional;

/** A line that every page shows in its frame while something goes on. */
@FunctionalInterface
public interface FrameNote {

    /** The key of the sentence; empty when there is nothing to say. */
    Optional<String> note();

}
