package io.cesm.web.expectation.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.files.FileId;
import io.cesm.domain.kernel.Slice;
import io.cesm.expectation.Attachment;
import io.cesm.expectation.DocumentingExpectations;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.FilePurpose;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The documents of an expectation; their content is at /api/v1/files/{id}. */
@RestController
@RequestMapping("/api/v1/expectations/{id}/files")
class DocumentsApi {

    private final DocumentingExpectations documents;

    private final ExpectationBook book;

    DocumentsApi(DocumentingExpectations documents, ExpectationBook book) {
        this.documents = documents;
        this.book = book;
    }

    /** A document. */
    record DocumentJson(UUID id, String name, String mediaType, long size, FilePurpose purpose, Instant addedAt) {

        static DocumentJson of(DocumentingExpectations.Document it) {
            return new DocumentJson(it.id().id(), it.name(), it.mediaType(), it.size(), it.purpose(), it.addedAt());
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<DocumentJson> list(@PathVariable UUID id) {
        var expectation = book.require(new ExpectationId(id)).id();
        return new Slice<>(documents.of(expectation).stream().map(DocumentJson::of).toList(), null, null);
    }

    /** Adds one file, sent as multipart/form-data. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public Slice<DocumentJson> attach(@PathVariable UUID id, @RequestParam FilePurpose purpose,
            @RequestParam MultipartFile file) throws IOException {
        documents.attach(new ExpectationId(id), purpose,
                List.of(new Attachment(file.getOriginalFilename(), file.getBytes())));
        return list(id);
    }

    /** Takes a document away while the expectation is open. */
    @DeleteMapping("/{file}")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Void> detach(@PathVariable UUID id, @PathVariable UUID file) {
        documents.detach(new ExpectationId(id), new FileId(file));
        return ResponseEntity.noContent().build();
    }

}
