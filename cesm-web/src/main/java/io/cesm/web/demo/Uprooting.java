package io.cesm.web.demo;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes rows with all that cannot be without them. Which tables these are is asked of
 * the database, so that a new one cannot be forgotten.
 */
@Component
class Uprooting {

    private final JdbcClient jdbc;

    Uprooting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A column that points to a table. */
    record Link(String table, String column, boolean needed) {
    }

    /**
     * Deletes the rows of a table that meet a condition; who merely mentions them forgets
     * them.
     */
    void uproot(String table, String condition) {
        for (var link : linksTo(table)) {
            var children = link.column + " in (select id from " + table + " where " + condition + ")";
            if (link.needed && !link.table.equals(table)) {
                uproot(link.table, children);
            }
        }
        for (var link : linksTo(table)) {
            var children = link.column + " in (select id from " + table + " where " + condition + ")";
            if (!link.needed) {
                var staying = link.table.equals(table) ? " and not (" + condition + ")" : "";
                jdbc.sql("update " + link.table + " set " + link.column + " = null where " + children + staying)
                    .update();
            }
        }
        jdbc.sql("delete from " + table + " where " + condition).update();
    }

    /** The columns with which other tables point to this one. */
    List<Link> linksTo(String table) {
        return jdbc.sql("""
                select child.relname as "table", a.attname as "column", a.attnotnull or f.confdeltype = 'c' as needed
                  from pg_constraint f
                  join pg_class parent on parent.oid = f.confrelid and parent.relname = :table
                   and parent.relnamespace = current_schema()::regnamespace
                  join pg_class child on child.oid = f.conrelid
                  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                 where f.contype = 'f' order by 1, 2""")
            .param("table", table)
            .query((rs, i) -> new Link(rs.getString(1), rs.getString(2), rs.getBoolean(3)))
            .list();
    }

}
