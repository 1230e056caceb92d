package io.cesm.web.database;

import java.sql.SQLException;

import javax.sql.DataSource;

/** Whether a database can serve CESM; asked at every start, also of outside databases. */
final class FitnessCheck {

    private static final int OLDEST = 150000;

    private FitnessCheck() {
    }

    static void beforeMigration(DataSource source) {
        var version = Integer.parseInt(ask(source, "show server_version_num"));
        if (version < OLDEST) {
            throw new UnfitDatabase(
                    "CESM needs PostgreSQL 15 to 18; this server is " + ask(source, "show server_version") + ".",
                    "Upgrade the server, or leave spring.datasource.url out to use the PostgreSQL that CESM brings along.");
        }
        var encoding = ask(source, "show server_encoding");
        if (!"UTF8".equals(encoding)) {
            throw new UnfitDatabase(
                    "The database is encoded in " + encoding + ", which cannot hold every Chinese character.",
                    "Create it anew: create database cesm encoding 'UTF8' lc_ctype 'C.UTF-8' template template0.");
        }
    }

    static void afterMigration(DataSource source) {
        if ("{}".equals(ask(source, "select show_trgm('质量投诉')::text"))) {
            throw new UnfitDatabase(
                    "The database treats Chinese characters as punctuation (lc_ctype "
                            + ask(source, "select datctype from pg_database where datname = current_database()")
                            + "), so Chinese text could not be found.",
                    "Create it anew with a UTF-8 ctype: create database cesm encoding 'UTF8' lc_ctype 'C.UTF-8' template template0.");
        }
    }

    private static String ask(DataSource source, String question) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
        catch (SQLException ex) {
            throw new UnfitDatabase("The database cannot be asked: " + ex.getMessage(),
                    "Check spring.datasource.url, username and password, and that the server accepts connections.");
        }
    }

}
