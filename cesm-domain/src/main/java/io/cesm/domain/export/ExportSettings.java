package io.cesm.domain.export;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be exported at once, and how long files are kept.
 *
 * @param atOnce rows up to which a list is sent at once; longer ones are prepared by a
 * job
 * @param perDay files one person may have prepared within 24 hours
 * @param together files that are prepared at the same time in all
 * @param kept how long a prepared file waits for its one download
 */
@ConfigurationProperties("cesm.exports")
public record ExportSettings(@DefaultValue("20000") int atOnce, @DefaultValue("50") int perDay,
        @DefaultValue("3") int together, @DefaultValue("PT24H") Duration kept) {
}
