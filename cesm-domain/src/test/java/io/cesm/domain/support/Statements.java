package io.cesm.domain.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The SQL statements that a piece of work sends to the database on its own thread:
 * {@code assertThat(Statements.of(() -> mvc.perform(get("/customers")))).hasSize(2)}.
 */
public final class Statements {

    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    private Statements() {
    }

    /** The statements of this work, in order, those that travel together one by one. */
    public static List<String> of(Callable<?> work) throws Exception {
        return together(work).stream().flatMap(it -> Stream.of(it.split(";\n"))).toList();
    }

    /** The statements of this work as they travel. */
    public static List<String> together(Callable<?> work) throws Exception {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.call();
        }
        finally {
            HEARD.remove();
        }
        return List.copyOf(heard);
    }

    /** Listens at every data source of the context; imported by the test annotations. */
    public static final class Counting implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DataSource source && !(bean instanceof ProxyDataSource)) {
                return ProxyDataSourceBuilder.create(source).name(name).listener(new Ear()).build();
            }
            return bean;
        }

    }

    private static final class Ear implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var heard = HEARD.get();
            if (heard != null) {
                queries.forEach(query -> heard.add(query.getQuery()));
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // counted before it ran
        }

    }

}
