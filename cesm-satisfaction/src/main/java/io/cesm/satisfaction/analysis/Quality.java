package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.SmallBase;
import org.jspecify.annotations.Nullable;

/**
 * How good the answers are: who was reached, who broke off, what was left out.
 *
 * @param respondents null if hidden
 * @param effective how many answers without weights would say as much
 * @param designEffect by how much weights widen the variance
 * @param groups the field work of everybody and by tier
 */
public record Quality(@Nullable Long respondents, @Nullable Long complete, @Nullable Double effective,
        @Nullable Double designEffect, List<Channel> channels, List<Item> items, List<Group> groups) {

    /** Answers that came by one channel; null counts are hidden. */
    public record Channel(String channel, @Nullable Long respondents, @Nullable Long complete) {
    }

    /**
     * An item, and how many said nothing to it.
     *
     * @param missing share of the respondents without an answer, in percent
     * @param none share of the respondents who chose an answer that says nothing
     * @param lowest share of the lowest mark of those who gave one
     * @param highest share of the highest mark
     */
    public record Item(String key, Map<String, String> name, @Nullable Long answered, @Nullable Double missing,
            @Nullable Double none, @Nullable Double lowest, @Nullable Double highest) {
    }

    /**
     * What became of those who were asked.
     *
     * @param tier empty for everybody
     */
    public record Group(String tier, long asked, long answered, Figure response, Figure cooperation, Figure breakOff) {
    }

    static Quality of(Opened opened, Map<String, Cells> byChannel, List<Group> groups) {
        var cells = opened.cells();
        long n = cells.respondents();
        boolean hide = opened.closed() || !SmallBase.STANDARD.showing(n).visible();
        var channels = new ArrayList<Channel>();
        Map<String, Long> counts = new LinkedHashMap<>();
        byChannel.forEach((channel, each) -> counts.put(channel, each.respondents()));
        var hidden = Gate.hidden(counts, n);
        byChannel.forEach((channel, each) -> {
            boolean no = hidden.contains(channel);
            channels.add(new Channel(channel, no ? null : each.respondents(), no ? null : each.complete()));
        });
        var items = new ArrayList<Item>();
        for (var item : opened.items().stream().filter(it -> it.each() == null).toList()) {
            var answers = opened.histogram(item);
            long any = cells.total(item.key());
            boolean no = hide || opened.hides(item.key()) || !SmallBase.STANDARD.showing(answers.n()).visible();
            items.add(no ? new Item(item.key(), item.measure().name().by(), null, null, null, null, null)
                    : new Item(item.key(), item.measure().name().by(), answers.n(), 100.0 * (n - any) / n,
                            100.0 * (any - answers.n()) / n, 100 * answers.share(answers.lowest(), answers.lowest()),
                            100 * answers.share(answers.highest(), answers.highest())));
        }
        double effective = cells.effective();
        return new Quality(hide ? null : n, hide ? null : cells.complete(), hide ? null : effective,
                (hide || effective == 0) ? null : n / effective, channels, items, groups);
    }

}
