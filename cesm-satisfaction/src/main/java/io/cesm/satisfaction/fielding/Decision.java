package io.cesm.satisfaction.fielding;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of somebody in a frame.
 *
 * @param number the random number they drew
 * @param until how long the guard holds them
 * @param isAsked whether they get an invitation, now or after that day
 */
record Decision(Candidate who, double number, FrameOutcome outcome, @Nullable LocalDate until, boolean isAsked) {
}
