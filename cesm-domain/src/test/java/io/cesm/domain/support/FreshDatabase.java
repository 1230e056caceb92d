package io.cesm.domain.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each Spring context of a test a migrated database of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = SharedPostgres.ofThisJvm();
        var url = server.freshDatabase();
        server.outlive(context);
        TestPropertyValues
            .of("spring.datasource.url=" + url, "spring.datasource.username=" + SharedPostgres.RUNTIME,
                    "spring.datasource.password=" + SharedPostgres.RUNTIME, "spring.flyway.url=" + url,
                    "spring.flyway.user=" + SharedPostgres.OWNER, "spring.flyway.password=" + SharedPostgres.OWNER,
                    "spring.datasource.hikari.maximum-pool-size=6", "spring.datasource.hikari.minimum-idle=0")
            .applyTo(context);
    }

}
