package io.cesm.domain.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how files with the same headings were understood the last time. */
@Component
class MappingMemory {

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final Imports imports;

    private final Clock clock;

    MappingMemory(JdbcClient jdbc, JsonMapper json, Imports imports, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.imports = imports;
        this.clock = clock;
    }

    /** A mapping with what was said for all rows. */
    record Remembered(Map<Integer, String> mapping, Map<String, String> settings) {
    }

    Optional<Remembered> recall(String kind, List<String> header) {
        return jdbc.sql("select mapping, settings from import_mapping where kind = ? and signature = ?")
            .params(kind, signature(header))
            .query((rs, i) -> new Remembered(imports.mapping(rs.getString(1)), imports.settings(rs.getString(2))))
            .optional();
    }

    void remember(String kind, List<String> header, Map<Integer, String> mapping, Map<String, String> settings) {
        jdbc.sql("""
                insert into import_mapping (kind, signature, mapping, settings, used_at)
                values (:kind, :signature, cast(:mapping as jsonb), cast(:settings as jsonb), :at)
                on conflict (kind, signature) do update set mapping = excluded.mapping,
                       settings = excluded.settings, used_at = excluded.used_at""")
            .param("kind", kind)
            .param("signature", signature(header))
            .param("mapping", json.writeValueAsString(mapping))
            .param("settings", json.writeValueAsString(settings))
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private static byte[] signature(List<String> header) {
        var words = header.stream().map(NameKey::of).collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        }
        catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

}
