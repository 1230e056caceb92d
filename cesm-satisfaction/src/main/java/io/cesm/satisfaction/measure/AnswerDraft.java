package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Uuid7;

/** The answer of one respondent while its row is read. */
final class AnswerDraft {

    private final UUID id = Uuid7.next();

    private final long row;

    private final Map<String, Object> items = new LinkedHashMap<>();

    private final Map<String, Object> words = new LinkedHashMap<>();

    private final Map<String, Object> segments = new LinkedHashMap<>();

    private String key;

    private LocalDate day;

    private BigDecimal weight = BigDecimal.ONE;

    private @Nullable String language;

    private @Nullable String customerText;

    private @Nullable UUID customer;

    AnswerDraft(long row, LocalDate day) {
        this.row = row;
        this.key = "#" + row;
        this.day = day;
    }

    void item(String at, Object value) {
        items.put(at, value);
    }

    /** One of several. */
    @SuppressWarnings("unchecked")
    void one(String at, String code) {
        var all = (List<Object>) items.computeIfAbsent(at, it -> new ArrayList<>());
        if (!all.contains(code)) {
            all.add(code);
        }
    }

    void word(String at, String text) {
        words.put(at, text);
    }

    void segment(String at, String value) {
        segments.put(at, value);
    }

    /** What the customer is, unless the file said otherwise. */
    void segmentOf(String at, @Nullable Object value) {
        if (value != null) {
            segments.putIfAbsent(at, value.toString());
        }
    }

    boolean isEmpty() {
        return items.isEmpty() && words.isEmpty();
    }

    UUID id() {
        return id;
    }

    long row() {
        return row;
    }

    String key() {
        return key;
    }

    void key(String text) {
        key = text;
    }

    LocalDate day() {
        return day;
    }

    void day(LocalDate given) {
        day = given;
    }

    BigDecimal weight() {
        return weight;
    }

    void weight(BigDecimal given) {
        weight = given;
    }

    @Nullable String language() {
        return language;
    }

    void language(String given) {
        language = given;
    }

    @Nullable String customerText() {
        return customerText;
    }

    void customerText(@Nullable String text) {
        customerText = text;
    }

    @Nullable UUID customer() {
        return customer;
    }

    void customer(UUID found) {
        customer = found;
    }

    String itemsJson() {
        return Json.of(items);
    }

    String wordsJson() {
        return Json.of(words);
    }

    String segmentsJson() {
        return Json.of(segments);
    }

}
