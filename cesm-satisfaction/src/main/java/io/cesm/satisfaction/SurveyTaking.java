package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.SeenRows;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.satisfaction.SurveyResponse.Answer;

/**
 * One walk through the answers of a survey; every batch brings the readings up to date.
 */
final class SurveyTaking implements ImportKind.Taking {

    private final SurveyWish wish;

    private final SurveyMapping mapping;

    private final Map<SurveyColumn, Integer> places;

    private final TakingInSurveys takingIn;

    private final JdbcClient jdbc;

    private final @Nullable Integer respondentAt;

    private final SeenRows seen = new SeenRows();

    /**
     * @param respondentAt place of the column that tells respondents apart; null if every
     * row is one
     */
    SurveyTaking(SurveyWish wish, SurveyMapping mapping, List<String> header, @Nullable Integer respondentAt,
            TakingInSurveys takingIn, JdbcClient jdbc) {
        this.wish = wish;
        this.mapping = mapping;
        this.places = mapping.places(header);
        this.respondentAt = respondentAt;
        this.takingIn = takingIn;
        this.jdbc = jdbc;
    }

    @Override
    public void pass(List<ImportRow> rows) {
        for (var row : rows) {
            var key = respondentAt == null ? null : row.first(String.valueOf(respondentAt));
            if (key != null) {
                seen.first(key.strip(), row.number(), 0);
            }
        }
    }

    /**
     * Who answered: the same whenever the file comes again, also in another order.
     * @throws Refusal if nobody is named, or the same one twice
     */
    private String respondent(ImportRow row) {
        if (respondentAt == null) {
            return "row-%07d".formatted(row.number());
        }
        var key = row.first(String.valueOf(respondentAt));
        if (key == null) {
            throw new Refusal("survey.respondent_missing");
        }
        var person = Texts.required(key, 100, "respondent");
        long first = seen.first(person, row.number(), 0);
        if (first != row.number()) {
            throw new Refusal("survey.respondent_twice", person, first);
        }
        return "key-" + person;
    }

    @Override
    public List<RowAnswer> take(List<ImportRow> rows, boolean dry) {
        var wave = takingIn.open(wish, mapping);
        var before = before(wave);
        List<RowAnswer> answers = new ArrayList<>();
        List<SurveyResponse> fresh = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (var row : rows) {
            var respondent = "#" + row.number();
            try {
                respondent = respondent(row);
                var response = SurveyResponse.read(respondent, cells(row));
                if (response.answers().isEmpty()) {
                    throw new Refusal("survey.no_answer");
                }
                var was = before.getOrDefault(respondent, Map.of());
                boolean same = same(was, response.answers());
                answers
                    .add(RowAnswer.of(row, same ? Outcome.UNCHANGED : was.isEmpty() ? Outcome.CREATED : Outcome.CHANGED,
                            null, respondent));
                if (!same) {
                    fresh.add(response);
                }
            }
            catch (Refusal refusal) {
                answers.add(RowAnswer.refused(row, null, respondent, RowProblem.of(refusal)));
                silent.add(respondent);
            }
        }
        takingIn.forget(wave, silent);
        if (!fresh.isEmpty()) {
            takingIn.answer(wave, fresh);
        }
        takingIn.publish(wave);
        return answers;
    }

    private Map<SurveyColumn, String> cells(ImportRow row) {
        Map<SurveyColumn, String> cells = new LinkedHashMap<>();
        places.forEach((column, place) -> {
            var text = row.first(String.valueOf(place));
            cells.put(column, text == null ? "" : text);
        });
        return cells;
    }

    private Map<String, Map<String, Answer>> before(SurveyWave wave) {
        Map<UUID, String> names = new HashMap<>();
        wave.items().forEach((name, id) -> names.put(id, name));
        Map<String, Map<String, Answer>> before = new HashMap<>();
        jdbc.sql("select respondent, item_id, e, p from survey_answer where item_id = any(?)")
            .param(names.keySet().toArray(UUID[]::new))
            .query(rs -> {
                var item = names.get(rs.getObject(2, UUID.class));
                if (item != null) {
                    before.computeIfAbsent(rs.getString(1), it -> new HashMap<>())
                        .put(item, new Answer(rs.getBigDecimal(3), rs.getBigDecimal(4)));
                }
            });
        return before;
    }

    private static boolean same(Map<String, Answer> was, Map<String, Answer> is) {
        return was.keySet().equals(is.keySet()) && is.entrySet().stream().allMatch(it -> {
            var old = was.get(it.getKey());
            return old != null && same(old.expected(), it.getValue().expected())
                    && same(old.perceived(), it.getValue().perceived());
        });
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

}
