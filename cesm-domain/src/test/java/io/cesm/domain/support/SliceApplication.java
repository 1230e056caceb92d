package io.cesm.domain.support;

import java.nio.charset.StandardCharsets;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.cesm.domain.timeline.ChainKey;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Everything of CESM that is on the class path, without the web and without running jobs.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.cesm")
@ComponentScan(basePackages = "io.cesm",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
                pattern = { "io\\.cesm\\.web\\..*", "io\\.cesm\\.CesmApplication", "io\\.cesm\\.demo\\..*",
                        ".*Tests(\\$.*)?", ".*TestSupport(\\$.*)?" }))
@Import(Statements.Counting.class)
class SliceApplication {

    @Bean
    ChainKey timelineKey() {
        return new ChainKey("only for tests, and thirty-two bytes long".getBytes(StandardCharsets.US_ASCII));
    }

    @Bean
    DbSchedulerStarter noJobs() {
        return () -> {
        };
    }

}
