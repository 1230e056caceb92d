package io.cesm.web.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.web.analysis.Panel.Cell;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Each table of an analysis as a file, with what was chosen on its page, nothing rounded
 * and nothing that is hidden there. Every row says whether people may be judged by it.
 */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class AnalysisExport {

    private final Painters painters;

    private final RequestingExports requesting;

    private final MessageSource messages;

    AnalysisExport(Painters painters, RequestingExports requesting, MessageSource messages) {
        this.painters = painters;
        this.requesting = requesting;
        this.messages = messages;
    }

    @GetMapping("/surveys/{id}/analysis/{view}/{panel}.{form:csv|xlsx}")
    public void export(@PathVariable UUID id, @PathVariable String view, @PathVariable String panel,
            @PathVariable String form, @ModelAttribute("query") AnalysisQuery query, Locale locale,
            HttpServletResponse response) throws IOException {
        var kind = TableKind.valueOf(form.toUpperCase(Locale.ROOT));
        var which = View.of(view);
        var scene = painters.scene(id, which, query, locale);
        var head = scene.opened().survey().head();
        var shown = scene.opened().closed() ? List.<Panel>of() : painters.of(which).paint(scene);
        var table = shown.stream().filter(it -> it.id().equals(panel)).findFirst().orElseThrow(UnknownThing::new);
        requesting.note("survey-" + panel, kind, head.number() + " " + query.filter().parts());
        response.setContentType(kind.mediaType());
        response.setHeader("Content-Disposition",
                "attachment; filename=\"" + head.number() + "-" + panel + "." + kind.extension() + "\"");
        Tables.write(kind, response.getOutputStream(), panel, columns(table, head.useForAppraisal(), locale),
                table.rows().stream());
    }

    private List<Column<List<Cell>>> columns(Panel table, boolean appraisal, Locale locale) {
        var columns = new ArrayList<Column<List<Cell>>>();
        for (int i = 0; i < table.heads().size(); i++) {
            int at = i;
            columns.add(new Column<>(table.heads().get(i).text(), row -> value(row.get(at))));
        }
        columns.add(new Column<>(messages.getMessage("analysis.column.appraisal", null, locale),
                row -> messages.getMessage("analysis.appraisal." + appraisal, null, locale)));
        return columns;
    }

    private static Object value(Cell cell) {
        return (cell.raw() == null) ? cell.text() : cell.raw();
    }

}
