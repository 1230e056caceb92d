package io.cesm.web.imports;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.intake.ImportBook;
import io.cesm.domain.intake.ImportId;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportView;
import io.cesm.domain.intake.ImportingFiles;
import io.cesm.domain.intake.RowFilter;
import io.cesm.domain.table.TableFormat;
import io.cesm.domain.table.TableKind;
import io.cesm.web.api.Versions;
import io.cesm.web.imports.ImportAnswers.ImportAnswer;
import io.cesm.web.imports.ImportAnswers.KindAnswer;
import io.cesm.web.imports.ImportAnswers.Part;
import io.cesm.web.imports.ImportAnswers.RowView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: bring, say, try, start, watch, fetch what was refused. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('IMPORT')")
class ImportApi {

    private final ImportBook book;

    private final ImportingFiles importing;

    private final ImportKinds kinds;

    private final ImportWords words;

    ImportApi(ImportBook book, ImportingFiles importing, ImportKinds kinds, ImportWords words) {
        this.book = book;
        this.importing = importing;
        this.kinds = kinds;
        this.words = words;
    }

    /** How to read a file; what is missing stays as it was found out. */
    record FormatWish(@Nullable String encoding, @Nullable String delimiter, @Nullable Integer sheet,
            @Nullable Long headerLine) {
    }

    /** Target codes by index of the column, and what holds for all rows. */
    record MappingWish(Map<Integer, String> columns, @Nullable Map<String, String> settings) {
    }

    /** How to start. */
    record StartWish(@Nullable Boolean skipAlike, @Nullable Boolean onlyIfClean) {
    }

    @GetMapping("/import-kinds")
    public List<KindAnswer> kinds(Locale locale) {
        return kinds.all().stream().map(it -> KindAnswer.of(it, locale)).toList();
    }

    @GetMapping("/imports")
    public Part<ImportAnswer> list(@RequestParam @Nullable String cursor) {
        return Part.of(book.mine(cursor).map(it -> ImportAnswer.of(it, words)));
    }

    @PostMapping("/imports")
    public ResponseEntity<ImportAnswer> bring(@RequestParam String kind, @RequestParam MultipartFile file)
            throws IOException {
        try (var in = file.getInputStream()) {
            var id = importing.bring(kind, file.getOriginalFilename(), in);
            var job = book.require(id);
            return ResponseEntity.created(URI.create("/api/v1/imports/" + id))
                .eTag(Versions.etag(job.version()))
                .body(ImportAnswer.of(job, words));
        }
    }

    @GetMapping("/imports/{id}")
    public ResponseEntity<ImportAnswer> show(@PathVariable ImportId id) {
        return answer(book.require(id));
    }

    private ResponseEntity<ImportAnswer> answer(ImportView job) {
        return ResponseEntity.ok().eTag(Versions.etag(job.version())).body(ImportAnswer.of(job, words));
    }

    @PutMapping("/imports/{id}/format")
    public ResponseEntity<ImportAnswer> reread(@PathVariable ImportId id, @RequestBody FormatWish wish,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) throws IOException {
        var now = book.require(id).format();
        long headerLine = wish.headerLine() == null ? now.headerLine() : wish.headerLine();
        var format = now.kind() == TableKind.XLSX
                ? TableFormat.ofSheet(wish.sheet() == null ? now.sheet() : wish.sheet(), headerLine)
                : TableFormat.ofText(given(wish.encoding(), now.encoding(), "UTF-8"),
                        given(wish.delimiter(), now.delimiter(), ","), headerLine);
        importing.reread(id, format, Versions.required(ifMatch));
        return show(id);
    }

    private static String given(@Nullable String wish, @Nullable String now, String usual) {
        return wish != null ? wish : now != null ? now : usual;
    }

    @PutMapping("/imports/{id}/mapping")
    public ResponseEntity<ImportAnswer> map(@PathVariable ImportId id, @RequestBody MappingWish wish,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        importing.map(id, wish.columns(), wish.settings() == null ? Map.of() : wish.settings(),
                Versions.required(ifMatch));
        return show(id);
    }

    @PostMapping("/imports/{id}/check")
    public ResponseEntity<ImportAnswer> check(@PathVariable ImportId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        importing.check(id, Versions.required(ifMatch));
        return accepted(id);
    }

    @PostMapping("/imports/{id}/start")
    public ResponseEntity<ImportAnswer> start(@PathVariable ImportId id,
            @RequestBody(required = false) @Nullable StartWish wish,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        importing.start(id, wish != null && Boolean.TRUE.equals(wish.skipAlike()),
                wish != null && Boolean.TRUE.equals(wish.onlyIfClean()), Versions.required(ifMatch));
        return accepted(id);
    }

    private ResponseEntity<ImportAnswer> accepted(ImportId id) {
        var job = book.require(id);
        return ResponseEntity.accepted().eTag(Versions.etag(job.version())).body(ImportAnswer.of(job, words));
    }

    @PostMapping("/imports/{id}/cancel")
    public ResponseEntity<ImportAnswer> cancel(@PathVariable ImportId id) {
        importing.cancel(id);
        return accepted(id);
    }

    @DeleteMapping("/imports/{id}")
    public ResponseEntity<Void> discard(@PathVariable ImportId id) {
        importing.discard(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/imports/{id}/rows")
    public Part<RowView> rows(@PathVariable ImportId id, @RequestParam(defaultValue = "ALL") RowFilter show,
            @RequestParam @Nullable String cursor, Locale locale) {
        var kind = kinds.require(book.require(id).kind());
        return Part.of(book.rows(id, show, cursor)
            .map(it -> RowView.of(it, problem -> words.sentence(kind, problem, locale))));
    }

}
