package io.cesm.web.diagnosis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.table.TableKind;
import io.cesm.governance.diagnosis.CaseSource;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import io.cesm.satisfaction.figures.ServiceGap;
import io.cesm.satisfaction.followup.TendingCauses;
import io.cesm.web.layout.UnitTree;
import io.cesm.web.panel.PanelFiles;
import io.cesm.web.panel.Say;
import io.cesm.web.pdf.PdfDocument;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The diagnosis by seven gaps, the cases behind it, and the rules that put causes down to
 * gaps.
 */
@Controller
@RequestMapping("/insights/gaps")
@PreAuthorize("hasAuthority('VIEW')")
class GapController {

    private static final int PAGE = 50;

    private final GapPanels panels;

    private final DiagnosingGaps diagnosing;

    private final PanelFiles files;

    private final DimensionBook dimensions;

    private final UnitBook units;

    private final UnitTree tree;

    private final TendingCauses causes;

    private final CurrentActor current;

    private final MessageSource messages;

    GapController(GapPanels panels, DiagnosingGaps diagnosing, PanelFiles files, DimensionBook dimensions,
            UnitBook units, UnitTree tree, TendingCauses causes, CurrentActor current, MessageSource messages) {
        this.panels = panels;
        this.diagnosing = diagnosing;
        this.files = files;
        this.dimensions = dimensions;
        this.units = units;
        this.tree = tree;
        this.causes = causes;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping
    public String show(@ModelAttribute("query") GapQuery query, Model model, Locale locale) {
        model.addAttribute("panels", panels.of(query, locale));
        model.addAttribute("time", query.filter(diagnosing.usual()));
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        choices(model, locale);
        return "diagnosis/gaps";
    }

    @GetMapping("/{panel}.{form:csv|xlsx}")
    @PreAuthorize("hasAuthority('EXPORT')")
    public void table(@PathVariable String panel, @PathVariable String form, @ModelAttribute("query") GapQuery query,
            Locale locale, HttpServletResponse response) throws IOException {
        var wanted = panels.of(query, locale)
            .stream()
            .filter(it -> it.id().equals(panel))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        files.table(wanted, TableKind.valueOf(form.toUpperCase(Locale.ROOT)), "gaps-" + panel, "gaps-" + panel,
                query.toString(), List.of(), locale, response);
    }

    @GetMapping("/gaps.pdf")
    @PreAuthorize("hasAuthority('EXPORT')")
    public ResponseEntity<byte[]> document(@ModelAttribute("query") GapQuery query, Locale locale) {
        var say = new Say(messages, locale);
        var filter = query.filter(diagnosing.usual());
        var unit = filter.unit();
        var document = PdfDocument.build(say.say("diagnosis.title"), locale)
            .unit((unit == null) ? null : units.names(List.of(unit)).get(unit))
            .period(say.say("diagnosis.period", filter.from(), filter.to()));
        panels.of(query, locale).forEach(it -> PanelFiles.add(document, it, true));
        return files.document(document.document(), "gaps", "gaps-" + filter.to(), query.toString());
    }

    /** The cases behind a figure. */
    @GetMapping("/cases")
    public String cases(@ModelAttribute("query") GapQuery query, Model model, Locale locale) {
        model.addAttribute("slice", diagnosing.cases(query.filter(diagnosing.usual()), query.gap(), query.flowOrNull(),
                query.unspoken(), query.source(), PAGE, query.cursor()));
        model.addAttribute("gaps", ServiceGap.values());
        model.addAttribute("flows", Flow.values());
        model.addAttribute("sources", CaseSource.values());
        model.addAttribute("back", query.keep("/insights/gaps").toString());
        model.addAttribute("mayJudge", current.actor().may(Right.SURVEY_EDIT));
        choices(model, locale);
        return "diagnosis/cases";
    }

    /** What somebody judges by hand. */
    record Judgement(@NotNull @Nullable ServiceGap gap, @Nullable String because, @Nullable String back) {
    }

    @PostMapping("/cases/{source}/{id}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String judge(@PathVariable CaseSource source, @PathVariable UUID id, @ModelAttribute("form") Judgement form,
            RedirectAttributes flash) {
        var gap = form.gap();
        if (gap == null) {
            throw new UnknownThing();
        }
        diagnosing.judge(source, id, gap, form.because());
        flash.addFlashAttribute("notice", "diagnosis.judged");
        var back = form.back();
        return "redirect:" + ((back != null && back.startsWith("/insights/gaps")) ? back : "/insights/gaps/cases");
    }

    /** A cause and the gaps it points to, everywhere and by flow. */
    record RuleRow(CaseSource source, String code, String name, @Nullable ServiceGap any,
            Map<Flow, ServiceGap> byFlow) {
    }

    @GetMapping("/rules")
    public String rules(Model model, Locale locale) {
        model.addAttribute("rows", rows(locale));
        model.addAttribute("gaps", ServiceGap.values());
        model.addAttribute("flows", Flow.values());
        model.addAttribute("mayTend", current.actor().may(Right.SETTINGS));
        return "diagnosis/rules";
    }

    @PostMapping("/rules/{source}/{code}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public String rule(@PathVariable CaseSource source, @PathVariable String code, @RequestParam ServiceGap any,
            @RequestParam @Nullable ServiceGap ipd, @RequestParam @Nullable ServiceGap ltc,
            @RequestParam @Nullable ServiceGap itr, RedirectAttributes flash) {
        diagnosing.rule(source, code, null, any);
        diagnosing.rule(source, code, Flow.IPD, ipd);
        diagnosing.rule(source, code, Flow.LTC, ltc);
        diagnosing.rule(source, code, Flow.ITR, itr);
        flash.addFlashAttribute("notice", "diagnosis.ruled");
        return "redirect:/insights/gaps/rules";
    }

    private List<RuleRow> rows(Locale locale) {
        Map<String, RuleRow> rows = new LinkedHashMap<>();
        for (var cause : CauseClass.values()) {
            rows.put("COMPLAINT" + cause, new RuleRow(CaseSource.COMPLAINT, cause.name(),
                    messages.getMessage("CauseClass." + cause, null, locale), null, new LinkedHashMap<>()));
        }
        causes.all()
            .forEach(it -> rows.put("FOLLOW_UP" + it.code(),
                    new RuleRow(CaseSource.FOLLOW_UP, it.code(), it.name(locale), null, new LinkedHashMap<>())));
        for (var rule : diagnosing.rules()) {
            var key = rule.source() + rule.code();
            var row = rows.get(key);
            var flow = rule.flow();
            if (row != null && flow != null) {
                row.byFlow().put(flow, rule.gap());
            }
            else if (row != null) {
                rows.put(key, new RuleRow(row.source(), row.code(), row.name(), rule.gap(), row.byFlow()));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private void choices(Model model, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", names);
        model.addAttribute("units", tree.all());
    }

}
