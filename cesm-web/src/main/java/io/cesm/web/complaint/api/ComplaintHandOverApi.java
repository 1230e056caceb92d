package io.cesm.web.complaint.api;

import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.people.StaffId;
import io.cesm.web.api.Answers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passing complaints on, for programs. */
@RestController
@RequestMapping("/api/v1/complaints/{id}")
class ComplaintHandOverApi {

    private final HandingComplaints handing;

    private final ComplaintBook book;

    ComplaintHandOverApi(HandingComplaints handing, ComplaintBook book) {
        this.handing = handing;
        this.book = book;
    }

    record OfferBody(@NotNull UUID receiver, @Nullable @Size(max = 1000) String note) {
    }

    record RefusalBody(@NotBlank @Size(max = 1000) String because) {
    }

    @PostMapping("/hand-over")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void offer(@PathVariable UUID id, @Valid @RequestBody OfferBody body) {
        handing.offer(new ComplaintId(id), new StaffId(body.receiver()), body.note());
    }

    @PostMapping("/hand-over/accept")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> accept(@PathVariable UUID id) {
        handing.accept(new ComplaintId(id));
        var it = book.require(new ComplaintId(id));
        return Answers.of(ComplaintJson.of(it), it.version());
    }

    @PostMapping("/hand-over/refuse")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void refuse(@PathVariable UUID id, @Valid @RequestBody RefusalBody body) {
        handing.refuse(new ComplaintId(id), body.because());
    }

    @PostMapping("/hand-over/take-back")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void takeBack(@PathVariable UUID id) {
        handing.takeBack(new ComplaintId(id));
    }

}
