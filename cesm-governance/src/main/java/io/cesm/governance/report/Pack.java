package io.cesm.governance.report;

/**
 * A report with what stands in it.
 *
 * @param content sections as JSON, written by whoever writes sentences
 */
public record Pack(PackRow head, String content) {
}
