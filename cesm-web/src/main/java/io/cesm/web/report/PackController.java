package io.cesm.web.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.report.KeepingPacks;
import io.cesm.governance.report.PackId;
import io.cesm.web.layout.UnitTree;
import io.cesm.web.panel.PanelFiles;
import org.jspecify.annotations.Nullable;
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

/** The satisfaction reports: draft, edit, release, print. */
@Controller
@RequestMapping("/reports")
@PreAuthorize("hasAuthority('VIEW')")
class PackController {

    private static final int PAGE = 40;

    private static final int LONGEST = 4000;

    private final KeepingPacks packs;

    private final DraftingReports drafting;

    private final PackDocuments documents;

    private final PanelFiles files;

    private final UnitTree units;

    private final CurrentActor current;

    private final Clock clock;

    PackController(KeepingPacks packs, DraftingReports drafting, PackDocuments documents, PanelFiles files,
            UnitTree units, CurrentActor current, Clock clock) {
        this.packs = packs;
        this.drafting = drafting;
        this.documents = documents;
        this.files = files;
        this.units = units;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    public String list(@RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", packs.slice(PAGE, cursor));
        var actor = current.actor();
        model.addAttribute("mayWrite", actor.may(Right.SURVEY_EDIT));
        model.addAttribute("units",
                units.all()
                    .stream()
                    .filter(it -> actor.scope().everything() || actor.scope().units().contains(it.id()))
                    .toList());
        model.addAttribute("month", YearMonth.from(CompanyTime.today(clock)).minusMonths(1).toString());
        return "report/list";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String draft(@RequestParam String unit, @RequestParam String month) {
        return "redirect:/reports/" + drafting.draft(unit(unit), month(month), false);
    }

    @GetMapping("/{id}")
    public String show(@PathVariable PackId id, Model model, Locale locale) {
        var pack = packs.require(id);
        model.addAttribute("head", pack.head());
        model.addAttribute("sections", PackContent.read(pack.content()).sections());
        model.addAttribute("language", locale.getLanguage().equals("zh") ? "zh" : "en");
        model.addAttribute("mayWrite", current.actor().may(Right.SURVEY_EDIT));
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        return "report/pack";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String edit(@PathVariable PackId id, Model model) {
        var pack = packs.require(id);
        model.addAttribute("head", pack.head());
        model.addAttribute("sections", PackContent.read(pack.content()).sections());
        return "report/edit";
    }

    /** The words of every section, in both languages. */
    record Words(@Nullable Long version, @Nullable Map<String, String> zh, @Nullable Map<String, String> en) {
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String edit(@PathVariable PackId id, @ModelAttribute("form") Words form, RedirectAttributes flash) {
        var pack = packs.require(id);
        var sections = new ArrayList<PackContent.Section>();
        for (var section : PackContent.read(pack.content()).sections()) {
            sections.add(said(said(section, "zh", form.zh()), "en", form.en()));
        }
        packs.edit(id, seen(form.version()), new PackContent(sections).json());
        flash.addFlashAttribute("notice", "report.edited");
        return "redirect:/reports/{id}";
    }

    @PostMapping("/{id}/redraft")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String redraft(@PathVariable PackId id, RedirectAttributes flash) {
        var head = packs.require(id).head();
        drafting.draft(head.unit(), YearMonth.from(head.month()), false);
        flash.addFlashAttribute("notice", "report.redrafted");
        return "redirect:/reports/{id}";
    }

    @PostMapping("/{id}/release")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String release(@PathVariable PackId id, @RequestParam @Nullable Long version, RedirectAttributes flash) {
        packs.release(id, seen(version));
        flash.addFlashAttribute("notice", "report.done");
        return "redirect:/reports/{id}";
    }

    @GetMapping("/{id}/report.pdf")
    @PreAuthorize("hasAuthority('EXPORT')")
    public ResponseEntity<byte[]> document(@PathVariable PackId id, Locale locale) {
        var pack = packs.require(id);
        return files.document(documents.of(pack, locale), "report", pack.head().number(), pack.head().number());
    }

    private static PackContent.Section said(PackContent.Section section, String language,
            @Nullable Map<String, String> words) {
        var text = (words == null) ? null : words.get(section.key());
        return (text == null) ? section
                : section.with(language, Texts.required(text, LONGEST, language + "[" + section.key() + "]"));
    }

    static long seen(@Nullable Long version) {
        return (version == null) ? -1 : version;
    }

    static UnitId unit(String text) {
        try {
            return UnitId.of(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        }
        catch (DateTimeException ex) {
            throw new FieldRefusal("month", "report.month");
        }
    }

}
