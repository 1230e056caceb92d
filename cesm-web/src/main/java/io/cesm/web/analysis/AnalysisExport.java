package io.cesm.web.analysis;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.PanelFiles;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Each table of an analysis as a file, with what was chosen on its page, nothing rounded
 * and nothing that is hidden there; tables, pages and the whole report as PDF. Every row
 * says whether people may be judged by it.
 */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class AnalysisExport {

    private final Painters painters;

    private final PanelFiles files;

    private final AnalysisDocuments documents;

    private final MessageSource messages;

    AnalysisExport(Painters painters, PanelFiles files, AnalysisDocuments documents, MessageSource messages) {
        this.painters = painters;
        this.files = files;
        this.documents = documents;
        this.messages = messages;
    }

    @GetMapping("/surveys/{id}/analysis/{view}/{panel}.{form:csv|xlsx}")
    public void export(@PathVariable UUID id, @PathVariable String view, @PathVariable String panel,
            @PathVariable String form, @ModelAttribute("query") AnalysisQuery query, Locale locale,
            HttpServletResponse response) throws IOException {
        var scene = painters.scene(id, View.of(view), query, locale);
        var head = scene.opened().survey().head();
        files.table(one(scene, View.of(view), panel), TableKind.valueOf(form.toUpperCase(Locale.ROOT)),
                "survey-" + panel, head.number() + "-" + panel, filters(scene),
                List.of(appraisal(head.useForAppraisal(), locale)), locale, response);
    }

    @GetMapping("/surveys/{id}/analysis/{view}/{panel}.pdf")
    public ResponseEntity<byte[]> panel(@PathVariable UUID id, @PathVariable String view, @PathVariable String panel,
            @ModelAttribute("query") AnalysisQuery query, Locale locale) {
        var scene = painters.scene(id, View.of(view), query, locale);
        return files.document(documents.of(scene, View.of(view), List.of(one(scene, View.of(view), panel))),
                "survey-" + panel, name(scene) + "-" + panel, filters(scene));
    }

    @GetMapping("/surveys/{id}/analysis/{view}.pdf")
    public ResponseEntity<byte[]> view(@PathVariable UUID id, @PathVariable String view,
            @ModelAttribute("query") AnalysisQuery query, Locale locale) {
        var scene = painters.scene(id, View.of(view), query, locale);
        return files.document(documents.of(scene, View.of(view), all(scene, View.of(view))), "survey-" + view,
                name(scene) + "-" + view, filters(scene));
    }

    /** All parts in one document. */
    @GetMapping("/surveys/{id}/analysis/report.pdf")
    public ResponseEntity<byte[]> report(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query,
            Locale locale) {
        var scene = painters.scene(id, View.OVERVIEW, query, locale);
        return files.document(documents.report(scene, painters.chapters(id, query, locale)), "survey-report",
                name(scene) + "-report", filters(scene));
    }

    private List<Panel> all(Scene scene, View view) {
        return scene.opened().closed() ? List.of() : painters.of(view).paint(scene);
    }

    private Panel one(Scene scene, View view, String panel) {
        return all(scene, view).stream().filter(it -> it.id().equals(panel)).findFirst().orElseThrow(UnknownThing::new);
    }

    private static String name(Scene scene) {
        return scene.opened().survey().head().number();
    }

    private static String filters(Scene scene) {
        return name(scene) + " " + scene.query().filter().parts();
    }

    private Column<List<Cell>> appraisal(boolean appraisal, Locale locale) {
        var text = messages.getMessage("analysis.appraisal." + appraisal, null, locale);
        return new Column<>(messages.getMessage("analysis.column.appraisal", null, locale), row -> text);
    }

}
