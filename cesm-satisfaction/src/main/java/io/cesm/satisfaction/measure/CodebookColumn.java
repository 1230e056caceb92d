package io.cesm.satisfaction.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.satisfaction.questionnaire.ItemRole;

/**
 * One line of a codebook: a column of the agency's file and what it means.
 *
 * @param header the heading in the file
 * @param item name of the item for all waves; {@code x.e} and {@code x.p} are a pair
 * @param label the question in words
 * @param min lowest point of a scale
 * @param max highest point of a scale
 * @param reversed whether the lowest point is the best one
 * @param codes words for the codes, or for points of a scale
 * @param none codes that are no answer; those with words stay visible as such
 * @param dimension code of the quality dimension
 * @param role what it stands for in the analysis
 * @param rival name of the competitor it is about; the item is then the same as ours
 */
public record CodebookColumn(String header, String item, ColumnKind kind, String label, @Nullable Integer min,
        @Nullable Integer max, boolean reversed, Map<String, String> codes, Map<String, String> none,
        @Nullable String dimension, @Nullable ItemRole role, @Nullable String rival) {

    public CodebookColumn {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        none = Collections.unmodifiableMap(new LinkedHashMap<>(none));
    }

    /** Under which name a mapping knows it. */
    public String target() {
        var name = rival;
        return kind.isAsked() || kind == ColumnKind.SEGMENT ? name == null ? item : item + "@" + Slugs.of(name, "r")
                : "_" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The item without the part of a pair. */
    String question() {
        return item.endsWith(".e") || item.endsWith(".p") ? item.substring(0, item.length() - 2) : item;
    }

    boolean isPart() {
        return question().length() < item.length();
    }

}
