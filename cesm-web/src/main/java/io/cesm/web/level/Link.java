package io.cesm.web.level;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An address with only those parameters that say something; give it to {@code @{${…}}}.
 */
public final class Link {

    private final String path;

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Link(String path) {
        this.path = path;
    }

    public static Link to(String path) {
        return new Link(path);
    }

    /** With a parameter, unless it is empty. */
    public Link with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parameters.put(name, value.toString());
        }
        return this;
    }

    @Override
    public String toString() {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(it -> address.queryParam(it, "{" + it + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

}
