package io.cesm.web.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The three roles of the server in the data directory: the administrator makes the other
 * two, the owner migrates the tables, the program works with rows.
 */
record PostgresRoles(int port, Path secrets) {

    static final String ADMIN = "cesm_admin";

    static final String OWNER = "cesm_owner";

    static final String PROGRAM = "cesm_app";

    private static final String DATABASE = "cesm";

    String url() {
        return url(DATABASE);
    }

    String password(String role) {
        return new SecretFile(secrets.resolve(role.substring(role.indexOf('_') + 1))).text();
    }

    /** Makes what is missing; a start that was cut off in the middle is completed. */
    void ensure() {
        try (var connection = DriverManager.getConnection(url("postgres"), ADMIN, password(ADMIN))) {
            ensureRole(connection, OWNER);
            ensureRole(connection, PROGRAM);
            if (!exists(connection, "select from pg_database where datname = '" + DATABASE + "'")) {
                run(connection, "create database " + DATABASE + " owner " + OWNER);
                run(connection, "revoke all on database " + DATABASE + " from public");
                run(connection, "grant connect, temporary on database " + DATABASE + " to " + PROGRAM);
            }
        }
        catch (SQLException ex) {
            throw new IllegalStateException("The roles of the database could not be made", ex);
        }
    }

    private void ensureRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = '" + role + "'")) {
            run(connection, "create role " + role + " login password '" + password(role) + "'");
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?ApplicationName=cesm&connectTimeout=5&tcpKeepAlive=true&reWriteBatchedInserts=true";
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

}
