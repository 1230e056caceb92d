package io.cesm.web.api;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** One endpoint as the page of the API shows it. */
record Endpoint(String verb, String path, @Nullable String summary, List<Field> parameters, List<Field> body,
        List<String> answers) {

    /** A parameter or a field of the body. */
    record Field(String name, String place, String type, boolean required, @Nullable String description) {
    }

    public String anchor() {
        return verb.toLowerCase(Locale.ROOT) + path.replaceAll("[^a-zA-Z0-9]+", "-");
    }

}
