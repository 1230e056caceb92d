package io.cesm.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A piece of one of the text files of the demo company. */
record Words(@Nullable Object value) {

    static Words of(String file) {
        try (var in = new ClassPathResource("demo/" + file).getInputStream()) {
            return new Words(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    Words at(String key) {
        return new Words(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    Words at(int index) {
        return new Words(value instanceof List<?> list && index < list.size() ? list.get(index) : null);
    }

    List<Words> items() {
        return value instanceof List<?> list ? list.stream().map(Words::new).toList() : List.of();
    }

    List<String> texts() {
        return items().stream().map(Words::text).toList();
    }

    boolean isGiven() {
        return value != null;
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    @Nullable String textOrNull() {
        return value == null ? null : value.toString();
    }

    int number() {
        return value instanceof Number number ? number.intValue() : 0;
    }

    double decimal() {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

}
