package io.cesm.satisfaction.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what people write again and again: Chinese character sequences that hold together
 * inside and stand freely at both ends, and English words and pairs of words. Counted is
 * in how many comments something stands.
 */
public final class Phrases {

    private static final int LONGEST = 5;

    /** Pointwise mutual information of the weakest cut, in bits. */
    private static final double COHESION = 2.0;

    /** Entropy of the neighbours at the narrower end, in bits. */
    private static final double FREEDOM = 0.8;

    private static final int TEXTS_AT_LEAST = 3;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private static final Pattern LATIN = Pattern.compile("[a-z][a-z'-]{2,}");

    /** What no phrase begins or ends with. */
    private static final Set<String> LOOSE = Set.of("的", "了", "是", "在", "我", "你", "他", "她", "它", "们", "和", "与", "就",
            "也", "都", "还", "很", "有", "没", "不", "要", "会", "能", "可", "这", "那", "个", "一", "到", "给", "把", "被", "让", "对",
            "从", "为", "以", "及", "等", "上", "下", "中", "里", "来", "去", "着", "过", "吧", "吗", "呢", "啊", "但", "而", "并", "或",
            "已", "再", "又", "才", "只", "更", "最", "太", "请", "您", "贵", "如", "希", "比", "每", "次", "后", "前", "时", "两", "三",
            "多", "几", "较", "使", "由", "向", "所", "其", "之", "将");

    private static final Set<String> EMPTY = Set.of("the", "and", "for", "with", "that", "this", "was", "were", "are",
            "our", "your", "you", "have", "has", "had", "not", "but", "from", "they", "their", "them", "all", "very",
            "can", "will", "been", "when", "which", "who", "what", "would", "could", "should", "more", "some", "than",
            "then", "there", "too", "also", "its", "it's", "into", "only", "any", "after", "before", "about", "out",
            "one", "two", "did", "does", "get", "got", "please", "still", "just", "because", "over", "again", "how",
            "why", "each", "other", "such", "being");

    private final Map<String, Set<Integer>> texts = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    private final Map<String, Map<Character, Integer>> left = new HashMap<>();

    private final Map<String, Map<Character, Integer>> right = new HashMap<>();

    private long characters;

    private Phrases() {
    }

    /** Something that was written in several comments. */
    public record Found(String phrase, int comments) {
    }

    /**
     * The most frequent phrases.
     * @param known words that need not be found any more
     */
    public static List<Found> of(List<String> comments, Set<String> known, int most) {
        var phrases = new Phrases();
        for (int i = 0; i < comments.size(); i++) {
            phrases.count(comments.get(i).toLowerCase(Locale.ROOT), i);
        }
        return phrases.best(known, most);
    }

    private void count(String text, int at) {
        var runs = HAN.matcher(text);
        while (runs.find()) {
            han(runs.group(), at);
        }
        var before = "";
        var words = LATIN.matcher(text);
        while (words.find()) {
            var word = words.group();
            if (EMPTY.contains(word)) {
                before = "";
                continue;
            }
            see(word, at);
            if (!before.isEmpty()) {
                see(before + " " + word, at);
            }
            before = word;
        }
    }

    private void han(String run, int at) {
        characters += run.length();
        for (int from = 0; from < run.length(); from++) {
            for (int to = from + 1; to <= Math.min(run.length(), from + LONGEST); to++) {
                var gram = run.substring(from, to);
                counts.merge(gram, 1, Integer::sum);
                if (gram.length() > 1) {
                    texts.computeIfAbsent(gram, it -> new HashSet<>()).add(at);
                    neighbour(left, gram, from == 0 ? '^' : run.charAt(from - 1));
                    neighbour(right, gram, to == run.length() ? '$' : run.charAt(to));
                }
            }
        }
    }

    private void see(String words, int at) {
        texts.computeIfAbsent(words, it -> new HashSet<>()).add(at);
    }

    private static void neighbour(Map<String, Map<Character, Integer>> side, String gram, char c) {
        side.computeIfAbsent(gram, it -> new HashMap<>()).merge(c, 1, Integer::sum);
    }

    private List<Found> best(Set<String> known, int most) {
        var found = new ArrayList<Found>();
        texts.forEach((phrase, where) -> {
            if (where.size() >= TEXTS_AT_LEAST && known.stream().noneMatch(phrase::contains) && holds(phrase)) {
                found.add(new Found(phrase, where.size()));
            }
        });
        found.sort(Comparator.comparingInt(Found::comments)
            .reversed()
            .thenComparing(it -> -it.phrase().length())
            .thenComparing(Found::phrase));
        var kept = new ArrayList<Found>();
        for (var each : found) {
            if (kept.size() < most && kept.stream()
                .noneMatch(it -> it.comments() <= each.comments() * 1.3
                        && (it.phrase().contains(each.phrase()) || each.phrase().contains(it.phrase())))) {
                kept.add(each);
            }
        }
        return kept;
    }

    private boolean holds(String phrase) {
        if (phrase.charAt(0) < 0x2E80) {
            return true;
        }
        return !LOOSE.contains(phrase.substring(0, 1)) && !LOOSE.contains(phrase.substring(phrase.length() - 1))
                && cohesion(phrase) >= COHESION
                && Math.min(entropy(left.get(phrase)), entropy(right.get(phrase))) >= FREEDOM;
    }

    private double cohesion(String gram) {
        double whole = counts.getOrDefault(gram, 0) / (double) characters;
        double least = Double.MAX_VALUE;
        for (int cut = 1; cut < gram.length(); cut++) {
            double parts = counts.getOrDefault(gram.substring(0, cut), 1) / (double) characters
                    * (counts.getOrDefault(gram.substring(cut), 1) / (double) characters);
            least = Math.min(least, Math.log(whole / parts) / Math.log(2));
        }
        return least;
    }

    private static double entropy(@org.jspecify.annotations.Nullable Map<Character, Integer> neighbours) {
        if (neighbours == null) {
            return 0;
        }
        double all = neighbours.values().stream().mapToInt(Integer::intValue).sum();
        double sum = 0;
        for (var each : neighbours.entrySet()) {
            // the edge of a clause is a free neighbour each time
            int times = each.getKey() == '^' || each.getKey() == '$' ? each.getValue() : 1;
            double share = each.getValue() / all / times;
            sum -= times * share * Math.log(share) / Math.log(2);
        }
        return sum;
    }

}
