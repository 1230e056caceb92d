package io.cesm.satisfaction.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.time.CompanyTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A month outside its control limits is told, once. */
@PostgresSlice
class ControlAlarmTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    WatchingControlCharts charts;

    @Autowired
    Clock clock;

    private LocalDate month;

    @Test
    void tellsOwnerAndOfficeOfTheMonthThatChanceDoesNotExplainAndNobodyTwice() {
        var survey = survey();
        months(survey, 6);
        answers(survey, month, 20, 2);
        answers(survey, month, 20, 10);
        look();
        assertThat(told(survey)).hasSize(2).allSatisfy(it -> assertThat(it).isEqualTo("CONTROL_HIGH"));

        answers(survey, month, 1, 2);
        look();
        assertThat(told(survey)).hasSize(2);
        assertThat(jdbc.sql("select distinct details ->> 'key' from notice where subject_id = ?")
            .param(survey)
            .query(String.class)
            .list()).containsExactly("nps");
    }

    @Test
    void saysNothingOfMonthsWithinTheLimitsNorOfTooFew() {
        var quiet = survey();
        months(quiet, 7);
        look();
        assertThat(told(quiet)).isEmpty();

        var young = survey();
        months(young, 2);
        answers(young, month, 40, 2);
        look();
        assertThat(told(young)).isEmpty();
    }

    private UUID survey() {
        month = CompanyTime.today(clock).withDayOfMonth(1);
        var survey = asked().field("W1", month, "NAMED");
        jdbc.sql("update survey set owner_id = ? where id = ?").params(staff("CSR"), survey).update();
        staff("OFFICE");
        return survey;
    }

    private Asked asked;

    private Asked asked() {
        asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        return asked;
    }

    /** A tenth of each month's answers are low. */
    private void months(UUID survey, int count) {
        for (int i = 1; i <= count; i++) {
            answers(survey, month.minusMonths(i), 4, 3);
            answers(survey, month.minusMonths(i), 36, 9);
        }
    }

    private void answers(UUID survey, LocalDate on, int times, int mark) {
        asked.answers(survey, on, times, "{}", "{\"nps\":" + mark + "}");
    }

    private void look() {
        Acting.as(Actor.system("test"), () -> {
            rolling.advance();
            charts.look();
        });
    }

    private List<String> told(UUID survey) {
        return jdbc.sql("select kind from notice where subject_id = ?").param(survey).query(String.class).list();
    }

    private UUID staff(String role) {
        var unit = Uuid7.next();
        var id = Uuid7.next();
        jdbc.sql(
                "insert into org_unit (id, name, kind, path, valid_from, version) values (?, ?, 'OFFICE', ?, '2020-01-01', 0)")
            .params(unit, "U" + unit, "/" + unit + "/")
            .update();
        jdbc.sql("insert into staff (id, login, name, unit_id, status, created_at, version)"
                + " values (?, ?, 'x', ?, 'ACTIVE', now(), 0)")
            .params(id, "s" + id, unit)
            .update();
        jdbc.sql("insert into staff_role (staff_id, role) values (?, ?)").params(id, role).update();
        return id;
    }

}
