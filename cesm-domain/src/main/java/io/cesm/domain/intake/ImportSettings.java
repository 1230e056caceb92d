package io.cesm.domain.intake;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be imported at once, and how long things are kept.
 *
 * @param largest size of one file
 * @param perDay number of files one person may bring within 24 hours
 * @param batch rows that are taken in together
 * @param drafts how long a file is kept that was never started
 * @param files how long the file of a finished import is kept
 */
@ConfigurationProperties("cesm.imports")
record ImportSettings(@DefaultValue("200MB") DataSize largest, @DefaultValue("200") int perDay,
        @DefaultValue("1000") int batch, @DefaultValue("PT24H") Duration drafts, @DefaultValue("P30D") Duration files) {
}
