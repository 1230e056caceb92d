package io.cesm.domain.customer;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a table that name a customer or a person in one column and follow it. */
public class FollowingTable implements MergeFollower {

    private final JdbcClient jdbc;

    private final String part;

    private final MergeKind kind;

    private final String table;

    private final String column;

    private final String condition;

    /**
     * Rows with a column {@code id}.
     * @param column the column that names the customer or person
     */
    public FollowingTable(JdbcClient jdbc, String part, MergeKind kind, String table, String column) {
        this(jdbc, part, kind, table, column, "true");
    }

    /**
     * Rows that follow only on a condition.
     * @param condition SQL on the table {@code t}; may name {@code :absorbed} and
     * {@code :survivor}
     */
    public FollowingTable(JdbcClient jdbc, String part, MergeKind kind, String table, String column, String condition) {
        this.jdbc = jdbc;
        this.part = part;
        this.kind = kind;
        this.table = table;
        this.column = column;
        this.condition = condition;
    }

    /** Rows that name a customer in {@code column}. */
    public static MergeFollower ofCustomer(JdbcClient jdbc, String part, String table, String column) {
        return new FollowingTable(jdbc, part, MergeKind.CUSTOMER, table, column);
    }

    /** Rows that name a person of a customer in {@code column}. */
    public static MergeFollower ofContact(JdbcClient jdbc, String part, String table, String column) {
        return new FollowingTable(jdbc, part, MergeKind.CONTACT, table, column);
    }

    @Override
    public String part() {
        return part;
    }

    @Override
    public MergeKind kind() {
        return kind;
    }

    @Override
    public Set<String> columns() {
        return Set.of(table + "." + column);
    }

    @Override
    public long count(UUID absorbed, UUID survivor) {
        return jdbc.sql("select count(*) from " + table + " t where " + column + " = :absorbed and (" + condition + ")")
            .param("absorbed", absorbed)
            .param("survivor", survivor)
            .query(Long.class)
            .single();
    }

    @Override
    public List<UUID> follow(UUID absorbed, UUID survivor) {
        return jdbc
            .sql("update " + table + " t set " + column + " = :survivor where " + column + " = :absorbed and ("
                    + condition + ") returning t.id")
            .param("absorbed", absorbed)
            .param("survivor", survivor)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
    }

    @Override
    public void comeBack(List<UUID> followed, UUID absorbed) {
        jdbc.sql("update " + table + " set " + column + " = :absorbed where id = any(:ids)")
            .param("absorbed", absorbed)
            .param("ids", followed.toArray(UUID[]::new))
            .update();
    }

}
