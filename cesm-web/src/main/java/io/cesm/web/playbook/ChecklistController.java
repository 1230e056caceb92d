package io.cesm.web.playbook;

import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.playbook.FollowingPlaybooks;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ticking off the items of a complaint. */
@Controller
@RequestMapping("/complaints/{id}")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class ChecklistController {

    private static final String BACK = "redirect:/complaints/{id}#playbooks";

    private final FollowingPlaybooks following;

    private final ComplaintBook complaints;

    ChecklistController(FollowingPlaybooks following, ComplaintBook complaints) {
        this.following = following;
        this.complaints = complaints;
    }

    /** Gives it a checklist, or those that fit. */
    @PostMapping("/playbooks")
    public String give(@PathVariable ComplaintId id, @RequestParam @Nullable UUID playbook, RedirectAttributes flash) {
        complaints.require(id);
        if (playbook == null) {
            following.giveWhatFits(id);
        }
        else {
            following.give(id, playbook);
        }
        flash.addFlashAttribute("notice", "playbook.given");
        return BACK;
    }

    @PostMapping("/checks/{check}/done")
    public String done(@PathVariable ComplaintId id, @PathVariable UUID check, @RequestParam long version,
            @RequestParam @Nullable String evidence, RedirectAttributes flash) {
        following.done(id, check, version, evidence);
        flash.addFlashAttribute("notice", "playbook.check.done");
        return BACK;
    }

    @PostMapping("/checks/{check}/skip")
    public String skip(@PathVariable ComplaintId id, @PathVariable UUID check, @RequestParam long version,
            @RequestParam @Nullable String evidence, RedirectAttributes flash) {
        following.skip(id, check, version, evidence);
        flash.addFlashAttribute("notice", "playbook.check.skipped");
        return BACK;
    }

    @PostMapping("/checks/{check}/reopen")
    public String reopen(@PathVariable ComplaintId id, @PathVariable UUID check, @RequestParam long version,
            RedirectAttributes flash) {
        following.reopen(id, check, version);
        flash.addFlashAttribute("notice", "playbook.check.reopened");
        return BACK;
    }

    @PostMapping("/checks/{check}/owner")
    public String assign(@PathVariable ComplaintId id, @PathVariable UUID check, @RequestParam long version,
            @RequestParam String owner, RedirectAttributes flash) {
        following.assign(id, check, version, IdText.required(owner, "owner", StaffId::of));
        flash.addFlashAttribute("notice", "playbook.check.assigned");
        return BACK;
    }

}
