package io.cesm.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresSlice
class SharedPostgresTests {

    @Autowired
    private JdbcClient sql;

    @Test
    void countsWhatOneThreadAsks() throws Exception {
        var statements = Statements.of(() -> {
            sql.sql("select 1").query(Integer.class).single();
            return sql.sql("select 2").query(Integer.class).single();
        });
        assertThat(statements).containsExactly("select 1", "select 2");
    }

    @Test
    void neverLetsTheProgramChangeTheTimeline() {
        assertThatExceptionOfType(DataAccessException.class)
            .isThrownBy(() -> sql.sql("delete from timeline_entry").update())
            .withStackTraceContaining("permission denied");
    }

}
