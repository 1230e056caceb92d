package io.cesm.web.layout;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The address of the page that is shown, to make the next one from: the same list with
 * one filter more or less.
 *
 * @param path path with the context path, as it was sent
 * @param query parameters in their order, decoded
 */
public record Address(String path, List<Parameter> query) {

    /** One parameter. */
    public record Parameter(String name, String value) {
    }

    static Address of(HttpServletRequest request) {
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        var path = failed ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                : request.getRequestURI();
        return new Address(path.startsWith("//") ? "/" : path, parse(failed ? null : request.getQueryString()));
    }

    static List<Parameter> parse(@Nullable String query) {
        List<Parameter> parameters = new ArrayList<>();
        if (query == null) {
            return parameters;
        }
        for (var pair : query.split("&")) {
            int i = pair.indexOf('=');
            if (i > 0 && i < pair.length() - 1) {
                try {
                    parameters.add(new Parameter(decoded(pair.substring(0, i)), decoded(pair.substring(i + 1))));
                }
                catch (IllegalArgumentException ex) {
                    return new ArrayList<>();
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Address with(String name, Object value) {
        var changed = without(name);
        changed.query.add(new Parameter(name, value.toString()));
        return changed;
    }

    Address without(String name) {
        return new Address(path, new ArrayList<>(query.stream().filter(it -> !it.name.equals(name)).toList()));
    }

    Address without(String name, Object value) {
        return new Address(path, new ArrayList<>(
                query.stream().filter(it -> !(it.name.equals(name) && it.value.equals(value.toString()))).toList()));
    }

    String queryString() {
        var out = new StringBuilder();
        for (var each : query) {
            out.append(out.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(each.name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(each.value, StandardCharsets.UTF_8));
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + queryString();
    }

}
