package io.cesm.domain.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A short table that explains a long one, on a sheet of its own behind it; text files
 * have no room for it.
 *
 * @param rows the first one names the columns
 */
public record Appendix(String title, List<? extends List<? extends @Nullable Object>> rows) {
}
