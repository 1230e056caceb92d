package io.cesm.web.database;

import java.nio.file.Path;
import java.util.Base64;

import io.cesm.domain.timeline.ChainKey;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key that signs the timeline: from the setting {@code cesm.security.timeline-key}
 * (32 bytes in Base64, needed when there are several nodes) or from the data directory.
 */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    ChainKey timelineKey(@Value("${cesm.security.timeline-key:}") String given,
            @Value("${cesm.data-dir}") Path directory) {
        return new ChainKey(given.isBlank() ? new SecretFile(directory.resolve("keys").resolve("timeline.key")).bytes()
                : Base64.getDecoder().decode(given.strip()));
    }

}
