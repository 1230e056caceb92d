package io.cesm.satisfaction.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.people.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The conditions a filter comes to. Those that tell people apart stand by themselves:
 * each of them narrows down who wrote a comment. The alias of the comment is {@code c}.
 *
 * @param narrowing conditions on who wrote it
 * @param matter conditions on what was written
 */
record VoiceSql(List<String> narrowing, List<String> matter, Map<String, @Nullable Object> params) {

    static VoiceSql of(VoiceFilter filter, Scope scope) {
        var sql = new VoiceSql(new ArrayList<>(), new ArrayList<>(), new HashMap<>(scope.params()));
        if (!scope.everything()) {
            sql.narrowing.add(scope.sql("c.customer_id"));
        }
        sql.narrow("c.customer_id = :customer", "customer", filter.customer() == null ? null : filter.customer().id());
        sql.narrow("c.tier = :tier", "tier", filter.tier());
        sql.narrow("c.flow = :flow", "flow", filter.flow());
        sql.narrow("c.language = :language", "language", filter.language());
        sql.narrow("c.level >= :levelFrom", "levelFrom", filter.levelFrom());
        sql.narrow("c.level <= :levelTo", "levelTo", filter.levelTo());
        sql.narrow("c.answered_on >= :from", "from", filter.from());
        sql.narrow("c.answered_on <= :to", "to", filter.to());
        sql.matter(filter);
        return sql;
    }

    private void matter(VoiceFilter filter) {
        matter.add("not exists (select from answer_left_out o where o.response_id = c.response_id)");
        if (filter.survey() != null) {
            matter.add("c.survey_id = :survey");
            params.put("survey", filter.survey());
        }
        if (VoiceFilter.NO_THEME.equals(filter.theme())) {
            matter.add("c.themes = '{}'");
        }
        else if (filter.theme() != null) {
            matter.add("c.themes @> array[cast(:theme as text)]");
            params.put("theme", filter.theme());
        }
        if (filter.sentiment() != null) {
            matter.add("c.sentiment = :sentiment");
            params.put("sentiment", filter.sentiment());
        }
        var words = SearchText.query(filter.text());
        if (words != null) {
            matter.add("c.search @@ cast(:words as tsquery)");
            params.put("words", words);
        }
    }

    private void narrow(String condition, String name, @Nullable Object value) {
        if (value != null) {
            narrowing.add(condition);
            params.put(name, value);
        }
    }

    /** All conditions, besides who may be read at all. */
    String where() {
        var all = new ArrayList<>(narrowing);
        all.addAll(matter);
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

}
