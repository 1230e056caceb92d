package io.cesm.web.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs of expectations of the demo company that exclude each other. */
record Conflicts(List<Life> decided, List<Life> open) {

    /**
     * Which contradiction arises at which customer; the first ones are decided by now.
     */
    private static final Map<String, String> WHERE = new LinkedHashMap<>();

    private static final int DECIDED = 2;

    static {
        WHERE.put("reports", "hy-line7");
        WHERE.put("rounds", "yc-nanwan");
        WHERE.put("site", "lq-dongyu");
        WHERE.put("cloud", "yl-copper");
        WHERE.put("manual", "yw-terminal");
    }

    static Conflicts of(Plot plot, List<Client> clients) {
        List<Life> decided = new ArrayList<>();
        List<Life> open = new ArrayList<>();
        WHERE.forEach((pair, key) -> {
            var client = clients.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
            (decided.size() < 2 * DECIDED ? decided : open).addAll(plot.pair(pair, client));
        });
        return new Conflicts(decided, open);
    }

    /** All lives in the order in which they were noted. */
    List<Life> together(List<Life> others) {
        List<Life> all = new ArrayList<>(others);
        all.addAll(decided);
        all.addAll(open);
        all.sort(Comparator.comparing((Life it) -> it.days().captured()));
        return all;
    }

}
