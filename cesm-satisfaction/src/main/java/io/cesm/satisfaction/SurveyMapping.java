package io.cesm.satisfaction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.level.Level;

/**
 * Which columns of a survey file say what. Columns are found by their heading and never
 * by their place, because the order of columns is often not the order of items.
 *
 * @param columns the columns that count; all others are left alone
 * @param dimensions names of dimensions that are to be created if they are not there
 */
public record SurveyMapping(List<SurveyColumn> columns, List<NewDimension> dimensions) {

    /** A dimension the mapping brings along. */
    public record NewDimension(String code, String name, String nameEn) {
    }

    public SurveyMapping {
        columns = List.copyOf(columns);
        dimensions = List.copyOf(dimensions);
        if (columns.isEmpty()) {
            throw new Refusal("survey.no_columns");
        }
        var headers = new HashSet<String>();
        var asked = new HashSet<String>();
        Map<String, String> dimensionOf = new LinkedHashMap<>();
        for (var column : columns) {
            if (!headers.add(folded(column.header()))) {
                throw new Refusal("survey.column_twice", column.header());
            }
            if (!asked.add(column.level() + column.item())) {
                throw new Refusal("survey.item_twice", column.item(), column.level());
            }
            if (!dimensionOf.computeIfAbsent(column.item(), it -> column.dimension()).equals(column.dimension())) {
                throw new Refusal("survey.item_in_two_dimensions", column.item());
            }
        }
    }

    /**
     * The place of each column among the headings of a file.
     * @throws Refusal if a column is not there or there twice
     */
    public Map<SurveyColumn, Integer> places(List<String> headings) {
        Map<String, Integer> at = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            if (at.putIfAbsent(folded(headings.get(i)), i) != null) {
                twice.add(folded(headings.get(i)));
            }
        }
        Map<SurveyColumn, Integer> places = new LinkedHashMap<>();
        for (var column : columns) {
            var place = at.get(folded(column.header()));
            if (place == null) {
                throw new Refusal("survey.column_missing", column.header());
            }
            if (twice.contains(folded(column.header()))) {
                throw new Refusal("survey.heading_twice", column.header());
            }
            places.put(column, place);
        }
        return places;
    }

    /** The same mapping with codes that mean "none" in every column. */
    public SurveyMapping alsoMissing(Set<String> codes) {
        return codes.isEmpty() ? this
                : new SurveyMapping(columns.stream().map(it -> it.alsoMissing(codes)).toList(), dimensions);
    }

    /**
     * The place of the column that tells respondents apart.
     * @throws Refusal if no heading, or several, are called so
     */
    public static int place(List<String> headings, String heading) {
        var places = IntStream.range(0, headings.size())
            .filter(i -> folded(headings.get(i)).equals(folded(heading)))
            .toArray();
        if (places.length != 1) {
            throw new Refusal(places.length == 0 ? "survey.column_missing" : "survey.heading_twice", heading);
        }
        return places[0];
    }

    /** The items in the order in which they are first named. */
    public List<SurveyItem> items() {
        Map<String, SurveyItem> items = new LinkedHashMap<>();
        for (var column : columns) {
            var item = items.getOrDefault(column.item(), new SurveyItem(column.item(), column.dimension(), null, null));
            items.put(column.item(),
                    (column.level() == Level.E)
                            ? new SurveyItem(item.name(), item.dimension(), column.scale(), item.perceived())
                            : new SurveyItem(item.name(), item.dimension(), item.expected(), column.scale()));
        }
        return new ArrayList<>(items.values());
    }

    private static String folded(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

}
