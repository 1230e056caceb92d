package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.level.Scale;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Gap;
import io.cesm.satisfaction.figures.PairedItem;

/**
 * Works the gaps of the dimensions of a survey out from what each respondent answered.
 */
@Service
@Transactional(readOnly = true)
public class SurveyGaps {

    private final SurveyBook surveys;

    private final JdbcClient jdbc;

    SurveyGaps(SurveyBook surveys, JdbcClient jdbc) {
        this.surveys = surveys;
        this.jdbc = jdbc;
    }

    /** Gap by dimension; ask {@link SurveyBook#require} before. */
    public List<DimensionGap> of(UUID wave) {
        var respondents = respondents(wave);
        Map<String, List<PairedItem>> items = new LinkedHashMap<>();
        var answers = answers(wave, respondents);
        for (var item : surveys.results(wave)) {
            var given = answers.get(item.id());
            if (item.expectedScale() != null && item.perceivedScale() != null && given != null) {
                items.computeIfAbsent(item.dimension(), it -> new ArrayList<>())
                    .add(new PairedItem(item.item(), levels(given.expected(), item.expectedScale()),
                            levels(given.perceived(), item.perceivedScale())));
            }
        }
        List<Gap> gaps = new ArrayList<>();
        items.forEach((dimension, of) -> gaps.add(Gap.ofDimension(dimension, of, Confidence.NINETY_FIVE)));
        var tests = Comparing.together(gaps.stream().map(Gap::test).toList());
        List<DimensionGap> all = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            all.add(new DimensionGap(gaps.get(i).name(), gaps.get(i).parts().size(), gaps.get(i).gap(), tests.get(i)));
        }
        return all;
    }

    private record Given(double[] expected, double[] perceived) {

        static Given nothing(int respondents) {
            var given = new Given(new double[respondents], new double[respondents]);
            Arrays.fill(given.expected, Double.NaN);
            Arrays.fill(given.perceived, Double.NaN);
            return given;
        }

    }

    private Map<String, Integer> respondents(UUID wave) {
        Map<String, Integer> places = new LinkedHashMap<>();
        jdbc.sql("""
                select distinct a.respondent from survey_answer a join survey_item i on i.id = a.item_id
                 where i.wave_id = ? order by 1""")
            .param(wave)
            .query(String.class)
            .list()
            .forEach(it -> places.put(String.valueOf(it), places.size()));
        return places;
    }

    private Map<UUID, Given> answers(UUID wave, Map<String, Integer> respondents) {
        Map<UUID, Given> answers = new LinkedHashMap<>();
        jdbc.sql("""
                select a.item_id, a.respondent, a.e, a.p from survey_answer a join survey_item i on i.id = a.item_id
                 where i.wave_id = ?""").param(wave).query(rs -> {
            var given = answers.computeIfAbsent(rs.getObject(1, UUID.class), it -> Given.nothing(respondents.size()));
            int place = respondents.getOrDefault(rs.getString(2), 0);
            given.expected()[place] = number(rs.getBigDecimal(3));
            given.perceived()[place] = number(rs.getBigDecimal(4));
        });
        return answers;
    }

    private static double number(@Nullable BigDecimal answer) {
        return answer == null ? Double.NaN : answer.doubleValue();
    }

    private static double[] levels(double[] answers, Scale scale) {
        double min = scale.min().doubleValue();
        double max = scale.max().doubleValue();
        return Arrays.stream(answers).map(it -> {
            double level = 100 * (it - min) / (max - min);
            return scale.reversed() ? 100 - level : level;
        }).toArray();
    }

}
