package io.cesm.web.exports;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKinds;
import io.cesm.domain.export.ExportSettings;
import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.web.files.Attachments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends a list as a file under the filters of the request. A list that is too long for
 * that leads to the page that offers to prepare it.
 */
@Component
public class Downloads {

    private static final Set<String> TECHNICAL = Set.of("cursor", "lang", "theme", "rows", "_csrf", "_nonce");

    private final ExportKinds kinds;

    private final ExportSettings settings;

    private final RequestingExports requesting;

    Downloads(ExportKinds kinds, ExportSettings settings, RequestingExports requesting) {
        this.kinds = kinds;
        this.settings = settings;
        this.requesting = requesting;
    }

    /**
     * Answers a request for a list.
     * @param form {@code csv} or {@code xlsx}
     */
    public void send(String code, String form, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var kind = kinds.require(code);
        var table = TableKind.valueOf(form.toUpperCase(Locale.ROOT));
        var filters = filters(request.getParameterMap());
        var export = kind.open(filters, locale);
        int rows = export.count().applyAsInt(settings.atOnce() + 1);
        if (rows > settings.atOnce()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", offer(code, table, filters));
            return;
        }
        requesting.note(kind, table, filters, rows);
        Attachments.headers(requesting.fileName(kind, table), table.mediaType())
            .forEach((header, values) -> response.setHeader(header, values.getFirst()));
        write(table, export, response);
    }

    private static <T> void write(TableKind table, Export<T> export, HttpServletResponse response) throws IOException {
        Tables.write(table, response.getOutputStream(), export.title(), export.columns(), export.rows(),
                export.appendix());
    }

    private static String offer(String code, TableKind form, Map<String, List<String>> filters) {
        return "/exports/new?kind=" + code + "&form=" + form + "&query="
                + URLEncoder.encode(query(filters), StandardCharsets.UTF_8);
    }

    /** The filters as they stand in an address. */
    static String query(Map<String, List<String>> filters) {
        var address = UriComponentsBuilder.newInstance();
        filters.forEach((name, values) -> address.queryParam(name, values.toArray()));
        var query = address.encode().build().getQuery();
        return query == null ? "" : query;
    }

    private static Map<String, List<String>> filters(Map<String, String[]> parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            var given = Arrays.stream(values).filter(it -> !it.isBlank()).toList();
            if (!given.isEmpty() && !TECHNICAL.contains(name)) {
                filters.put(name, given);
            }
        });
        return filters;
    }

    /** Reads what {@link #query} wrote. */
    static Map<String, List<String>> filters(String query) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) -> {
            var given = values.stream()
                .filter(it -> it != null && !it.isBlank())
                .map(it -> UriUtils.decode(it, StandardCharsets.UTF_8))
                .toList();
            if (!given.isEmpty()) {
                filters.put(name, given);
            }
        });
        return filters;
    }

}
