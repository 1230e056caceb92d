package io.cesm.satisfaction.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Questionnaires to begin from, complete in Chinese and English. */
@Component
public class Templates {

    private static final List<String> NAMES = List.of("transactional", "delivery", "complaint", "relationship",
            "competitor", "servqual", "ecsi", "kano", "scorecard");

    private final Map<String, Portable> byName = new LinkedHashMap<>();

    Templates() {
        NAMES.forEach(name -> byName.put(name, Portable.read(text(name))));
    }

    /** All templates by their names. */
    public Map<String, Portable> all() {
        return byName;
    }

    public Optional<Portable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    static String text(String name) {
        try (var in = new ClassPathResource("questionnaires/" + name + ".json").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
