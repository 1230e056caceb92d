package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import io.cesm.domain.kernel.Refusal;

/**
 * What leads to what: constructs that are measured by items, and paths between them, as
 * in the European customer satisfaction index. A construct is measured by its items (Mode
 * A); an item belongs to one construct.
 */
public record PathModel(List<Construct> constructs, List<Path> paths) {

    public record Construct(String name, List<String> items) {

        public Construct {
            items = List.copyOf(items);
        }

    }

    public record Path(String from, String to) {
    }

    /**
     * @throws Refusal {@code figures.model_item} (an item twice, or a construct without
     * one), {@code figures.model_construct} (a name twice, or a path to nowhere),
     * {@code figures.model_unconnected}, {@code figures.model_circle}
     */
    public PathModel {
        constructs = List.copyOf(constructs);
        paths = List.copyOf(paths);
        refuseUnclearNames(constructs, paths);
        refuseCircles(constructs, paths);
    }

    /** The items of all constructs, in their order. */
    public List<String> items() {
        return constructs.stream().flatMap(construct -> construct.items().stream()).toList();
    }

    int index(String construct) {
        for (int i = 0; i < constructs.size(); i++) {
            if (constructs.get(i).name().equals(construct)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no construct " + construct);
    }

    /** From which constructs a path leads to this one. */
    List<Integer> causes(int construct) {
        var name = constructs.get(construct).name();
        return paths.stream().filter(path -> path.to().equals(name)).map(path -> index(path.from())).toList();
    }

    int mostCauses() {
        int most = 0;
        for (int i = 0; i < constructs.size(); i++) {
            most = Math.max(most, causes(i).size());
        }
        return most;
    }

    private static void refuseUnclearNames(List<Construct> constructs, List<Path> paths) {
        var names = new HashSet<String>();
        var items = new HashSet<String>();
        for (var construct : constructs) {
            if (!names.add(construct.name())) {
                throw new Refusal("figures.model_construct", construct.name());
            }
            if (construct.items().isEmpty()) {
                throw new Refusal("figures.model_item", construct.name());
            }
            for (var item : construct.items()) {
                if (!items.add(item)) {
                    throw new Refusal("figures.model_item", item);
                }
            }
        }
        var seen = new HashSet<Path>();
        var connected = new HashSet<String>();
        for (var path : paths) {
            if (!names.contains(path.from()) || !names.contains(path.to()) || !seen.add(path)) {
                throw new Refusal("figures.model_construct", path.from() + " → " + path.to());
            }
            connected.add(path.from());
            connected.add(path.to());
        }
        for (var name : names) {
            if (!connected.contains(name)) {
                throw new Refusal("figures.model_unconnected", name);
            }
        }
    }

    /** Takes away what nothing leads to, until nothing is left. */
    private static void refuseCircles(List<Construct> constructs, List<Path> paths) {
        var left = new ArrayList<>(constructs.stream().map(Construct::name).toList());
        while (!left.isEmpty()) {
            var beginnings = left.stream()
                .filter(name -> paths.stream().noneMatch(path -> path.to().equals(name) && left.contains(path.from())))
                .toList();
            if (beginnings.isEmpty()) {
                throw new Refusal("figures.model_circle", String.join(", ", left));
            }
            left.removeAll(beginnings);
        }
    }

}
