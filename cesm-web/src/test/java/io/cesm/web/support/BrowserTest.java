package io.cesm.web.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.cesm.CesmApplication;
import io.cesm.domain.support.FreshDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with a real browser: the program serves on a port of its own, a test method asks
 * for a {@link Browser}. Without Chromium the tests are skipped and say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CesmApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "management.server.port=-1", "db-scheduler.polling-interval=200ms",
                "cesm.data-dir=target/test-data" })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(People.class)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

}
