package io.cesm.web.database;

import java.util.HashMap;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrates a database only after it was found fit, and tells the migration which role the
 * program signs in with.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    FlywayConfigurationCustomizer runtimeRole(JdbcConnectionDetails program) {
        return flyway -> {
            var placeholders = new HashMap<>(flyway.getPlaceholders());
            var role = program.getUsername();
            placeholders.put("runtimeRole", role == null ? "" : role);
            flyway.placeholders(placeholders);
        };
    }

    @Bean
    FlywayMigrationStrategy checkedMigration() {
        return flyway -> {
            var source = flyway.getConfiguration().getDataSource();
            FitnessCheck.beforeMigration(source);
            flyway.migrate();
            FitnessCheck.afterMigration(source);
        };
    }

}
