package io.cesm.domain.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much people may hand in.
 *
 * @param largest size of one file
 * @param perDay what one person may hand in within 24 hours
 * @param filesPerDay number of files one person may hand in within 24 hours
 * @param inAll what all stored files together may take in the database
 * @param keepFree what must stay free on the disk of the data directory
 */
@ConfigurationProperties("cesm.files")
record FileSettings(@DefaultValue("20MB") DataSize largest, @DefaultValue("300MB") DataSize perDay,
        @DefaultValue("500") int filesPerDay, @DefaultValue("50GB") DataSize inAll,
        @DefaultValue("512MB") DataSize keepFree) {
}
