package io.cesm.satisfaction.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.cesm.domain.kernel.FieldRefusal;

/** How the files of an agency are to be understood, column by column. */
public record Codebook(List<CodebookColumn> columns) {

    private static final String FIELD = "codebook";

    public Codebook {
        columns = List.copyOf(columns);
    }

    /**
     * Judges whether the lines fit together.
     * @param dimensions codes of the quality dimensions
     * @throws FieldRefusal with the number of the line
     */
    void judge(Set<String> dimensions) {
        if (columns.stream().noneMatch(it -> it.kind().isAsked())) {
            throw new FieldRefusal(FIELD, "codebook.nothing_asked");
        }
        if (columns.size() > 200) {
            throw new FieldRefusal(FIELD, "codebook.too_many", 200);
        }
        Map<String, Integer> headers = new HashMap<>();
        Map<String, CodebookColumn> targets = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            var it = columns.get(i);
            var twice = headers.putIfAbsent(it.header().strip(), i + 1);
            if (twice != null) {
                throw new FieldRefusal(FIELD, "codebook.column_twice", i + 1, it.header(), twice);
            }
            var other = targets.putIfAbsent(it.target(), it);
            if (other != null && (it.kind() != ColumnKind.MULTI || other.kind() != ColumnKind.MULTI)) {
                throw new FieldRefusal(FIELD, "codebook.item_twice", i + 1, it.target());
            }
            judge(i + 1, it, dimensions);
        }
        targets.values().forEach(it -> rival(it, targets));
        pairs();
    }

    private static void judge(int line, CodebookColumn it, Set<String> dimensions) {
        if (!it.item().matches("[a-z][a-z0-9_]{0,23}(\\.[ep])?") || (it.isPart() && !it.kind().isScale())) {
            throw new FieldRefusal(FIELD, "codebook.item_name", line, it.item());
        }
        if (it.kind().isScale()) {
            scale(line, it);
        }
        if (it.kind().isChoice() && it.codes().size() < 2) {
            throw new FieldRefusal(FIELD, "codebook.two_codes", line, it.header());
        }
        if (it.codes().size() > 150) {
            throw new FieldRefusal(FIELD, "codebook.too_many_codes", line, it.header(), 150);
        }
        if (it.none().values().stream().filter(words -> !words.isEmpty()).count() > 3) {
            throw new FieldRefusal(FIELD, "codebook.three_words", line, it.header());
        }
        var dimension = it.dimension();
        if (dimension != null && !dimensions.contains(dimension)) {
            throw new FieldRefusal(FIELD, "codebook.dimension", line, dimension);
        }
    }

    private static void scale(int line, CodebookColumn it) {
        var min = it.min();
        var max = it.max();
        if (min == null || max == null || min < -5 || min > 1 || max > 10 || max <= min + 1) {
            throw new FieldRefusal(FIELD, "codebook.scale", line, it.header());
        }
        boolean fits = switch (it.kind()) {
            case NPS -> min == 0 && max == 10;
            case CES -> min == 1 && max == 7;
            case CSAT -> min == 1 && List.of(3, 4, 5, 7, 10).contains(max);
            default -> true;
        };
        if (!fits) {
            throw new FieldRefusal(FIELD, "codebook.scale_of_kind", line, it.header(), it.kind());
        }
    }

    private static void rival(CodebookColumn it, Map<String, CodebookColumn> targets) {
        if (it.rival() == null) {
            return;
        }
        var ours = targets.get(it.item());
        if (!it.kind().isScale() || it.isPart()) {
            throw new FieldRefusal(FIELD, "codebook.rival_scale", it.header());
        }
        if (ours == null || ours.kind() != it.kind() || !Objects.equals(ours.min(), it.min())
                || !Objects.equals(ours.max(), it.max()) || ours.reversed() != it.reversed()) {
            throw new FieldRefusal(FIELD, "codebook.rival_alone", it.header(), it.item());
        }
    }

    private void pairs() {
        Map<String, CodebookColumn> parts = new HashMap<>();
        Set<String> both = new HashSet<>();
        columns.stream().filter(CodebookColumn::isPart).forEach(it -> {
            var other = parts.putIfAbsent(it.question(), it);
            if (other != null && Objects.equals(other.min(), it.min()) && Objects.equals(other.max(), it.max())
                    && Objects.equals(other.dimension(), it.dimension())) {
                both.add(it.question());
            }
        });
        parts.values().stream().filter(it -> !both.contains(it.question())).findFirst().ifPresent(it -> {
            throw new FieldRefusal(FIELD, "codebook.half_a_pair", it.item());
        });
    }

    boolean has(ColumnKind kind) {
        return columns.stream().anyMatch(it -> it.kind() == kind);
    }

}
