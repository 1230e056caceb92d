package io.cesm.satisfaction.analysis;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the roll-ups share: who answers, who judges and what was counted. */
final class Rolled {

    private Rolled() {
    }

    /** Everything that was counted of a survey, a line for each cell. */
    static List<String> cells(JdbcClient jdbc, UUID survey) {
        return jdbc.sql("""
                select concat_ws('|', kind, part, item, value, month, n, trim_scale(w), trim_scale(w2)) as cell
                  from survey_figure_cell where survey_id = ?
                 union all
                select concat_ws('|', item, customer_id, rank, n, total) from survey_figure_customer where survey_id = ?
                 order by 1
                """).params(survey, survey).query(String.class).list();
    }

    static UUID customer(JdbcClient jdbc, String name) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ''::tsvector, now(), now(), 0)
                """).params(id, "K-" + id, name, name + " " + id).update();
        return id;
    }

    static StaffId staff(JdbcClient jdbc) {
        var unit = Uuid7.next();
        var staff = StaffId.next();
        jdbc.sql("insert into org_unit (id, name, kind, path, valid_from, version)"
                + " values (?, ?, 'OFFICE', ?, '2020-01-01', 0)")
            .params(unit, "U" + unit, "/" + unit + "/")
            .update();
        jdbc.sql("insert into staff (id, login, name, unit_id, status, created_at, version)"
                + " values (?, ?, 'Office', ?, 'ACTIVE', now(), 0)")
            .params(staff.id(), "o" + staff.id(), unit)
            .update();
        return staff;
    }

    /** Reads as the program itself, which sees everything. */
    static <T> T as(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

}
