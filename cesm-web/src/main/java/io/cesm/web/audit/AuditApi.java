package io.cesm.web.audit;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.domain.timeline.TimelineVerifier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of all changes for programs. */
@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize("hasAuthority('AUDIT_READ')")
class AuditApi {

    private static final int LARGEST = 200;

    private final TimelineBook book;

    private final TimelineVerifier verifier;

    AuditApi(TimelineBook book, TimelineVerifier verifier) {
        this.book = book;
        this.verifier = verifier;
    }

    /** Entries, newest first. */
    @GetMapping
    public Slice<TimelineRow> log(@ModelAttribute AuditFilter filter, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return book.log(filter.log(), Math.clamp(size, 1, LARGEST), cursor);
    }

    /** Walks the chains; firstBreak is null if they are whole. */
    @PostMapping("/verification")
    public TimelineVerifier.Finding verify() {
        return verifier.verify();
    }

}
