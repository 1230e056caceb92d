package io.cesm.satisfaction.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * That an answer does not count, and why. Who gave it does not stand here, so that
 * everybody who reads the figures may know what they leave out.
 */
public record LeftOut(UUID answer, LeftOutReason reason, String words, String by, Instant at) {
}
