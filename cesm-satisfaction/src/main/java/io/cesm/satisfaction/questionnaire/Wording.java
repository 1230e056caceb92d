package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What wording does to answers, in Chinese and English: patterns to look for. */
final class Wording {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Words that push towards one answer. */
    private static final Map<String, Pattern> LEADING = Map.of("en", Pattern.compile(
            "\\b(don't you|do you not (agree|think|feel|find|believe)|wouldn't you|isn't it|(would|do) you agree(?! or disagree)|as you know|obviously|of course"
                    + "|surely|everyone knows|most (people|customers) (think|agree|say)|how much do you (like|enjoy|love)"
                    + "|how (good|great|happy|pleased|helpful|excellent) (is|are|was|were|do|did))\\b"
                    + "|how satisfied (?!or dissatisfied)",
            FLAGS), "zh",
            Pattern.compile("难道|是不是(觉得|认为|很|非常)?|您?是否(同意|赞同|满意|认可)|也(觉得|认为)|众所周知|显而易见|毫无疑问|不可否认|大家都(说|认为|觉得)"
                    + "|多数客户(都)?(认为|觉得)|想必|不觉得|满意吗|好吗|好不好|有多(满意|喜欢|优秀|好)", FLAGS));

    /** Words that judge before the respondent does. */
    private static final Map<String, Pattern> LOADED = Map.of("en", Pattern.compile(
            "\\b(outstanding|superb|world[- ]class|industry[- ]leading|best[- ]in[- ]class|award[- ]winning|amazing|wonderful"
                    + "|first[- ]class|state[- ]of[- ]the[- ]art|hard[- ]working|dedicated|terrible|awful|outrageous|disastrous"
                    + "|unacceptable|shoddy|greedy|world[- ]renowned)\\b",
            FLAGS), "zh",
            Pattern.compile("优质的?|卓越|一流|(业界|行业|世界)领先|世界级|贴心|无微不至|精心|尽心尽力|辛勤|完美|周到的|(非常|极其)专业的|糟糕|恶劣|极差|低劣|令人失望的|不负责任|坑",
                    FLAGS));

    private static final Map<String, Pattern> ABSOLUTE = Map.of("en",
            Pattern.compile("\\b(always|never|all of the time|nothing but|in every case|at all times)\\b", FLAGS), "zh",
            Pattern.compile("总是|从不|从来不?|一直都|任何时候|每次都|完全没有|绝对|百分之百", FLAGS));

    private static final Map<String, Pattern> NEGATIVE = Map.of("en", Pattern.compile(
            "\\b(not|never|n't|no)\\b[^.?!]{0,40}\\b(not|never|un(?!der|til|it|less|ion)\\w{3,}|without|fail(s|ed)? to)\\b",
            FLAGS), "zh", Pattern.compile("(不|没有?|未)[^，。？；]{0,8}(不(?!同|断|仅|但|过|锈)|没有|未能|无法)|并非[^，。？]{0,8}不"));

    private static final Map<String, Pattern> DOUBLE = Map
        .of("en", Pattern.compile("\\b\\w+\\s+(and|as well as)\\s+\\w+|\\w+/\\w+", FLAGS), "zh", Pattern.compile(
                "[\\p{IsHan}]{1,6}(以及|及(?!时|格|其他)|并且|且|和(?!我们|您|贵|他|其)|与(?!我们|您|贵|期望|预期|同行|其|竞争|约定|设备|客户|实际|理想))[\\p{IsHan}]{1,6}"
                        + "|[\\p{IsHan}]{2,6}、[\\p{IsHan}]{2,6}"));

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|（[^）]*）|\\{\\{[^}]*}}|“[^”]*”");

    private Wording() {
    }

    /** One pattern that was met. */
    record Hit(String code, String evidence, boolean serious) {
    }

    static List<Hit> of(String text, String language, boolean judged) {
        var hits = new ArrayList<Hit>();
        var plain = ASIDE.matcher(text).replaceAll(" ");
        met(LEADING, language, plain).ifPresent(it -> hits.add(new Hit("leading", it, true)));
        met(LOADED, language, plain).ifPresent(it -> hits.add(new Hit("loaded", it, true)));
        met(NEGATIVE, language, plain).ifPresent(it -> hits.add(new Hit("negative", it, true)));
        if (judged) {
            met(DOUBLE, language, plain).ifPresent(it -> hits.add(new Hit("double", it, true)));
            met(ABSOLUTE, language, plain).ifPresent(it -> hits.add(new Hit("absolute", it, false)));
        }
        if (tooLong(plain, language)) {
            hits.add(new Hit("long", String.valueOf(size(plain, language)), false));
        }
        return hits;
    }

    private static boolean tooLong(String text, String language) {
        return size(text, language) > (language.equals("zh") ? 45 : 28);
    }

    /** Han characters in Chinese, words elsewhere. */
    static int size(String text, String language) {
        if (language.equals("zh")) {
            return (int) text.codePoints()
                .filter(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN)
                .count();
        }
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static Optional<String> met(Map<String, Pattern> patterns, String language, String text) {
        var pattern = patterns.get(language);
        if (pattern == null) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }

}
