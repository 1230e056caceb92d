package io.cesm.perception;

import java.util.EnumSet;
import java.util.Set;

import io.cesm.domain.level.Level;

/**
 * Which process has to act on a gap.
 */
public enum Process {

    /** C − E: what was committed is not what is expected – shape, negotiate or raise. */
    EXPECTATION(Level.E, Level.C),

    /** D − C: what was delivered is not what was committed – the main flows deliver. */
    DELIVERY(Level.C, Level.D),

    /** P − D: what was felt is not what was delivered – communicate, show, be present. */
    PERCEPTION(Level.D, Level.P);

    private final Level from;

    private final Level to;

    Process(Level from, Level to) {
        this.from = from;
        this.to = to;
    }

    /** The level its gap starts from. */
    public Level from() {
        return from;
    }

    /** The level its gap ends at. */
    public Level to() {
        return to;
    }

    /** The processes between two levels; more than one if levels between are missing. */
    static Set<Process> between(Level from, Level to) {
        var processes = EnumSet.noneOf(Process.class);
        for (var process : values()) {
            if (process.from.compareTo(from) >= 0 && process.to.compareTo(to) <= 0) {
                processes.add(process);
            }
        }
        return processes;
    }

}
