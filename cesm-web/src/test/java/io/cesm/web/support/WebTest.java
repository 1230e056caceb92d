package io.cesm.web.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.cesm.CesmApplication;
import io.cesm.domain.support.FreshDatabase;
import io.cesm.domain.support.Statements;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test through the whole program and its real security chain, by MockMvc or
 * MockMvcTester, on a database of its own. Jobs run as in production, only sooner.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CesmApplication.class,
        properties = { "management.server.port=-1", "db-scheduler.polling-interval=200ms",
                "cesm.data-dir=target/test-data" })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({ Statements.Counting.class, People.class, Tokens.class })
public @interface WebTest {

}
