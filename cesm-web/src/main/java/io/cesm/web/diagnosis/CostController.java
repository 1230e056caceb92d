package io.cesm.web.diagnosis;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.table.TableKind;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import io.cesm.web.layout.UnitTree;
import io.cesm.web.panel.PanelFiles;
import io.cesm.web.panel.Say;
import io.cesm.web.pdf.PdfDocument;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Cost against satisfaction. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class CostController {

    private final CostPanels panels;

    private final DiagnosingGaps diagnosing;

    private final PanelFiles files;

    private final DimensionBook dimensions;

    private final UnitBook units;

    private final UnitTree tree;

    private final CurrentActor current;

    private final MessageSource messages;

    CostController(CostPanels panels, DiagnosingGaps diagnosing, PanelFiles files, DimensionBook dimensions,
            UnitBook units, UnitTree tree, CurrentActor current, MessageSource messages) {
        this.panels = panels;
        this.diagnosing = diagnosing;
        this.files = files;
        this.dimensions = dimensions;
        this.units = units;
        this.tree = tree;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/insights/cost")
    public String show(@ModelAttribute("query") CostQuery query, Model model, Locale locale) {
        model.addAttribute("panels", panels.of(query, locale));
        model.addAttribute("time", query.filter(diagnosing.usual()));
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", names);
        model.addAttribute("units", tree.all());
        return "diagnosis/cost";
    }

    @GetMapping("/insights/cost/{panel}.{form:csv|xlsx}")
    @PreAuthorize("hasAuthority('EXPORT')")
    public void table(@PathVariable String panel, @PathVariable String form, @ModelAttribute("query") CostQuery query,
            Locale locale, HttpServletResponse response) throws IOException {
        var wanted = panels.of(query, locale)
            .stream()
            .filter(it -> it.id().equals(panel))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        files.table(wanted, TableKind.valueOf(form.toUpperCase(Locale.ROOT)), "cost-" + panel, "cost-" + panel,
                query.toString(), List.of(), locale, response);
    }

    @GetMapping("/insights/cost/cost.pdf")
    @PreAuthorize("hasAuthority('EXPORT')")
    public ResponseEntity<byte[]> document(@ModelAttribute("query") CostQuery query, Locale locale) {
        var say = new Say(messages, locale);
        var filter = query.filter(diagnosing.usual());
        var unit = filter.unit();
        var document = PdfDocument.build(say.say("cost.title"), locale)
            .unit((unit == null) ? null : units.names(List.of(unit)).get(unit))
            .period(say.say("diagnosis.period", filter.from(), filter.to()));
        panels.of(query, locale).forEach(it -> PanelFiles.add(document, it, true));
        return files.document(document.document(), "cost", "cost-" + filter.to(), query.toString());
    }

}
