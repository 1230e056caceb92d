package io.cesm.web.analysis;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.analysis.Filter;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.PanelFiles;
import io.cesm.web.pdf.PdfDocument;
import org.springframework.stereotype.Component;

/**
 * Pages of an analysis and its whole report as documents, made of the figures that pages
 * show.
 */
@Component
class AnalysisDocuments {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .withZone(CompanyTime.ZONE);

    private final Painters painters;

    private final PartNames names;

    AnalysisDocuments(Painters painters, PartNames names) {
        this.painters = painters;
        this.names = names;
    }

    /** One view, or one panel of it. */
    PdfDocument of(Scene scene, View view, List<Panel> panels) {
        var document = begin(scene, scene.tell().say("analysis.view." + view));
        panels.forEach(it -> PanelFiles.add(document, it, true));
        end(scene, document, panels.isEmpty());
        return document.document();
    }

    PdfDocument report(Scene scene, Map<View, List<Panel>> chapters) {
        var document = begin(scene, "");
        chapters.forEach((view, panels) -> {
            document.chapter(scene.tell().say("analysis.view." + view));
            panels.forEach(it -> PanelFiles.add(document, it, true));
        });
        end(scene, document, chapters.isEmpty());
        return document.document();
    }

    private PdfDocument.Builder begin(Scene scene, String view) {
        var tell = scene.tell();
        var head = scene.opened().survey().head();
        var title = tell.words(head.title().by());
        var document = PdfDocument.build(view.isEmpty() ? title : title + " · " + view, tell.locale())
            .unit(head.number())
            .period(head.wave());
        if (head.asOf() != null) {
            document.asOf(MOMENT.format(head.asOf()));
        }
        var filter = filters(scene);
        if (!filter.isEmpty()) {
            document.note(tell.say("analysis.pdf.filter", filter));
        }
        if (scene.opened().closed()) {
            document.text(tell.say("analysis.closed"));
        }
        return document;
    }

    private void end(Scene scene, PdfDocument.Builder document, boolean empty) {
        if (!empty) {
            document.note(painters.common(scene));
        }
        if (!scene.opened().survey().head().useForAppraisal()) {
            document.note(scene.tell().say("analysis.no_appraisal.why"));
        }
    }

    /** Whose answers they are, in words. */
    private String filters(Scene scene) {
        return filters(scene.opened().filter(), scene);
    }

    /** What the reader has chosen, in words; empty for everything. */
    String filters(Filter filter, Scene scene) {
        var measures = scene.opened().survey().measures();
        var parts = new ArrayList<String>();
        var regions = names.regions(filter.parts().values());
        filter.parts()
            .forEach((kind, part) -> parts.add(names.kind(kind, measures, scene.tell().locale()) + ": "
                    + names.part(kind, part, measures, regions, scene.tell().locale())));
        if (filter.month() != null) {
            parts.add(filter.month().toString().substring(0, 7));
        }
        return String.join(" · ", parts);
    }

}
