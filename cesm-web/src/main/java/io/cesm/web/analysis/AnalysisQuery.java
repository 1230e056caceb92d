package io.cesm.web.analysis;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.satisfaction.analysis.Filter;
import io.cesm.satisfaction.analysis.Kinds;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.analysis.Weighted;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked at; the parameters of an address.
 *
 * @param item key of the item a page is about
 * @param by kind that divides the respondents
 * @param question a question and one of its options, {@code key:option}
 * @param month such as 2026-05
 * @param counting how several answers of a customer count
 * @param margin kinds whose shares weights are to meet
 * @param rung one item per rung of the experience ladder, lowest first
 */
record AnalysisQuery(@Nullable String item, @Nullable String by, @Nullable String tier, @Nullable String region,
        @Nullable String industry, @Nullable String flow, @Nullable String touchPoint, @Nullable String product,
        @Nullable String role, @Nullable String language, @Nullable String channel, @Nullable String question,
        @Nullable String month, @Nullable CustomerAggregation counting, @Nullable String outcome,
        @Nullable List<String> driver, Studying.@Nullable Method method, @Nullable List<String> margin,
        Weighted.@Nullable Basis basis, @Nullable List<String> rung, @Nullable Integer threshold) {

    /** Everything. */
    static final AnalysisQuery NONE = new AnalysisQuery(null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null);

    Filter filter() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, Kinds.TIER, tier);
        put(parts, Kinds.REGION, region);
        put(parts, Kinds.INDUSTRY, industry);
        put(parts, Kinds.FLOW, flow);
        put(parts, Kinds.TOUCH_POINT, touchPoint);
        put(parts, Kinds.PRODUCT, product);
        put(parts, Kinds.ROLE, role);
        put(parts, Kinds.LANGUAGE, language);
        put(parts, Kinds.CHANNEL, channel);
        if (question != null && !question.isBlank()) {
            int colon = question.lastIndexOf(':');
            if (colon < 1) {
                throw new FieldRefusal("question", "figures.question_filter");
            }
            parts.put(Kinds.QUESTION + question.substring(0, colon), question.substring(colon + 1));
        }
        try {
            return new Filter(parts, (month == null || month.isBlank()) ? null : YearMonth.parse(month).atDay(1));
        }
        catch (DateTimeParseException ex) {
            throw new FieldRefusal("month", "figures.month_filter");
        }
    }

    public CustomerAggregation countingOrAll() {
        return (counting == null) ? CustomerAggregation.EVERY_RESPONSE : counting;
    }

    public Weighted.Basis basisOrInvited() {
        return (basis == null) ? Weighted.Basis.INVITED : basis;
    }

    /** An address of the survey that keeps the filters, and nothing else. */
    public Link link(UUID survey, String rest) {
        return Link.to("/surveys/" + survey + "/analysis" + rest)
            .with("tier", tier)
            .with("region", region)
            .with("industry", industry)
            .with("flow", flow)
            .with("touchPoint", touchPoint)
            .with("product", product)
            .with("role", role)
            .with("language", language)
            .with("channel", channel)
            .with("question", question)
            .with("month", month);
    }

    /** The address of a view under the same filters. */
    public Link view(UUID survey, View view) {
        return link(survey, (view == View.OVERVIEW) ? "" : "/" + view.path());
    }

    /** The address of a table of a view as a file, with everything that was chosen. */
    public String file(UUID survey, View view, String panel, String form) {
        return chosen(link(survey, "/" + view.path() + "/" + panel + "." + form));
    }

    /** The address of a view as a document, with everything that was chosen. */
    public String page(UUID survey, View view) {
        return chosen(link(survey, "/" + view.path() + ".pdf"));
    }

    private String chosen(Link link) {
        var address = UriComponentsBuilder.fromUriString(link.toString());
        Map<String, Object> more = new LinkedHashMap<>();
        add(more, "item", item);
        add(more, "by", by);
        add(more, "counting", counting);
        add(more, "outcome", outcome);
        add(more, "method", method);
        add(more, "basis", basis);
        add(more, "threshold", threshold);
        more.keySet().forEach(it -> address.queryParam(it, "{" + it + "}"));
        list(address, more, "driver", driver);
        list(address, more, "margin", margin);
        list(address, more, "rung", rung);
        return address.encode().buildAndExpand(more).toUriString();
    }

    private static void add(Map<String, Object> more, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            more.put(name, value);
        }
    }

    private static void list(UriComponentsBuilder address, Map<String, Object> more, String name,
            @Nullable List<String> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            address.queryParam(name, "{" + name + i + "}");
            more.put(name + i, values.get(i));
        }
    }

    /** The parameter by which a kind is filtered. */
    static String parameter(String kind) {
        return kind.equals(Kinds.TOUCH_POINT) ? "touchPoint" : kind.startsWith(Kinds.QUESTION) ? "question" : kind;
    }

    static String value(String kind, String part) {
        return kind.startsWith(Kinds.QUESTION) ? kind.substring(Kinds.QUESTION.length()) + ":" + part : part;
    }

    private static void put(Map<String, String> parts, String kind, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            parts.put(kind, part);
        }
    }

}
