package io.cesm.web.files;

import io.cesm.domain.files.FileId;
import io.cesm.domain.files.FileStore;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of records, for those who may read the record. */
@RestController
@PreAuthorize("hasAuthority('VIEW')")
class FileController {

    private final FileStore store;

    FileController(FileStore store) {
        this.store = store;
    }

    @GetMapping({ "/files/{id}", "/api/v1/files/{id}" })
    public ResponseEntity<byte[]> file(@PathVariable FileId id) {
        var file = store.require(id);
        return ResponseEntity.ok().headers(Attachments.headers(file.name(), file.mediaType())).body(store.content(id));
    }

}
