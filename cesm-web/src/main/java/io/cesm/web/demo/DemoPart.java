package io.cesm.web.demo;

import java.util.List;

/**
 * A part of the demo company. The parts are told one after the other ({@code @Order}),
 * each in the world that those before it have made; all but the first, without which
 * nobody could sign in, in the background. A new part is a new class.
 */
interface DemoPart {

    void tell(DemoWorld world);

    /** What it makes: taken away before it is told a second time. */
    default List<Root> roots() {
        return List.of();
    }

    /**
     * Brings what it told before the program stopped into the world of the parts after
     * it.
     */
    default void recall(DemoWorld world) {
        // most parts tell nothing that others need
    }

    /** Rows of a table with all that cannot be without them. */
    record Root(String table, String condition) {
    }

}
