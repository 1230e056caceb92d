package io.cesm.satisfaction.figures;

import java.util.List;

/**
 * What moves an outcome, and how much of it.
 *
 * @param n how many respondents answered the outcome and every driver
 * @param rSquared how much of the outcome the drivers explain together, 0 … 1
 * @param drivers the strongest first
 * @param dropped drivers to which everybody gave the same answer
 */
public record Drivers(FigureMethod method, String outcome, long n, Figure rSquared, List<Driver> drivers,
        List<String> dropped) {

    public Drivers {
        drivers = List.copyOf(drivers);
        dropped = List.copyOf(dropped);
    }

}
