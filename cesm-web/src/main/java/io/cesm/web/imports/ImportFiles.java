package io.cesm.web.imports;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.cesm.domain.intake.ImportBook;
import io.cesm.domain.intake.ImportId;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.web.files.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Files around imports: an empty form of each kind, and the rows that need another look.
 */
@Controller
@PreAuthorize("hasAuthority('IMPORT')")
class ImportFiles {

    private final ImportBook book;

    private final ImportKinds kinds;

    private final ImportWords words;

    ImportFiles(ImportBook book, ImportKinds kinds, ImportWords words) {
        this.book = book;
        this.kinds = kinds;
        this.words = words;
    }

    @GetMapping("/imports/form/{kind}.{form:csv|xlsx}")
    public void form(@PathVariable String kind, @PathVariable String form, Locale locale, HttpServletResponse response)
            throws IOException {
        var table = TableKind.valueOf(form.toUpperCase(Locale.ROOT));
        var columns = kinds.require(kind)
            .targets()
            .stream()
            .map(it -> new Column<List<String>>(it.label().in(locale), row -> ""))
            .toList();
        send(response, kinds.require(kind).label().in(locale) + "." + table.extension(), table.mediaType());
        Tables.write(table, response.getOutputStream(), kinds.require(kind).label().in(locale), columns,
                Stream.<List<String>>empty());
    }

    @GetMapping({ "/imports/{id}/problems", "/api/v1/imports/{id}/problems" })
    public void problems(@PathVariable ImportId id, Locale locale, HttpServletResponse response) throws IOException {
        var job = book.require(id);
        var kind = kinds.require(job.kind());
        boolean csv = job.format().kind() == TableKind.CSV;
        var name = job.fileName().replaceFirst("\\.[A-Za-z]{3,4}$", "") + "-" + job.number() + (csv ? ".csv" : ".xlsx");
        var type = csv ? "text/csv; charset=" + charset(job.format().encoding()) : TableKind.XLSX.mediaType();
        var spoken = "WINDOWS-1252".equals(job.format().encoding()) ? Locale.ENGLISH : locale;
        send(response, name, type);
        book.writeProblems(id, response.getOutputStream(), words.say("imports.reason", new Object[0], spoken),
                it -> words.sentence(kind, it, spoken));
    }

    private static String charset(@Nullable String encoding) {
        return encoding == null ? "UTF-8" : encoding.equals("CP949") ? "ks_c_5601-1987" : encoding;
    }

    private static void send(HttpServletResponse response, String name, String type) {
        Attachments.headers(name, type).forEach((header, values) -> response.setHeader(header, values.getFirst()));
    }

}
