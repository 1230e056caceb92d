package io.cesm.web.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the small pool of the timers beside the pool of the pages. */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    private static final int SIZE = 3;

    @Bean
    static PoolOfTimers poolOfTimers(Environment settings) {
        return new PoolOfTimers(settings.getProperty("cesm.database.timer-connections", Integer.class, SIZE));
    }

    /** Before others that wrap the pool. */
    static final class PoolOfTimers implements DestructionAwareBeanPostProcessor, Ordered {

        private final int size;

        private @Nullable TwoPools pools;

        PoolOfTimers(int size) {
            this.size = size;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool && size > 0) {
                pools = new TwoPools(pool, size);
                return pools;
            }
            return bean;
        }

        @Override
        public boolean requiresDestruction(Object bean) {
            return bean instanceof HikariDataSource;
        }

        @Override
        public void postProcessBeforeDestruction(Object bean, String name) {
            if (pools != null) {
                pools.close();
            }
        }

    }

}
