package io.cesm.web.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.Map;

import io.cesm.domain.intake.ImportBook;
import io.cesm.domain.intake.ImportId;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportView;
import io.cesm.domain.intake.ImportingFiles;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.table.Line;
import io.cesm.domain.table.TableFormat;
import io.cesm.domain.table.TableKind;
import io.cesm.web.strict.UnexpectedParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying how a file is read and what its columns hold. */
@Controller
@RequestMapping("/imports/{id}")
@PreAuthorize("hasAuthority('IMPORT')")
class MappingController {

    private static final int PREVIEW = 6;

    private final ImportBook book;

    private final ImportingFiles importing;

    private final ImportKinds kinds;

    private final ImportWords words;

    MappingController(ImportBook book, ImportingFiles importing, ImportKinds kinds, ImportWords words) {
        this.book = book;
        this.importing = importing;
        this.kinds = kinds;
        this.words = words;
    }

    /**
     * A column as the page shows it.
     *
     * @param samples its first values
     */
    record ColumnView(int index, String name, @Nullable String target, List<String> samples) {
    }

    /** Targets that are offered under one heading. */
    record Group(String heading, List<Target> targets) {
    }

    @GetMapping("/mapping")
    public String ask(@PathVariable ImportId id, Model model, Locale locale) {
        var job = book.require(id);
        if (!job.state().isOpen()) {
            return "redirect:/imports/" + id;
        }
        return page(job, job.mapping(), job.settings(), model, locale);
    }

    private String page(ImportView job, Map<Integer, String> mapping, Map<String, String> said, Model model,
            Locale locale) {
        var kind = kinds.require(job.kind());
        List<Line> lines;
        try {
            lines = book.preview(job.id(), PREVIEW);
        }
        catch (Refusal refusal) {
            lines = List.of();
            model.addAttribute("problem", words.sentence(refusal, locale));
        }
        List<ColumnView> columns = new ArrayList<>();
        for (int i = 0; i < job.header().size(); i++) {
            int index = i;
            columns.add(new ColumnView(i, job.header().get(i), mapping.get(i),
                    lines.stream().map(it -> it.cell(index)).filter(it -> !it.isEmpty()).limit(3).toList()));
        }
        model.addAttribute("job", job);
        model.addAttribute("kind", kind);
        model.addAttribute("columns", columns);
        model.addAttribute("groups", groups(kind, locale));
        model.addAttribute("differences",
                kind.differences(job.header(), mapping).stream().map(it -> it.in(locale)).toList());
        model.addAttribute("said", said);
        model.addAttribute("lines", lines);
        model.addAttribute("encodings", TableFormat.ENCODINGS);
        model.addAttribute("delimiters", TableFormat.DELIMITERS);
        return "imports/mapping";
    }

    private static List<Group> groups(ImportKind kind, Locale locale) {
        List<Group> groups = new ArrayList<>();
        for (var target : kind.targets()) {
            var heading = target.group() == null ? "" : target.group().in(locale);
            if (groups.isEmpty() || !groups.getLast().heading().equals(heading)) {
                groups.add(new Group(heading, new ArrayList<>()));
            }
            groups.getLast().targets().add(target);
        }
        return groups;
    }

    @PostMapping("/format")
    public String reread(@PathVariable ImportId id, @RequestParam @Nullable String encoding,
            @RequestParam @Nullable String delimiter, @RequestParam(defaultValue = "0") int sheet,
            @RequestParam(defaultValue = "1") long headerLine, @RequestParam @Nullable Long version,
            RedirectAttributes flash, Locale locale) throws IOException {
        var job = book.require(id);
        try {
            var format = job.format().kind() == TableKind.XLSX ? TableFormat.ofSheet(sheet, headerLine)
                    : TableFormat.ofText(encoding == null ? "UTF-8" : encoding, delimiter(delimiter), headerLine);
            importing.reread(id, format, version);
        }
        catch (Refusal refusal) {
            flash.addFlashAttribute("problem", words.sentence(refusal, locale));
        }
        return "redirect:/imports/" + id + "/mapping";
    }

    private static String delimiter(@Nullable String sent) {
        return sent == null || sent.isEmpty() ? "," : sent.equals("tab") ? "\t" : sent;
    }

    @PostMapping("/mapping")
    public String map(@PathVariable ImportId id, @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> files, Model model, Locale locale,
            HttpServletResponse response) throws IOException {
        var job = book.require(id);
        Map<Integer, String> mapping = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        for (var name : form.keySet()) {
            read(name, String.valueOf(form.getFirst(name)), mapping, said);
        }
        try {
            for (var name : files.keySet()) {
                uploaded(name, files.getFirst(name), said);
            }
            var seen = form.getFirst("version");
            importing.map(id, mapping, said, seen == null || seen.isBlank() ? null : Long.valueOf(seen));
            importing.check(id, null);
            return "redirect:/imports/" + id;
        }
        catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", words.sentence(refusal, locale));
            return page(job, mapping, said, model, locale);
        }
    }

    /** A long text that came as a file. */
    private static void uploaded(String name, @Nullable MultipartFile file, Map<String, String> said)
            throws IOException {
        if (!name.startsWith("file.")) {
            throw UnexpectedParameter.named(name);
        }
        if (file != null && !file.isEmpty()) {
            said.put(name.substring(5), UploadedText.of(file));
        }
    }

    private static void read(String name, String value, Map<Integer, String> mapping, Map<String, String> said) {
        if (name.matches("column\\.\\d{1,3}")) {
            if (!value.isBlank()) {
                mapping.put(Integer.valueOf(name.substring(7)), value);
            }
        }
        else if (name.startsWith("said.")) {
            if (!value.isBlank()) {
                said.put(name.substring(5), value.strip());
            }
        }
        else if (!name.equals("version") && !name.startsWith("_")) {
            throw UnexpectedParameter.named(name);
        }
    }

}
