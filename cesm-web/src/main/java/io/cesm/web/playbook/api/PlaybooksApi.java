package io.cesm.web.playbook.api;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.governance.playbook.FollowingPlaybooks;
import io.cesm.governance.playbook.Playbook;
import io.cesm.governance.playbook.PlaybookRun;
import io.cesm.governance.playbook.WritingPlaybooks;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checklists, and those of a complaint, for programs. */
@RestController
@RequestMapping("/api/v1")
class PlaybooksApi {

    private final WritingPlaybooks writing;

    private final FollowingPlaybooks following;

    private final ComplaintBook complaints;

    PlaybooksApi(WritingPlaybooks writing, FollowingPlaybooks following, ComplaintBook complaints) {
        this.writing = writing;
        this.following = following;
        this.complaints = complaints;
    }

    /** A checklist as it is sent. */
    record PlaybookBody(@NotBlank @Size(max = 80) String name, @Nullable String nameEn, @Nullable ComplaintKind kind,
            @Nullable Integer gradeTo, @Nullable CauseClass cause, @Nullable String dimension, boolean active,
            @NotNull List<@Valid ItemBody> items) {

        Playbook wish(UUID id) {
            return new Playbook(id, "", name, nameEn, kind, gradeTo, cause, dimension, active, 0,
                    items.stream().map(ItemBody::item).toList(), 0);
        }

    }

    /** One thing to do. */
    record ItemBody(@NotBlank @Size(max = 300) String words, @Nullable String wordsEn, @Nullable Integer dueHours,
            boolean needsEvidence, @Nullable Step requiredFor, @Nullable Integer requiredTo) {

        Playbook.Item item() {
            return new Playbook.Item(words, wordsEn, dueHours, needsEvidence, requiredFor, requiredTo);
        }

    }

    /** A checklist to be given; those that fit if none is named. */
    record GiveBody(@Nullable UUID playbook) {
    }

    /** What shows that an item was done, or why it was left out. */
    record EvidenceBody(@Size(max = 1000) @Nullable String evidence) {
    }

    @GetMapping("/playbooks")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Playbook> all() {
        return writing.all();
    }

    @PostMapping("/playbooks")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<Playbook> add(@Valid @RequestBody PlaybookBody body) {
        var it = writing.require(writing.add(body.wish(new UUID(0, 0)), false));
        return Answers.created("/api/v1/playbooks/" + it.id(), it, it.version());
    }

    @GetMapping("/playbooks/{playbook}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<Playbook> read(@PathVariable UUID playbook) {
        var it = writing.require(playbook);
        return Answers.of(it, it.version());
    }

    @PutMapping("/playbooks/{playbook}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<Playbook> revise(@PathVariable UUID playbook,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlaybookBody body) {
        writing.revise(playbook, Versions.required(ifMatch), body.wish(playbook));
        return read(playbook);
    }

    @GetMapping("/complaints/{id}/playbooks")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<PlaybookRun> of(@PathVariable UUID id) {
        return following.of(complaints.require(new ComplaintId(id)).id());
    }

    @PostMapping("/complaints/{id}/playbooks")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<PlaybookRun> give(@PathVariable UUID id, @Valid @RequestBody GiveBody body) {
        var complaint = complaints.require(new ComplaintId(id)).id();
        if (body.playbook() == null) {
            following.giveWhatFits(complaint);
        }
        else {
            following.give(complaint, body.playbook());
        }
        return following.of(complaint);
    }

    /** Ticks an item off, leaves it out or takes it up again. */
    @PostMapping("/complaints/{id}/checks/{check}/{what}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<PlaybookRun> check(@PathVariable UUID id, @PathVariable UUID check, @PathVariable String what,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody EvidenceBody body) {
        var complaint = new ComplaintId(id);
        var seen = Versions.required(ifMatch);
        switch (what) {
            case "done" -> following.done(complaint, check, seen, body.evidence());
            case "skip" -> following.skip(complaint, check, seen, body.evidence());
            case "reopen" -> following.reopen(complaint, check, seen);
            default -> throw new UnknownThing();
        }
        return following.of(complaint);
    }

}
