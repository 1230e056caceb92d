package io.cesm.satisfaction.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the words of a scale offer as much above the middle as below it. */
final class Balance {

    private static final Pattern MIDDLE = Pattern.compile(
            "一般|中立|无所谓|说不清|既不|差不多|还行|尚可|符合期望|\\b(neither|neutral|average|about the same|as expected|undecided|mixed)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BAD = Pattern.compile(
            "不(太|大)?(满意|同意|容易|可能|好|重要|喜欢|符合|公道|赞成)|很?差|糟|困难|很难|较难|讨厌|低于|不如|\\b(dis\\w+|un(?!til)\\w+|poor|bad|worse|worst|difficult|hard|terrible|below|never|low|not)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GOOD = Pattern.compile(
            "满意|同意|容易|可能|好|优秀|重要|喜欢|符合|公道|赞成|高于|超出|超过|\\b(satisfied|agree|easy|likely|good|excellent|important|like|above|better|best|great|fair|high|always|outstanding|superb)\\b",
            Pattern.CASE_INSENSITIVE);

    private Balance() {
    }

    /** How many good and how many bad answers there are, if they are not equally many. */
    static Optional<String> lopsided(List<String> labels) {
        int good = 0;
        int bad = 0;
        for (var label : labels) {
            if (MIDDLE.matcher(label).find()) {
                continue;
            }
            if (BAD.matcher(label).find()) {
                bad++;
            }
            else if (GOOD.matcher(label).find()) {
                good++;
            }
        }
        return good + bad >= 2 && good != bad ? Optional.of(good + " : " + bad) : Optional.empty();
    }

    /** Whether all of the labels judge, so that they are a scale at all. */
    static boolean judges(List<String> labels) {
        return labels.size() >= 3 && labels.stream()
            .allMatch(it -> MIDDLE.matcher(it).find() || BAD.matcher(it).find() || GOOD.matcher(it).find());
    }

}
