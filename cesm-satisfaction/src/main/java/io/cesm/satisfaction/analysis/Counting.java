package io.cesm.satisfaction.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.figures.KanoAnswer;
import io.cesm.satisfaction.figures.KanoCategory;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * Counts answers: every value of every item, for everybody and for each part of the
 * respondents, by month. Its size follows from what can be answered, not from how many
 * answered.
 */
final class Counting {

    /** The item under which respondents themselves are counted. */
    static final String RESPONDENTS = "";

    static final String COMPLETE = "C";

    static final String BROKEN_OFF = "P";

    /** How many answered a question with several options. */
    static final String ANSWERED = "#";

    /** The option that stands for ourselves. */
    static final String US = "us";

    private static final Map<String, KanoAnswer> KANO = Map.of("like", KanoAnswer.LIKE, "must", KanoAnswer.MUST_BE,
            "neutral", KanoAnswer.NEUTRAL, "live", KanoAnswer.LIVE_WITH, "dislike", KanoAnswer.DISLIKE);

    private final Measures measures;

    private final boolean byParts;

    private final Map<Part, Integer> parts = new HashMap<>();

    private final List<Part> partList = new ArrayList<>();

    private final List<Sums> sums = new ArrayList<>();

    private final Map<String, Map<String, Integer>> cells = new HashMap<>();

    private final List<Cell> cellList = new ArrayList<>();

    private final Map<CustomerCell, CustomerSum> customers = new LinkedHashMap<>();

    private final int[] itsParts = new int[256];

    private int partCount;

    private final int[] itsCells = new int[4096];

    private int cellCount;

    private final Map<String, String> halves = new HashMap<>();

    /** The points somebody gave, where several suppliers are judged. */
    private final Map<String, Integer> judged = new HashMap<>();

    private @Nullable String role;

    private long answers;

    /** A part of the respondents in a month; everybody is kind and part {@code ""}. */
    record Part(String kind, String part, LocalDate month) {
    }

    record Cell(String item, String value) {
    }

    record CustomerCell(String item, UUID customer, int rank) {
    }

    /** One count. */
    record Row(Part part, Cell cell, long n, BigDecimal w, BigDecimal squares) {
    }

    static final class CustomerSum {

        private long n;

        private long total;

        long n() {
            return n;
        }

        long total() {
            return total;
        }

    }

    /**
     * @param byParts whether to count the parts of the respondents too
     */
    Counting(Measures measures, boolean byParts) {
        this.measures = measures;
        this.byParts = byParts;
    }

    long answers() {
        return answers;
    }

    void add(StoredAnswer answer) {
        answers++;
        partCount = 0;
        cellCount = 0;
        halves.clear();
        judged.clear();
        role = null;
        part("", "", answer.month());
        if (byParts) {
            part(Kinds.CHANNEL, answer.channel(), answer.month());
            if (answer.language() != null) {
                part(Kinds.LANGUAGE, answer.language(), answer.month());
            }
            AnswerReader.read(answer.segments(), (kind, value) -> segment(kind, value, answer.month()));
        }
        cell(RESPONDENTS, answer.complete() ? COMPLETE : BROKEN_OFF);
        AnswerReader.read(answer.items(), (key, value) -> item(key, value, answer));
        pairs();
        rivals();
        for (int p = 0; p < partCount; p++) {
            var sum = sums.get(itsParts[p]);
            for (int c = 0; c < cellCount; c++) {
                sum.add(itsCells[c], answer.weight());
            }
        }
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int p = 0; p < partList.size(); p++) {
            var sum = sums.get(p);
            for (int c = 0; c < cellList.size() && c < sum.length(); c++) {
                if (sum.n(c) > 0) {
                    rows.add(new Row(partList.get(p), cellList.get(c), sum.n(c), sum.w(c), sum.squares(c)));
                }
            }
        }
        return rows;
    }

    Map<CustomerCell, CustomerSum> customers() {
        return customers;
    }

    private void segment(String kind, String value, LocalDate month) {
        if (kind.equals(Kinds.ROLE)) {
            role = value;
        }
        if (Kinds.OF_SEGMENTS.contains(kind) && !value.isEmpty()) {
            part(kind, value, month);
        }
    }

    private void item(String key, String value, StoredAnswer answer) {
        if (!measures.counts(key)) {
            return;
        }
        cell(key, value.isEmpty() ? ANSWERED : value);
        if (byParts && measures.divides(key) && !value.isEmpty()) {
            part(Kinds.QUESTION + key, value, answer.month());
        }
        var measure = measures.find(key);
        if (measure == null || measure.type() == QuestionType.PAIR) {
            halves.put(key, value);
        }
        if (measure != null && measure.isScale() && measures.comparesRivals()) {
            var point = point(value);
            if (point != null) {
                judged.put(key, point);
            }
        }
        if (measure != null && measure.headline() && answer.customer() != null) {
            customer(key, value, answer.customer());
        }
    }

    private void customer(String key, String value, UUID customer) {
        var point = point(value);
        if (point != null) {
            var sum = customers.computeIfAbsent(new CustomerCell(key, customer, Kinds.rank(role)),
                    it -> new CustomerSum());
            sum.n++;
            sum.total += point;
        }
    }

    /** What two answers say together: expectation and perception, with and without. */
    private void pairs() {
        halves.forEach((key, value) -> {
            if (key.endsWith(".e")) {
                pair(key.substring(0, key.length() - 2), value, halves.get(key.substring(0, key.length() - 2) + ".p"));
            }
            else if (key.endsWith(".f")) {
                var without = halves.get(key.substring(0, key.length() - 2) + ".d");
                var first = KANO.get(value);
                var second = (without == null) ? null : KANO.get(without);
                if (first != null && second != null) {
                    cell(Kinds.KANO + key.substring(0, key.length() - 2), KanoCategory.of(first, second).name());
                }
            }
        });
    }

    /** What one person gives us and a rival. */
    private void rivals() {
        judged.forEach((key, theirs) -> {
            var each = Measures.each(key);
            var measure = (each == null || each.equals(US)) ? null : measures.find(key);
            if (measure == null) {
                return;
            }
            var ours = judged.get(key.replace("@" + each, "@" + US));
            var own = (ours == null) ? measures.own(measure) : null;
            ours = (own == null) ? ours : judged.get(own.key());
            if (ours != null) {
                cell(Kinds.RIVAL + key, ours + ":" + theirs);
            }
        });
    }

    private void pair(String question, String expected, @Nullable String perceived) {
        var e = point(expected);
        var p = (perceived == null) ? null : point(perceived);
        if (e != null && p != null) {
            cell(Kinds.PAIR + question, e + ":" + p);
        }
    }

    static @Nullable Integer point(String value) {
        if (value.isEmpty() || value.length() > 4) {
            return null;
        }
        int start = (value.charAt(0) == '-') ? 1 : 0;
        int number = 0;
        for (int i = start; i < value.length(); i++) {
            char digit = value.charAt(i);
            if (digit < '0' || digit > '9') {
                return null;
            }
            number = number * 10 + digit - '0';
        }
        return (value.length() == start) ? null : (start == 1) ? -number : number;
    }

    private void part(String kind, String part, LocalDate month) {
        if (partCount == itsParts.length) {
            return;
        }
        var key = new Part(kind, part, month);
        var id = parts.get(key);
        if (id == null) {
            id = partList.size();
            parts.put(key, id);
            partList.add(key);
            sums.add(new Sums());
        }
        itsParts[partCount++] = id;
    }

    private void cell(String item, String value) {
        if (cellCount == itsCells.length) {
            return;
        }
        var id = cells.computeIfAbsent(item, it -> new HashMap<>()).computeIfAbsent(value, it -> {
            cellList.add(new Cell(item, value));
            return cellList.size() - 1;
        });
        itsCells[cellCount++] = id;
    }

}
