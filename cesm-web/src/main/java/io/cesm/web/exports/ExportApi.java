package io.cesm.web.exports;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.export.ExportBook;
import io.cesm.domain.export.ExportId;
import io.cesm.domain.export.ExportKinds;
import io.cesm.domain.export.ExportView;
import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.table.TableKind;
import io.cesm.web.files.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports for programs: ask for a list, watch it, fetch its file once. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('EXPORT')")
class ExportApi {

    private final ExportBook book;

    private final ExportKinds kinds;

    private final RequestingExports requesting;

    private final MessageSource messages;

    ExportApi(ExportBook book, ExportKinds kinds, RequestingExports requesting, MessageSource messages) {
        this.book = book;
        this.kinds = kinds;
        this.requesting = requesting;
        this.messages = messages;
    }

    /** A list that can be had as a file. */
    record KindAnswer(String code, String label) {
    }

    /**
     * Which list, in which form, under which filters: the parameters of the list's page.
     */
    record ExportWish(@NotBlank String kind, @Nullable TableKind form, @Nullable Map<String, List<String>> filters) {
    }

    /** An export as it is now. */
    record ExportAnswer(UUID id, String kind, String form, Map<String, List<String>> filters, String state,
            String fileName, @Nullable Long fileSize, @Nullable Long total, long done, @Nullable Integer percent,
            Instant createdAt, @Nullable Instant finishedAt, Instant expiresAt) {

        static ExportAnswer of(ExportView it) {
            return new ExportAnswer(it.id().id(), it.kind(), it.form().name(), it.filters(), it.state().name(),
                    it.fileName(), it.fileSize(), it.total(), it.done(), it.percent(), it.createdAt(), it.finishedAt(),
                    it.expiresAt());
        }
    }

    /** A part of a list. */
    record Part(List<ExportAnswer> items, @Nullable String next) {
    }

    @GetMapping("/export-kinds")
    public List<KindAnswer> kinds(Locale locale) {
        return kinds.mine()
            .stream()
            .map(it -> new KindAnswer(it.code(), messages.getMessage(it.titleKey(), null, locale)))
            .toList();
    }

    @GetMapping("/exports")
    public Part list(@RequestParam @Nullable String cursor) {
        var mine = book.mine(cursor).map(ExportAnswer::of);
        return new Part(mine.items(), mine.next());
    }

    @PostMapping("/exports")
    public ResponseEntity<ExportAnswer> request(@Valid @RequestBody ExportWish wish, Locale locale) {
        var id = requesting.request(wish.kind(), wish.form() == null ? TableKind.CSV : wish.form(),
                wish.filters() == null ? Map.of() : wish.filters(), locale);
        return ResponseEntity.accepted()
            .location(URI.create("/api/v1/exports/" + id))
            .body(ExportAnswer.of(book.require(id)));
    }

    @GetMapping("/exports/{id}")
    public ExportAnswer show(@PathVariable ExportId id) {
        return ExportAnswer.of(book.require(id));
    }

    /** Hands the file out, once. */
    @PostMapping("/exports/{id}/file")
    public void file(@PathVariable ExportId id, HttpServletResponse response) throws IOException {
        var job = requesting.fetch(id);
        Attachments.headers(job.fileName(), job.form().mediaType())
            .forEach((header, values) -> response.setHeader(header, values.getFirst()));
        requesting.write(job, response.getOutputStream());
    }

    @DeleteMapping("/exports/{id}")
    public ResponseEntity<Void> discard(@PathVariable ExportId id) {
        requesting.discard(id);
        return ResponseEntity.noContent().build();
    }

}
