package io.cesm.domain.topissue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds words that promise something nobody can measure, Chinese and English, and says
 * what to ask so that a number comes of it.
 */
public final class WordsToNumbers {

    private static final List<Rule> RULES = List.of(
            rule("SOON", "尽快|马上|及时|早日|近期|第一时间|\\bsoon\\b|\\basap\\b|timely|promptly|as soon as possible"),
            rule("FASTER", "更快|加快|缩短|提速|太慢|太久|\\bfaster\\b|\\bquicker\\b|speed up|too slow|too long|shorten"),
            rule("BETTER", "提高|提升|改善|改进|加强|优化|完善|\\bbetter\\b|improve|enhance|strengthen|optimi[sz]e"),
            rule("LESS", "减少|降低|尽量少|避免|杜绝|\\bless\\b|\\bfewer\\b|reduce|decrease|lower|avoid|minimi[sz]e"),
            rule("OFTEN", "经常|总是|频繁|反复|老是|多次|\\boften\\b|always|frequent|again and again|repeatedly|regularly"),
            rule("SOME", "部分|一些|若干|大多|个别|基本|\\bsome\\b|\\bseveral\\b|\\bmost\\b|\\bmany\\b|\\bfew\\b"),
            rule("SATISFIED", "满意|认可|放心|稳定|可靠|正常|\\bsatisf|\\bhappy\\b|stable|reliable|acceptable|reasonable"));

    private static final Pattern NUMBER = Pattern.compile("[0-9０-９]|[一二两三四五六七八九十百千半]+ ?(次|天|周|个月|小时|分钟|件|台|家|%|成|倍)");

    private WordsToNumbers() {
    }

    private record Rule(String key, Pattern pattern) {
    }

    /**
     * A word that says too little.
     *
     * @param word as it was written
     * @param question code of what to ask
     */
    public record Hint(String word, String question) {
    }

    private static Rule rule(String key, String pattern) {
        return new Rule(key, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** What to ask about a text; nothing where the same clause has a number already. */
    public static List<Hint> in(@Nullable String text) {
        var hints = new ArrayList<Hint>();
        if (text == null) {
            return hints;
        }
        for (var clause : text.split("[，。；！？,;!?\\n]|\\.(?=\\s|$)")) {
            if (NUMBER.matcher(clause).find()) {
                continue;
            }
            for (var rule : RULES) {
                var found = rule.pattern().matcher(clause);
                if (found.find() && hints.stream().noneMatch(it -> it.question().equals(rule.key()))) {
                    hints.add(new Hint(found.group(), rule.key()));
                }
            }
        }
        return hints;
    }

}
