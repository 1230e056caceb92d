package io.cesm.domain.people;

import io.cesm.domain.kernel.FieldRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether somebody works here now, so that work can be given to them. */
public final class ActiveStaff {

    private ActiveStaff() {
    }

    public static boolean is(JdbcClient jdbc, StaffId staff) {
        return jdbc.sql("select exists (select from staff where id = :id and status = 'ACTIVE')")
            .param("id", staff.id())
            .query(Boolean.class)
            .single();
    }

    /**
     * Makes sure of it.
     * @param field where the form asks who
     * @throws FieldRefusal if the person chosen is not there any more
     */
    public static void require(JdbcClient jdbc, StaffId staff, String field) {
        if (!is(jdbc, staff)) {
            throw new FieldRefusal(field, "choice.unknown");
        }
    }

}
