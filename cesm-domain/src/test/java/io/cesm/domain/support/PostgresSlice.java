package io.cesm.domain.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of one module and those to its left on a real, migrated PostgreSQL; rolled back
 * after each test. Jobs are not run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SliceApplication.class, webEnvironment = WebEnvironment.NONE,
        properties = { "spring.flyway.enabled=false", "spring.jpa.open-in-view=false",
                "spring.jpa.hibernate.ddl-auto=validate", "spring.main.banner-mode=off" })
@ContextConfiguration(initializers = FreshDatabase.class)
@Transactional
public @interface PostgresSlice {

}
