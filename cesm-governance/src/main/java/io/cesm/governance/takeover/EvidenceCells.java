package io.cesm.governance.takeover;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.topissue.Evidence;
import io.cesm.governance.topissue.FindingEvidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the complaints that show a TOP issue: by the numbers they have here, or those
 * they had in the system they were taken over from.
 */
@Component
class EvidenceCells {

    static final String TARGET = "evidence";

    private static final int MOST = 200;

    private final FindingEvidence finding;

    private final JdbcClient jdbc;

    EvidenceCells(FindingEvidence finding, JdbcClient jdbc) {
        this.finding = finding;
        this.jdbc = jdbc;
    }

    /**
     * The complaints that cells name.
     * @throws FieldRefusal that names all of them that are not there or not within reach
     */
    List<Evidence> read(List<String> cells) {
        var wanted = new LinkedHashSet<String>();
        cells.forEach(it -> Arrays.stream(it.split("[;；,，、\\n]")).map(String::strip).forEach(wanted::add));
        wanted.remove("");
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() > MOST) {
            throw new FieldRefusal(TARGET, "topissue.evidence.numbers");
        }
        var records = records(wanted);
        var found = finding.complaints(wanted.stream().map(EvidenceCells::number).toList(), records.values());
        var missing = wanted.stream().filter(it -> found.stream().noneMatch(each -> means(it, each, records))).toList();
        if (!missing.isEmpty()) {
            throw new FieldRefusal(TARGET, "topissue.evidence.unknown", String.join(", ", missing));
        }
        return found;
    }

    private static boolean means(String text, Evidence it, Map<String, UUID> records) {
        return it.number().equals(number(text)) || it.record().equals(records.get(text));
    }

    /** As it would stand here, however it was typed. */
    private static String number(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    private Map<String, UUID> records(Collection<String> keys) {
        Map<String, UUID> records = new HashMap<>();
        jdbc.sql("select external_key, record_id from complaint_key where external_key = any(:keys)")
            .param("keys", keys.toArray(String[]::new))
            .query(rs -> {
                records.put(rs.getString(1), rs.getObject(2, UUID.class));
            });
        return records;
    }

}
