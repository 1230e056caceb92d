package io.cesm.domain.support;

import io.cesm.domain.time.CompanyTime;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each Spring context of a test a migrated database of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String FIRST_WORDS = "spring.datasource.hikari.connection-init-sql";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = SharedPostgres.ofThisJvm();
        var url = server.freshDatabase();
        TestPropertyValues
            .of("spring.datasource.url=" + url, "spring.datasource.username=" + SharedPostgres.RUNTIME,
                    "spring.datasource.password=" + SharedPostgres.RUNTIME, "spring.flyway.url=" + url,
                    "spring.flyway.user=" + SharedPostgres.OWNER, "spring.flyway.password=" + SharedPostgres.OWNER,
                    "spring.datasource.hikari.maximum-pool-size=6", "spring.datasource.hikari.minimum-idle=0")
            .applyTo(context);
        if (context.getEnvironment().getProperty(FIRST_WORDS) == null) {
            TestPropertyValues.of(FIRST_WORDS + "=set time zone '" + CompanyTime.ZONE + "'").applyTo(context);
        }
    }

}
