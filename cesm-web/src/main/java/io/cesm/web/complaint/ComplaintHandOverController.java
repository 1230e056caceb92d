package io.cesm.web.complaint;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.HandingComplaints;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The handshake with which a complaint is passed on. */
@Controller
@RequestMapping("/complaints/{id}/hand-over")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class ComplaintHandOverController {

    private static final String BACK = "redirect:/complaints/{id}#holdings";

    private final HandingComplaints handing;

    ComplaintHandOverController(HandingComplaints handing) {
        this.handing = handing;
    }

    @PostMapping
    String offer(@PathVariable ComplaintId id, @RequestParam String receiver, @RequestParam @Nullable String note,
            RedirectAttributes flash) {
        handing.offer(id, Ids.staff(receiver), note);
        flash.addFlashAttribute("notice", "complaint.handover.offered");
        return BACK;
    }

    @PostMapping("/accept")
    String accept(@PathVariable ComplaintId id, RedirectAttributes flash) {
        handing.accept(id);
        flash.addFlashAttribute("notice", "complaint.handover.accepted");
        return BACK;
    }

    @PostMapping("/refuse")
    String refuse(@PathVariable ComplaintId id, @RequestParam @Nullable String because, RedirectAttributes flash) {
        handing.refuse(id, because);
        flash.addFlashAttribute("notice", "complaint.handover.refused");
        return BACK;
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable ComplaintId id, RedirectAttributes flash) {
        handing.takeBack(id);
        flash.addFlashAttribute("notice", "complaint.handover.taken_back");
        return BACK;
    }

}
