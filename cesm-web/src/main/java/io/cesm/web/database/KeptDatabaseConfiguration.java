package io.cesm.web.database;

import java.nio.file.Path;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Without a {@code spring.datasource.url}, CESM keeps its data in a PostgreSQL of its own
 * in the data directory. The pool and the jobs depend on these beans and are therefore
 * closed before the server is.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(KeptDatabaseConfiguration.NoOutsideDatabase.class)
class KeptDatabaseConfiguration {

    @Bean
    KeptPostgres keptPostgres(@Value("${cesm.data-dir}") Path dataDirectory, ObjectProvider<EarlyPostgres> early) {
        var started = early.getIfAvailable();
        return started == null ? KeptPostgres.in(dataDirectory) : started.server();
    }

    @Bean
    JdbcConnectionDetails programSignsIn(KeptPostgres server) {
        return new Program(server.roles());
    }

    @Bean
    FlywayConnectionDetails ownerSignsIn(KeptPostgres server) {
        return new Owner(server.roles());
    }

    /** Whether no outside database is named. */
    static boolean isWanted(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").isBlank();
    }

    private record Program(PostgresRoles roles) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return PostgresRoles.PROGRAM;
        }

        @Override
        public String getPassword() {
            return roles.password(PostgresRoles.PROGRAM);
        }

        @Override
        public String getJdbcUrl() {
            return roles.url();
        }

    }

    private record Owner(PostgresRoles roles) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return PostgresRoles.OWNER;
        }

        @Override
        public String getPassword() {
            return roles.password(PostgresRoles.OWNER);
        }

        @Override
        public String getJdbcUrl() {
            return roles.url();
        }

    }

    static class NoOutsideDatabase extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return new ConditionOutcome(isWanted(context.getEnvironment()),
                    ConditionMessage.of("whether spring.datasource.url names another one"));
        }

    }

}
