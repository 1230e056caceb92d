package io.cesm.expectation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Whether two expectations can be about the same matter. Somebody at a customer wants
 * spare parts by March and somebody else training by June: both are delivery, and they do
 * not exclude each other. They are called different only if both say enough to be
 * compared in one language and have no telling word in common; in doubt they are the
 * same, since a conflict that is not shown costs more than one that is waved aside.
 */
final class SameMatter {

    /** With fewer telling words there is nothing to compare. */
    private static final int ENOUGH = 3;

    /**
     * Pairs with these characters join words or count; they tell nothing of the matter.
     */
    private static final Pattern JOINING = Pattern.compile(".*[的了在要能我你们这那是也就都和与及或把被给请须希望可会很太更再还个每各一二两三四五六七八九十几].*");

    private static final Pattern AMOUNT = Pattern.compile("\\d+[a-z]{0,3}");

    private static final Set<String> EMPTY = Set.of("小时", "时内", "天内", "周内", "月内", "日内", "年内", "以内", "之内", "之前", "以前",
            "以后", "以上", "以下", "左右", "月底", "年底", "本周", "下周", "本月", "下月", "今年", "明年", "今天", "明天", "当天", "时间", "及时", "按时",
            "尽快", "工作", "作日", "分钟", "客户", "公司", "贵司", "问题", "情况", "方面", "应该", "必须", "完成", "提供", "保证", "确保", "达到", "安排",
            "进行", "至少", "最多", "不要", "不能", "怎么", "什么", "时候", "没有", "下次", "结果", "意见", "现在", "不是", "如果", "因为", "所以", "已经",
            "知道", "觉得", "认为", "the", "and", "our", "we", "us", "you", "your", "they", "their", "it", "its", "is", "are",
            "be", "was", "has", "have", "must", "should", "shall", "can", "may", "will", "would", "want", "need",
            "expect", "like", "please", "to", "of", "in", "on", "at", "by", "for", "from", "with", "within", "before",
            "after", "until", "than", "that", "this", "these", "those", "all", "any", "each", "every", "not", "no",
            "more", "less", "most", "least", "only", "also", "or", "as", "if", "an", "so", "but", "when", "what", "who",
            "get", "do", "done", "make", "minute", "hour", "day", "week", "month", "quarter", "year", "time", "soon",
            "early", "late", "latest");

    private SameMatter() {
    }

    /**
     * What an expectation says.
     *
     * @param measure what it is measured by, if that is known
     */
    record Said(@Nullable String verbatim, @Nullable String understood, @Nullable String measure) {

        private Set<String> telling(Set<String> dimension) {
            return Arrays.stream(SearchText.tokens(verbatim, understood, measure))
                .filter(SameMatter::tells)
                .map(SameMatter::singular)
                .filter(word -> !EMPTY.contains(word) && !dimension.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        }

    }

    /**
     * Whether both can be about the same.
     * @param dimension names of the dimension both are in; to share those says nothing
     */
    static boolean possible(Said one, Said other, String... dimension) {
        if (one.measure() != null && one.measure().strip().equalsIgnoreCase(strip(other.measure()))) {
            return true;
        }
        var named = Arrays.stream(SearchText.tokens(dimension)).map(SameMatter::singular).collect(Collectors.toSet());
        var mine = one.telling(named);
        var theirs = other.telling(named);
        return mine.stream().anyMatch(theirs::contains)
                || !(comparable(mine, theirs, true) || comparable(mine, theirs, false));
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static boolean comparable(Set<String> mine, Set<String> theirs, boolean latin) {
        return count(mine, latin) >= ENOUGH && count(theirs, latin) >= ENOUGH;
    }

    private static long count(Set<String> words, boolean latin) {
        return words.stream().filter(word -> latin(word) == latin).count();
    }

    private static boolean tells(String word) {
        return word.codePointCount(0, word.length()) > 1 && !EMPTY.contains(word) && !JOINING.matcher(word).matches()
                && !AMOUNT.matcher(word).matches();
    }

    /** “Parts” and “part” are one word. */
    private static String singular(String word) {
        return latin(word) && word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean latin(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

}
